/** The steps of a test run, each named with its result and its time, and their sum at the end. */
export class Steps {
  #failed = [];
  #counts = { passed: 0, failed: 0, skipped: 0 };

  /**
   * @param {string} name
   * @param {() => Promise<{ ok: boolean, note?: string, counts?: Counts }>} run
   * @typedef {{ passed: number, failed: number, skipped: number }} Counts tests; a step may have none
   */
  async run(name, run) {
    const since = performance.now();
    const { ok, note, counts } = await run();
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

  /** Prints the sum as the last line and sets the exit code. */
  finish() {
    const { passed, failed, skipped } = this.#counts;
    if (this.#failed.length > 0) print(`Failed: ${this.#failed.join(', ')}`);
    print(`${passed} passed, ${failed} failed, ${skipped} skipped`);
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
