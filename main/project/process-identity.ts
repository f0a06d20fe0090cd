import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { hostname, uptime, userInfo } from 'node:os';
import { promisify } from 'node:util';

/** A process, told apart from a later one that was given the same number. */
export interface ProcessIdentity {
  pid: number;
  host: string;
  user: string;
  /** Something that is the same as long as the process runs, and another for the next of this number; null where the system does not tell. */
  started: string | null;
  /** ISO 8601, when the computer started, to the minute or so. */
  bootedAt: string;
}

/** `gone`: it does not run any more. `elsewhere`: on another computer, which cannot be asked. */
export type Liveness = 'running' | 'gone' | 'elsewhere';

/** Clocks are set, and suspended computers wake up with another idea of when they started. */
const BOOT_TOLERANCE_MS = 5 * 60 * 1000;

export async function ownIdentity(): Promise<ProcessIdentity> {
  return {
    pid: process.pid,
    host: hostname(),
    user: userName(),
    started: await startOf(process.pid),
    bootedAt: new Date(bootTime()).toISOString(),
  };
}

export async function livenessOf(other: ProcessIdentity): Promise<Liveness> {
  if (other.host !== hostname()) return 'elsewhere';
  if (!isRunning(other.pid)) return 'gone';
  const started = await startOf(other.pid);
  if (other.started !== null && started !== null) return other.started === started ? 'running' : 'gone';
  return Date.parse(other.bootedAt) < bootTime() - BOOT_TOLERANCE_MS ? 'gone' : 'running';
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Linux: the 22nd field of `/proc/<pid>/stat` (proc(5): ticks since boot) with the id of this boot. Other Unix:
 * what `ps` says. Windows has nothing that does not cost half a second: there, the start of the computer decides.
 */
async function startOf(pid: number): Promise<string | null> {
  switch (process.platform) {
    case 'win32':
      return null;
    case 'linux':
      return linuxStart(pid).catch(() => null);
    default:
      return promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)], {
        env: { LC_ALL: 'C', TZ: 'UTC' },
      })
        .then(({ stdout }) => stdout.trim() || null)
        .catch(() => null);
  }
}

async function linuxStart(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1');
  // The second field is the program's name in brackets, and may hold blanks and brackets itself.
  const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'latin1');
  return `${boot.trim()}/${ticks}`;
}

function bootTime(): number {
  return Date.now() - uptime() * 1000;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // The system has no name for the user, as in some containers.
    return '';
  }
}
