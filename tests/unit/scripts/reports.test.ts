import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { playwrightReport, playwrightResults } from '../../../scripts/lib/reports.mjs';

/** A real run of the real runner, over specs that need no browser. */
const SPEC = `
import { test, expect } from ${JSON.stringify(
  createRequire(import.meta.url)
    .resolve('playwright/test')
    .replace(/\.js$/u, '.mjs'),
)};
test('passes', () => {});
test('fails', () => { expect(1).toBe(2); });
test.describe('outer', () => {
  test.describe('inner', () => {
    test('is left out', () => { test.skip(true, 'no such machine'); });
    test('passes too', () => {});
  });
});
`;
const cli = fileURLToPath(new URL('../../../node_modules/playwright/cli.js', import.meta.url));

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'uratori-reports-'));
  writeFileSync(join(place, 'a.spec.mjs'), SPEC);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

function playwright(...args: string[]): string {
  try {
    return execFileSync(process.execPath, [cli, 'test', ...args], {
      cwd: place,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (failed) {
    return (failed as { stdout: string }).stdout;
  }
}

it('a run is counted, and what it left out is named with its reason', () => {
  const file = join(place, 'report.json');
  writeFileSync(file, playwright('--reporter=json'));
  expect(playwrightReport(file)).toMatchObject({
    counts: { passed: 2, failed: 1, skipped: 1 },
    skipped: [{ file: 'a.spec.mjs', title: 'outer › inner › is left out', reason: 'no such machine' }],
    failures: [expect.stringMatching(/^a\.spec\.mjs › fails\n.*expect\(received\)\.toBe\(expected\)/su)],
  });
});

it('a list without a run names every test', () => {
  const { skipped } = playwrightResults(JSON.parse(playwright('--list', '--reporter=json')));
  expect(skipped.map(({ title }) => title)).toEqual([
    'passes',
    'fails',
    'outer › inner › is left out',
    'outer › inner › passes too',
  ]);
});

it('a run that wrote no report is none', () => {
  expect(playwrightReport(join(place, 'none.json'))).toBeNull();
});
