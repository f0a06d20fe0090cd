import { captured } from './lib/child.mjs';
import { isBuilt } from './lib/freshness.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { environment, node } from './lib/node.mjs';
import { inRoot } from './lib/paths.mjs';
import { runSpecs } from './lib/specs.mjs';
import { Steps } from './lib/steps.mjs';

// The Electron specs alone, with Playwright's launcher or that of URATORI_ELECTRON_LAUNCHER.
const steps = new Steps('electron-specs');
ensureInstalled();
const built =
  isBuilt() ||
  (await steps.run('build', async () => {
    const { code, output } = await captured(node(), [inRoot('scripts/build.mjs')], { env: environment() });
    if (code !== 0) process.stdout.write(output);
    return { ok: code === 0 };
  }));
if (built) {
  await steps.run('end-to-end specs on Electron', () => runSpecs('electron', process.argv.slice(2)));
}
steps.finish();
