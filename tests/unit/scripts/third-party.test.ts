import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { thirdParty, thirdPartyText } from '../../../scripts/lib/third-party.mjs';

/** Licences that ask for no more than that their text goes along. */
const ALLOWED =
  /^(?:0BSD|Apache-2\.0|BlueOak-1\.0\.0|BSD-[23]-Clause|CC0-1\.0|ISC|MIT|MIT-0|Python-2\.0|Unlicense|Zlib)$/u;

const notices = thirdParty();
const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  dependencies: Record<string, string>;
};

it('what is shipped is named, at the version that is installed', () => {
  const named = new Map(notices.map(({ name, version }) => [name, version]));
  const bundled = ['react', 'react-dom', 'scheduler', 'lexical', 'd3-scale', 'd3-time'];
  expect([...named.keys()]).toEqual(
    expect.arrayContaining([...Object.keys(manifest.dependencies), ...bundled]),
  );
  for (const [name, version] of Object.entries(manifest.dependencies)) expect(named.get(name)).toBe(version);
  expect([...named.keys()].filter((name) => /^(?:vite|playwright|typescript|electron)/u.test(name))).toEqual(
    [],
  );
});

it('each may be shipped, and its words are in the notices', () => {
  const text = thirdPartyText();
  for (const { name, version, licence, texts } of notices) {
    const choices = licence.replace(/[()]/gu, '').split(' OR ');
    expect(`${name}: ${choices.some((choice) => ALLOWED.test(choice.trim())) ? 'allowed' : licence}`).toBe(
      `${name}: allowed`,
    );
    expect(text).toContain(`${name} ${version}\n`);
    for (const words of texts) expect(text).toContain(words.trim());
  }
});

it('a build has them, for the packages and for the interface', () => {
  const dist = fileURLToPath(new URL('../../../dist', import.meta.url));
  if (!existsSync(dist) || !readdirSync(dist).includes('THIRD-PARTY.txt')) return;
  expect(readFileSync(`${dist}/renderer/THIRD-PARTY.txt`, 'utf8')).toBe(
    readFileSync(`${dist}/THIRD-PARTY.txt`, 'utf8'),
  );
});
