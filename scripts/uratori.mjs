import { pathToFileURL } from 'node:url';
import { foreground } from './lib/child.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { isNodeNewEnough, node } from './lib/node.mjs';
import { inRoot, startFolder } from './lib/paths.mjs';

// npm runs scripts in the repository; the person's relative paths start where they typed.
ensureInstalled();
process.chdir(startFolder());
const cli = inRoot('main/cli.ts');
if (isNodeNewEnough()) {
  process.argv[1] = cli;
  await import(pathToFileURL(cli).href);
} else {
  process.exitCode = await foreground(node(), [cli, ...process.argv.slice(2)], { cwd: process.cwd() });
}
