import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Entry {
  version?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const url = new URL('../../../package-lock.json', import.meta.url);
const { packages } = JSON.parse(readFileSync(url, 'utf8')) as { packages: Record<string, Entry> };

/** Where Node would look for a package, from the inside out. */
function placesOf(name: string, from: string): string[] {
  const places = [`${from === '' ? '' : `${from}/`}node_modules/${name}`];
  if (from === '') return places;
  const at = from.lastIndexOf('/node_modules/');
  return [...places, ...placesOf(name, at < 0 ? '' : from.slice(0, at))];
}

it('package-lock.json has every dependency, also those of other systems: npm ci refuses it otherwise', () => {
  const missing = Object.entries(packages).flatMap(([place, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !placesOf(name, place).some((candidate) => candidate in packages))
      .map((name) => `${name}, wanted by ${place || 'package.json'}`),
  );
  expect(missing).toEqual([]);
});

it('package-lock.json names a version for every package', () => {
  expect(Object.keys(packages).filter((place) => !packages[place]?.version)).toEqual([]);
});
