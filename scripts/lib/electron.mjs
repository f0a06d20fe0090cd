import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { node } from './node.mjs';
import { inRoot } from './paths.mjs';

/** Time for the one download that Electron's package makes at its first run, about 120 MB. */
const DOWNLOAD_MS = 5 * 60_000;
const PROBE_MS = 20_000;

/** @returns {string | null} path of Electron's binary, where it is there already */
export function electronBinary() {
  const pathFile = inRoot('node_modules/electron/path.txt');
  if (!existsSync(pathFile)) return null;
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? inRoot('node_modules/electron/dist');
  const binary = path.join(folder, readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : null;
}

/**
 * Electron, ready to be started; downloads it where it is missing.
 * @returns {{ binary: string } | { reason: string }} the reason why there is none, as the end of a sentence
 */
export function obtainElectron() {
  if (!hasDisplay()) return { reason: 'there is no display' };
  const binary = electronBinary() ?? download();
  if (!binary) return { reason: "Electron's binary could not be downloaded" };
  const probe = spawnSync(binary, ['--version'], { timeout: PROBE_MS, encoding: 'utf8' });
  return probe.status === 0 ? { binary } : { reason: `Electron does not start here (${firstLine(probe)})` };
}

/** @returns {boolean} */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function download() {
  process.stderr.write('Downloading Electron, once …\n');
  spawnSync(node(), [inRoot('node_modules/electron/install.js')], { timeout: DOWNLOAD_MS, stdio: 'ignore' });
  return electronBinary();
}

function firstLine({ error, signal, stderr }) {
  return error?.message ?? (stderr.trim().split('\n')[0] || `it ended with ${signal ?? 'an error'}`);
}
