import { mkdirSync, rmSync } from 'node:fs';
import { lint, types } from './lib/checks.mjs';
import { captured, foreground } from './lib/child.mjs';
import { electronBinary, hasDisplay } from './lib/electron.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { environment, node } from './lib/node.mjs';
import { inRoot } from './lib/paths.mjs';
import { vitestReport } from './lib/reports.mjs';
import { listSpecs, runSpecs } from './lib/specs.mjs';
import { Steps } from './lib/steps.mjs';
import { tool } from './lib/tools.mjs';
import { provideSystem } from './system.mjs';

const steps = new Steps('tests');

await steps.run('install', async () => ({
  ok: true,
  note: ensureInstalled({ output: 'inherit' }) ? 'npm ci' : 'nothing to do',
}));
const hasBrowser = await steps.run('system', provideSystem);
await steps.run('format and lint', lint);
await steps.run('types', types);
await steps.run('unit and property tests', unit);
const isBuilt = await steps.run('build', build);
await specs('web', isBuilt ? (hasBrowser ? null : 'there is no Chromium') : 'the build failed');
await specs('electron', isBuilt ? whyNoElectron() : 'the build failed');
steps.finish();

async function unit() {
  const file = inRoot('test-results/unit.json');
  mkdirSync(inRoot('test-results'), { recursive: true });
  rmSync(file, { force: true });
  const args = [tool('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await foreground(node(), args, {
    env: environment(),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const report = vitestReport(file);
  for (const { file: where, title } of report?.skipped ?? [])
    process.stdout.write(`- did not run: ${where} › ${title}\n`);
  return { ok: code === 0 && report !== null, counts: report?.counts, failures: report?.failures };
}

async function build() {
  const { code, output } = await captured(node(), [inRoot('scripts/build.mjs')], { env: environment() });
  if (code !== 0) process.stdout.write(output);
  return { ok: code === 0 };
}

async function specs(project, whyNot) {
  const name = `end-to-end specs on ${project === 'web' ? 'the browser host' : 'Electron'}`;
  if (whyNot) return steps.leftOut(name, whyNot, await listSpecs(project));
  await steps.run(name, () => runSpecs(project));
}

function whyNoElectron() {
  if (process.env.URATORI_ELECTRON_LAUNCHER) return null;
  if (!electronBinary()) return "Electron's binary is not here (`npx install-electron` downloads it)";
  return hasDisplay() ? null : 'there is no display';
}
