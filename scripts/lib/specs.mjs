import { mkdirSync, rmSync } from 'node:fs';
import { captured, foreground } from './child.mjs';
import { environment, node } from './node.mjs';
import { inRoot } from './paths.mjs';
import { playwrightReport, playwrightResults } from './reports.mjs';
import { tool } from './tools.mjs';

/**
 * Runs the end-to-end specs of one Playwright project on the build in dist/, and names those that did not run or
 * needed a second try.
 * @param {'web' | 'electron'} project
 * @param {string[]} [args] further arguments of Playwright
 */
export async function runSpecs(project, args = []) {
  const file = inRoot(`test-results/${project}.json`);
  mkdirSync(inRoot('test-results'), { recursive: true });
  rmSync(file, { force: true });
  const env = environment({ URATORI_E2E_REPORT: file });
  const options = [`--project=${project}`, `--output=${inRoot('test-results', project)}`, ...args];
  const code = await foreground(node(), [tool('playwright'), 'test', ...options], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const report = playwrightReport(file);
  for (const { file: where, title, reason } of report?.skipped ?? []) {
    process.stdout.write(`- did not run: ${where} › ${title}${reason ? ` (${reason})` : ''}\n`);
  }
  for (const { file: where, title } of report?.flaky ?? []) {
    process.stdout.write(`- needed a second try: ${where} › ${title}\n`);
  }
  return { ok: code === 0 && report !== null, counts: report?.counts, failures: report?.failures };
}

/**
 * The specs of a project without running them.
 * @param {'web' | 'electron'} project
 * @returns {Promise<{ file: string, title: string }[]>}
 */
export async function listSpecs(project) {
  const args = [tool('playwright'), 'test', '--list', `--project=${project}`, '--reporter=json'];
  const { code, output } = await captured(node(), args, { env: environment() });
  if (code !== 0) throw new Error(`The specs could not be listed:\n${output}`);
  return playwrightResults(JSON.parse(output.slice(output.indexOf('{')))).skipped;
}
