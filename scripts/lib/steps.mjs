import { mkdirSync, writeFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';

/**
 * The steps of a test run, each named with its result and its time, and at the end their sum and what failed. The
 * end is kept in `test-results/<name>.end.txt` as well, for whoever runs several and prints the ends together.
 */
export class Steps {
  #name;
  #failed = [];
  #failures = [];
  #counts = { passed: 0, failed: 0, skipped: 0 };

  /** @param {string} name of the run, for its file */
  constructor(name) {
    this.#name = name;
  }

  /**
   * @param {string} name
   * @param {() => Promise<{ ok: boolean, note?: string, counts?: Counts, failures?: string[] }>} run
   * @typedef {{ passed: number, failed: number, skipped: number }} Counts tests; a step may have none
   */
  async run(name, run) {
    const since = performance.now();
    const { ok, note, counts, failures = [] } = await run();
    this.#failures.push(...failures);
    for (const kind of Object.keys(this.#counts)) this.#counts[kind] += counts?.[kind] ?? 0;
    if (!ok) {
      this.#failed.push(name);
      // A step without tests of its own, or one that broke down before them, is a failure too.
      if (!counts?.failed) this.#counts.failed += 1;
    }
    const seconds = ((performance.now() - since) / 1000).toFixed(1);
    print(
      `${ok ? '✓' : '✗'} ${name}: ${ok ? 'passed' : 'FAILED'} in ${seconds} s${note ? ` (${note})` : ''}`,
    );
    return ok;
  }

  /**
   * A step that is left out, or tests that did not run: said by name, and why.
   * @param {{ file: string, title: string }[]} [tests]
   */
  leftOut(name, reason, tests = []) {
    this.#counts.skipped += tests.length;
    print(
      `- ${name}: DID NOT RUN, because ${reason}${tests.length ? `. The ${tests.length} tests are:` : ''}`,
    );
    for (const [file, titles] of byFile(tests)) print(`    ${file}: ${titles.join('; ')}`);
  }

  /** Prints what failed, the sum as the last line, and sets the exit code. */
  finish() {
    const { passed, failed, skipped } = this.#counts;
    const end = [
      ...(this.#failed.length > 0 ? [`Failed: ${this.#failed.join(', ')}`] : []),
      ...this.#failures.map((failure) => `✗ ${failure}`),
      `${passed} passed, ${failed} failed, ${skipped} skipped`,
    ].join('\n');
    print(end);
    mkdirSync(inRoot('test-results'), { recursive: true });
    writeFileSync(inRoot('test-results', `${this.#name}.end.txt`), `${end}\n`);
    process.exitCode = this.#failed.length > 0 ? 1 : 0;
  }
}

function byFile(tests) {
  const files = new Map();
  for (const { file, title } of tests) files.set(file, [...(files.get(file) ?? []), title]);
  return files;
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
