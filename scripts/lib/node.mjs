import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';

/** The sources are TypeScript that Node runs as it is; from this version on without a warning. */
export const NODE_MAJOR = 24;

const own = inRoot('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** @returns {boolean} whether this very process runs on a Node that is new enough */
export function isNodeNewEnough() {
  return Number(process.versions.node.split('.')[0]) >= NODE_MAJOR && !process.versions.electron;
}

let found;
/** @returns {string} path of a Node of the right version: this one, else the one npm installed */
export function node() {
  found ??= isNodeNewEnough() ? process.execPath : installed();
  return found;
}

function installed() {
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own;
  process.stderr.write(
    `Uratori runs on Node ${NODE_MAJOR}, and the one that npm installs with it is not there (this is ${process.version}). Run \`npm rebuild node\`, or install Node ${NODE_MAJOR} or newer.\n`,
  );
  process.exit(1);
}

/** @returns {NodeJS.ProcessEnv} an environment in which `node` and the installed tools are the repository's */
export function environment(extra = {}) {
  const PATH = [path.dirname(node()), inRoot('node_modules/.bin'), process.env.PATH].join(path.delimiter);
  return { ...process.env, PATH, ...extra };
}
