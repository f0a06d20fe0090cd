import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { spoolOfIndex } from './index-cache.ts';

export interface SweepLimits {
  /** What the cache may take, in bytes. */
  bytes: number;
  /** What was used within so many ms is left alone: another window may have it open. */
  recentMs: number;
}

/** Spools are as large as the dumps that they were made from; what is removed is made again when it is needed. */
export const SWEEP_LIMITS: SweepLimits = { bytes: 20 * 2 ** 30, recentMs: 24 * 3600 * 1000 };

interface CacheFile {
  path: string;
  bytes: number;
  usedAt: number;
}

/**
 * Clears a cache folder of what nobody will miss: files that were left unfinished, spools without an index, and, where
 * it takes more than it may, the dumps that were opened longest ago. Never fails: a cache is no reason to.
 */
export async function sweepCache(folder: string, limits: SweepLimits, now: number): Promise<void> {
  const files = await filesOf(folder);
  const groups = await groupsOf(files);
  const grouped = new Set(groups.flat());
  const isOld = ({ usedAt }: CacheFile) => now - usedAt > limits.recentMs;
  for (const file of files) if (!grouped.has(file) && isOld(file)) await remove(file);
  let total = groups.flat().reduce((sum, { bytes }) => sum + bytes, 0);
  const usedAt = (group: CacheFile[]) => Math.max(...group.map((file) => file.usedAt));
  for (const group of groups.sort((a, b) => usedAt(a) - usedAt(b))) {
    if (total <= limits.bytes || !group.every(isOld)) return;
    for (const file of group) {
      await remove(file);
      total -= file.bytes;
    }
  }
}

/** An index with its spool and what is known about likeness, as far as there are any; small files beside them belong to nobody and are left until they are old. */
async function groupsOf(files: CacheFile[]): Promise<CacheFile[][]> {
  const groups: CacheFile[][] = [];
  for (const index of files) {
    if (index.path.endsWith('.sha256')) groups.push([index]);
    if (!index.path.endsWith('.index')) continue;
    const name = await spoolOfIndex(index.path);
    const spool = name === null ? undefined : files.find(({ path }) => path.endsWith(name));
    const beside = index.path.replace(/\.index$/u, '.likeness');
    const likeness = files.find(({ path }) => path === beside);
    groups.push([index, spool, likeness].filter((file) => file !== undefined));
  }
  return groups;
}

async function filesOf(folder: string): Promise<CacheFile[]> {
  const names = await readdir(folder).catch(() => []);
  const files: CacheFile[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const stats = await stat(path).catch(() => null);
    if (stats?.isFile()) files.push({ path, bytes: stats.size, usedAt: stats.mtimeMs });
  }
  return files;
}

async function remove({ path }: CacheFile): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}
