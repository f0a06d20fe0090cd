import { createHash, randomBytes } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** `.uratori-<host>-<pid>-<random>.tmp`: tells whose it is, so that one of a dead process can be told from one at work. */
const PATTERN = /^\.uratori-([0-9a-f]{8})-(\d+)-[0-9a-f]{16}\.tmp$/u;
/** A process on another computer cannot be asked, nor one whose number was given to another program since. */
const LONGEST_WRITE_MS = 24 * 60 * 60 * 1000;

const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const inUse = new Set<string>();

/** A name that no other write uses, until `release`. */
export function claimTemporaryName(): { name: string; release(): void } {
  const name = `.uratori-${host}-${process.pid}-${randomBytes(8).toString('hex')}.tmp`;
  inUse.add(name);
  return { name, release: () => inUse.delete(name) };
}

/**
 * Removes what killed runs left in a folder. A folder that cannot be listed or changed is left as it is.
 * @param longestMs what nobody touched for so long is nobody's, whatever runs under the number of its owner
 */
export async function removeStaleTemporaries(folder: string, longestMs = LONGEST_WRITE_MS): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  await Promise.all(
    names.map(async (name) => {
      if (inUse.has(name) || !PATTERN.test(name)) return;
      if (await isStale(folder, name, longestMs))
        await rm(join(folder, name), { force: true, recursive: true }).catch(() => undefined);
    }),
  );
}

async function isStale(folder: string, name: string, longestMs: number): Promise<boolean> {
  const [, owner, pid] = PATTERN.exec(name) as unknown as [string, string, string];
  if (owner === host && !isRunning(Number(pid))) return true;
  const stats = await stat(join(folder, name)).catch(() => null);
  return stats !== null && Date.now() - stats.mtimeMs > longestMs;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another user.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
