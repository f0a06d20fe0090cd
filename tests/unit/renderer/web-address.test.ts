import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostOf, isWebAddress, webAddressFrom } from '../../../renderer/evidence/web-address.ts';

test.each([
  ['https://example.org/a', 'https://example.org/a'],
  [' http://example.org ', 'http://example.org'],
  ['example.org/proof?x=1', 'https://example.org/proof?x=1'],
  ['例え.jp', 'https://例え.jp'],
  ['', ''],
])('%j is kept as %j', (typed, kept) => {
  expect(webAddressFrom(typed)).toBe(kept);
  expect(isWebAddress(kept)).toBe(true);
});

test.each(['javascript:alert(1)', 'two words', 'file:///etc/hosts', 'ftp://example.org', 'data:,x', 'word'])(
  '%j is no address',
  (typed) => expect(isWebAddress(webAddressFrom(typed))).toBe(false),
);

const pieces = fc
  .array(fc.constantFrom('https://', 'www.', 'example', '.', 'org', '/', '?', ':', '@', ' ', '例'), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

test('tidying twice is tidying once', () => {
  fc.assert(
    fc.property(fc.oneof(pieces, fc.string()), (typed) => {
      expect(webAddressFrom(webAddressFrom(typed))).toBe(webAddressFrom(typed));
    }),
  );
});

test('a host is named without www', () => {
  expect(hostOf('https://www.example.org:8080/a')).toBe('example.org:8080');
  expect(hostOf('no address')).toBe('no address');
});
