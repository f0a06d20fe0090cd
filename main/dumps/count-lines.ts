import { open } from 'node:fs/promises';
import { codecOf } from './codec.ts';
import type { ScanTasks } from './scan-tasks.ts';

const CHUNK = 1 << 20;

/** 1-based lines of byte positions that are in ascending order. Only damaged dumps pay for this pass. */
export async function countLines(
  { path, encoding, start, invalid }: ScanTasks['lines']['ask'],
  stopped: () => boolean,
): Promise<number[]> {
  const codec = codecOf(encoding);
  const lines: number[] = [];
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    let line = 1;
    let position = start;
    for (const { byte } of invalid) {
      while (position < byte && !stopped()) {
        const { bytesRead } = await file.read(buffer, 0, Math.min(CHUNK, byte - position), position);
        if (bytesRead === 0) break;
        let from = 0;
        for (
          let at = codec.newline(buffer, 0, bytesRead);
          at !== -1;
          at = codec.newline(buffer, from, bytesRead)
        ) {
          line++;
          from = at + codec.unit;
        }
        position += bytesRead;
      }
      lines.push(line);
    }
    return lines;
  } finally {
    await file.close();
  }
}
