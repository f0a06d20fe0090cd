import { randomBytes } from 'node:crypto';
import { link, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { UratoriError } from '../../app/problem.ts';
import { claimTemporaryName } from '../temporary-files.ts';
import { livenessOf, ownIdentity } from './process-identity.ts';

const ownerSchema = z.object({
  pid: z.number().int().positive(),
  host: z.string(),
  user: z.string(),
  started: z.string().nullable(),
  bootedAt: z.iso.datetime(),
  /** ISO 8601, when the lock was taken. */
  since: z.iso.datetime(),
  /** Tells this lock from every other one. */
  token: z.string().min(1),
});
type Owner = z.infer<typeof ownerSchema>;

export interface Lock {
  /** Takes the lock file away, unless it has become another's. */
  release(): Promise<void>;
}

/** A lock without content is one being written, where the file system has no links; after this long it is a dead one. */
const HALF_WRITTEN_MS = 500;
const TRIES = 20;

/**
 * Takes the lock of a project: one writer at a time. The owner writes down who it is, so that a lock whose owner is
 * gone (killed, power cut) is taken over at once; there is no heartbeat, which would hold a project back after a
 * crash, keep disks awake, and take a suspended computer for a dead one.
 * @throws UratoriError `project-locked` (params `path`, `lock`, `user`, `host`, `pid`, `since`: ms since 1970); or the system's own
 * error where no lock can be written
 */
export async function takeLock(lockPath: string, projectPath: string): Promise<Lock> {
  const mine: Owner = {
    ...(await ownIdentity()),
    since: new Date().toISOString(),
    token: randomBytes(16).toString('hex'),
  };
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await claim(lockPath, mine)) return { release: () => release(lockPath, mine) };
    const owner = await ownerOf(lockPath);
    if (owner === 'none') continue;
    if (owner === 'half-written') await setTimeout(50);
    else if (owner === 'unreadable' || (await livenessOf(owner)) === 'gone')
      await clearAway(lockPath, owner, mine);
    else throw lockedBy(owner, lockPath, projectPath);
  }
  throw new UratoriError('write-failed', { path: lockPath, detail: 'the lock changes hands without end' });
}

/** Whether somebody is writing, as far as one can tell. */
export async function isLocked(lockPath: string): Promise<boolean> {
  const owner = await ownerOf(lockPath);
  return typeof owner === 'object' && (await livenessOf(owner)) !== 'gone';
}

/** Creates the file with its content in one step, so that nobody reads half of it. False where there is one. */
async function claim(path: string, owner: Owner): Promise<boolean> {
  const content = `${JSON.stringify(owner)}\n`;
  const temporary = claimTemporaryName();
  const draft = join(dirname(path), temporary.name);
  try {
    await writeFile(draft, content, { flag: 'wx', flush: true });
    await link(draft, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code ?? '')) throw error;
    return claimWithoutLinks(path, content);
  } finally {
    await rm(draft, { force: true });
    temporary.release();
  }
}

async function claimWithoutLinks(path: string, content: string): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx', flush: true });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function ownerOf(path: string): Promise<Owner | 'none' | 'half-written' | 'unreadable'> {
  try {
    const content = await readFile(path, 'utf8');
    const parsed = ownerSchema.safeParse(jsonOrNull(content));
    if (parsed.success) return parsed.data;
    return Date.now() - (await stat(path)).mtimeMs < HALF_WRITTEN_MS ? 'half-written' : 'unreadable';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'none';
    throw error;
  }
}

/**
 * Removes the lock of an owner that is gone. Two processes may want to at once: only the one that holds the second
 * lock does, after looking again, so that none removes what the other has just taken.
 */
async function clearAway(path: string, seen: Owner | 'unreadable', mine: Owner): Promise<void> {
  const guard = `${path}.takeover`;
  if (!(await claim(guard, mine))) {
    const holder = await ownerOf(guard);
    // Somebody died within these few lines. Rare enough to go without a third lock.
    const dead =
      holder === 'unreadable' || (typeof holder === 'object' && (await livenessOf(holder)) === 'gone');
    if (dead) await rm(guard, { force: true });
    await setTimeout(20);
    return;
  }
  try {
    const now = await ownerOf(path);
    if (tokenOf(now) === tokenOf(seen)) await rm(path, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

async function release(path: string, mine: Owner): Promise<void> {
  if (tokenOf(await ownerOf(path)) === mine.token) await rm(path, { force: true });
}

function tokenOf(owner: Owner | string): string {
  return typeof owner === 'string' ? owner : owner.token;
}

function lockedBy(owner: Owner, lock: string, path: string): UratoriError {
  const { user, host, pid } = owner;
  // A number, so that the message can show it in the reader's language and time zone.
  const since = Date.parse(owner.since);
  return new UratoriError('project-locked', { path, lock, user, host, pid, since });
}

function jsonOrNull(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}
