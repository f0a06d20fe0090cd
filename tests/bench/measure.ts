import { spawnSync } from 'node:child_process';

/** Wall time of a command, in ms. */
export function run(command: string, args: string[]): number {
  const start = performance.now();
  const { status } = spawnSync(command, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`${command} ended with ${status}`);
  return performance.now() - start;
}

export function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function ms(value: number): string {
  return `${Math.round(value)} ms`;
}

/** How many times the median of `of` a value is. */
export function ratio(value: number, of: number[]): string {
  return (value / median(of)).toFixed(1);
}

/** Bytes of a size such as `1GB`. */
export function bytesOf(text: string): number {
  const match = /^([\d.]+)\s*(GB|MB|kB)?$/iu.exec(text);
  if (match === null) throw new Error(`--size takes a number with GB, MB or kB, not ${text}`);
  const unit = { gb: 1e9, mb: 1e6, kb: 1e3 }[match[2]?.toLowerCase() ?? ''] ?? 1;
  return Number(match[1]) * unit;
}
