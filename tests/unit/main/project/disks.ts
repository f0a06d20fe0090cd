import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Whether this process may make file systems of its own: root on Linux. Without it, tests that need one say that they were skipped. */
export const canMount = process.platform === 'linux' && tries(() => unmount(mountSmall(mkdtemp(), 64)));

/** An empty disk of so many KiB, gone when the test is over. */
export function smallDisk(kib: number): string {
  const folder = mountSmall(mkdtemp(), kib);
  onTestFinished(() => unmount(folder));
  return folder;
}

/** Makes a folder that lies on a small disk (or any mount point) read-only, as not even root may ignore; and back. */
export function setReadOnly(folder: string, readOnly: boolean): void {
  mount(['-o', `remount,${readOnly ? 'ro' : 'rw'}`, folder]);
}

function mkdtemp(): string {
  return mkdtempSync(join(tmpdir(), 'uratori-disk-'));
}

function mountSmall(folder: string, kib: number): string {
  mkdirSync(folder, { recursive: true });
  mount(['-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', folder]);
  return folder;
}

function unmount(folder: string): void {
  execFileSync('umount', [folder], { stdio: 'ignore' });
  rmSync(folder, { recursive: true });
}

function mount(args: string[]): void {
  execFileSync('mount', args, { stdio: 'ignore' });
}

function tries(task: () => void): boolean {
  try {
    task();
    return true;
  } catch {
    return false;
  }
}
