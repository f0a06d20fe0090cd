import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { isWithin, realPathOf } from './paths.ts';

export interface StaticFile {
  path: string;
  /** Media type with charset. */
  type: string;
  bytes: number;
}

/** What a build of the interface consists of; nothing else is served. */
const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * The file of a folder that a URL's path names (percent-encoded, `/` for index.html); null where there is none, where
 * it lies outside of the folder, or where its kind is not served.
 */
export async function locateStatic(folder: string, urlPath: string): Promise<StaticFile | null> {
  const name = decoded(urlPath === '/' ? '/index.html' : urlPath);
  if (name === null || name.includes('\0') || name.includes('\\')) return null;
  const type = TYPES[extname(name).toLowerCase()];
  if (type === undefined) return null;
  const [root, path] = await Promise.all([realPathOf(folder), realPathOf(join(folder, name))]);
  if (root === null || path === null || !isWithin(root, path)) return null;
  const stats = await stat(path).catch(() => null);
  return stats?.isFile() ? { path, type, bytes: stats.size } : null;
}

function decoded(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return null;
  }
}
