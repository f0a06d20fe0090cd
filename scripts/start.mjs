import { filesToOpen } from './lib/arguments.mjs';
import { captured, foreground } from './lib/child.mjs';
import { hasDisplay, obtainElectron } from './lib/electron.mjs';
import { isBuilt } from './lib/freshness.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { environment, node } from './lib/node.mjs';
import { inRoot, root } from './lib/paths.mjs';

const files = filesToOpen(process.argv.slice(2));
ensureInstalled({ output: 'inherit' });

if (!isBuilt()) {
  process.stderr.write('Building …\n');
  const { code, output } = await captured(node(), [inRoot('scripts/build.mjs')]);
  if (code !== 0) {
    process.stderr.write(`${output}\nThe build failed: see above.\n`);
    process.exit(code);
  }
}

const electron = obtainElectron();
if ('binary' in electron) {
  process.exitCode = await foreground(electron.binary, [root, ...files], { env: environment() });
} else {
  process.stderr.write(`Starting Uratori in the browser instead of Electron, because ${electron.reason}.\n`);
  const open = hasDisplay() ? ['--open'] : [];
  process.exitCode = await foreground(node(), [inRoot('dist/main/cli.js'), 'serve', ...open, ...files]);
}
