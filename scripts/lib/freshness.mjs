import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';

/** Everything that a build reads. */
const SOURCES = [
  'app',
  'main',
  'renderer',
  'resources',
  'docs',
  'package-lock.json',
  'package.json',
  'scripts/build.mjs',
  'scripts/lib/guide-plugin.mjs',
  'scripts/lib/third-party.mjs',
  'tsconfig.base.json',
  'tsconfig.build.json',
  'vite.config.ts',
];
const STAMP = inRoot('dist/.built');

/** @returns {boolean} whether dist/ holds a whole build that is newer than every source */
export function isBuilt() {
  if (!existsSync(STAMP)) return false;
  const built = statSync(STAMP).mtimeMs;
  return SOURCES.every((source) => newest(inRoot(source)) < built);
}

/** Says that dist/ is whole, and as new as `startedAt` (ms since 1970): what changed during the build counts as newer. */
export function stampBuild(startedAt) {
  writeFileSync(STAMP, '');
  utimesSync(STAMP, startedAt / 1000, startedAt / 1000);
}

/** A folder's own time changes when something in it is added or removed. */
function newest(file) {
  const { mtimeMs, isDirectory } = look(file);
  if (!isDirectory) return mtimeMs;
  return readdirSync(file).reduce((latest, name) => Math.max(latest, newest(path.join(file, name))), mtimeMs);
}

function look(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  return { mtimeMs: stats?.mtimeMs ?? 0, isDirectory: stats?.isDirectory() ?? false };
}
