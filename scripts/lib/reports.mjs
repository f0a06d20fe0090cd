import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './paths.mjs';

/**
 * What the test runners wrote about their runs, in one shape.
 * @typedef {{ file: string, title: string, reason: string }} Skipped
 * @typedef {{ counts: { passed: number, failed: number, skipped: number }, skipped: Skipped[], flaky?: Skipped[],
 *   failures: string[] }} Report `failures`: file, title and the beginning of what was wrong
 */

/** Characters of a failure's message that are shown again at the end of a run. */
const MESSAGE = 1500;

/** @param {string} file a JSON report of Vitest @returns {Report | null} null where the run broke down before it */
export function vitestReport(file) {
  const report = read(file);
  if (!report) return null;
  const tests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({
      file: path.relative(root, name),
      title: test.fullName,
      status: test.status,
      message: test.failureMessages?.[0] ?? '',
    })),
  );
  const skipped = tests.filter(({ status }) => !['passed', 'failed'].includes(status));
  return {
    counts: {
      passed: tests.filter(({ status }) => status === 'passed').length,
      // A file that does not load has no tests to count.
      failed:
        tests.filter(({ status }) => status === 'failed').length + report.testResults.filter(isBroken).length,
      skipped: skipped.length,
    },
    skipped: skipped.map(({ file, title }) => ({ file, title, reason: '' })),
    failures: [
      ...tests.filter(({ status }) => status === 'failed').map(failure),
      ...report.testResults
        .filter(isBroken)
        .map(({ name, message }) => failure({ file: path.relative(root, name), title: 'the file', message })),
    ],
  };
}

/** @param {string} file a JSON report of Playwright, or of its `--list` @returns {Report | null} */
export function playwrightReport(file) {
  const report = read(file);
  return report ? playwrightResults(report) : null;
}

/** @returns {Report} */
export function playwrightResults(report) {
  const tests = report.suites.flatMap((suite) => testsOf(suite));
  const skipped = tests.filter(({ status }) => status === 'skipped');
  // Passed, but not at the first try.
  const flaky = tests.filter(({ status }) => status === 'flaky');
  return {
    counts: {
      passed: tests.filter(({ status }) => status === 'expected').length + flaky.length,
      failed: tests.filter(({ status }) => status === 'unexpected').length + report.errors.length,
      skipped: skipped.length,
    },
    skipped,
    flaky,
    failures: [
      ...tests.filter(({ status }) => status === 'unexpected').map(failure),
      ...report.errors.map(({ message }) => failure({ file: 'playwright', title: 'the run', message })),
    ],
  };
}

function failure({ file, title, message }) {
  // Colours are for terminals.
  const plain = stripVTControlCharacters(message ?? '').slice(0, MESSAGE);
  return `${file} › ${title}\n    ${plain.trim().replaceAll('\n', '\n    ')}`;
}

/** @param {string[]} [outer] titles of the suites around; a file's own suite stands on line 0 */
function testsOf(suite, outer = []) {
  const titles = suite.line === 0 ? outer : [...outer, suite.title];
  const own = (suite.specs ?? []).flatMap(({ file, title, tests }) =>
    tests.map((test) => ({
      file,
      title: [...titles, title].join(' › '),
      status: test.status,
      reason: reasonOf(test),
      message: test.results?.at(-1)?.error?.message ?? '',
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, titles))];
}

function reasonOf({ annotations }) {
  return annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? '';
}

function isBroken({ status, assertionResults }) {
  return status === 'failed' && assertionResults.every((test) => test.status !== 'failed');
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
