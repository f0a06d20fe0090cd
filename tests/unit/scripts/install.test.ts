import { expect, it } from 'vitest';
import { satisfies } from '../../../scripts/lib/install.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/only-on-windows': { version: '2.0.0', optional: true },
  },
};

it('an install is whole when every package is there in its version', () => {
  expect(satisfies(wanted, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true);
});

it('a missing, another or an unfinished install is none', () => {
  expect(satisfies(wanted, null)).toBe(false);
  expect(satisfies(wanted, { packages: {} })).toBe(false);
  expect(satisfies(wanted, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(false);
  const other = {
    'node_modules/a': { version: '1.0.0' },
    'node_modules/only-on-windows': { version: '1.0.0' },
  };
  expect(satisfies(wanted, { packages: other })).toBe(false);
});
