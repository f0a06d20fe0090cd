import type { Problem } from '../../app/problem.ts';
import type { Encoding } from './codec.ts';
import type { DumpFile } from './dump-file.ts';
import type { InvalidFound } from './scan-dump.ts';
import type { Workers } from './workers.ts';

/**
 * What to tell of bytes that are no text: which ones, where (`dump-invalid-bytes`).
 * @param start bytes of the byte order mark
 */
export async function invalidProblems(
  { invalid, invalidCount }: InvalidFound,
  file: DumpFile,
  encoding: Encoding,
  start: number,
  workers: Workers,
): Promise<Problem[]> {
  if (invalid.length === 0) return [];
  const { path } = file;
  const lines = await workers.at(0).run('lines', { path, encoding, start, invalid });
  return Promise.all(
    invalid.map(async ({ byte, length }, index): Promise<Problem> => {
      const bytes = await file.read(byte, length);
      const hex = bytes.toString('hex').replace(/..\B/gu, '$& ').toUpperCase();
      const params = { path, byte, line: lines[index] as number, hex, total: invalidCount };
      return { code: 'dump-invalid-bytes', params };
    }),
  );
}
