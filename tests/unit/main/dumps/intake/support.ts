import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { ZipFile } from 'yazl';
import type { Entry } from '../../../../../app/formats/format.ts';
import type { Problem } from '../../../../../app/problem.ts';
import { entriesOf, type IntakeOptions } from '../../../../../main/dumps/intake/intake.ts';

/** A folder of its own for each test file, gone when the file is done. */
export const folder = mkdtempSync(join(tmpdir(), 'uratori-intake-'));
// What is unpacked goes there too, apart from that of other tests.
for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
export const temporaryFiles = () => readdirSync(folder).filter((name) => name.startsWith('uratori-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export const CORPORA = fileURLToPath(new URL('../../../../../../shared/corpora/', import.meta.url));
export const hasCorpora = existsSync(CORPORA);

/** Writes a file of this name to a folder of its own. Returns its path. */
export function fileOf(content: string | Uint8Array, name = 'dump'): string {
  const path = join(mkdtempSync(join(folder, 'file-')), name);
  writeFileSync(path, content);
  return path;
}

export interface Taken {
  entries: {
    name: string;
    text: string;
    url: string | null;
    date: string | null;
    mediaType: string | null;
  }[];
  problems: Problem[];
}

/** Everything that an intake gives, each entry read to its end. */
export async function take(path: string, options: Partial<IntakeOptions> = {}): Promise<Taken> {
  const taken: Taken = { entries: [], problems: [] };
  for await (const item of entriesOf(path, { encoding: null, ...options })) {
    if ('code' in item) {
      taken.problems.push(item);
      continue;
    }
    const { name, url, date, mediaType } = item;
    const text = await textOf(item);
    taken.entries.push({ name, text, url, date, mediaType });
    taken.problems.push(...item.problems());
  }
  return taken;
}

export async function textOf(entry: Entry | null): Promise<string> {
  let text = '';
  if (entry !== null) for await (const chunk of entry.text()) text += chunk;
  return text;
}

export const codesOf = ({ problems }: Taken) => problems.map(({ code }) => code);
export const textsOf = ({ entries }: Taken) =>
  Object.fromEntries(entries.map(({ name, text }) => [name, text]));

export interface Packed {
  name: string;
  content: string | Uint8Array;
  stored?: boolean;
  /** Sizes are written behind the bytes. */
  streamed?: boolean;
}

export async function zipOf(entries: readonly Packed[], zip64 = false): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, content, stored, streamed } of entries) {
    const bytes = Buffer.from(content as string);
    const options = { compress: !stored, forceZip64Format: zip64 };
    if (streamed) zip.addReadStream(Readable.from([bytes]), name, options);
    else zip.addBuffer(bytes, name, options);
  }
  zip.end({ forceZip64Format: zip64, comment: '' });
  const parts: Buffer[] = [];
  for await (const chunk of zip.outputStream) parts.push(chunk as Buffer);
  return Buffer.concat(parts);
}

/** Overwrites every occurrence of `from` in bytes, in place. Both have the same length. */
export function replaceAll(bytes: Buffer, from: Buffer, to: Buffer): Buffer {
  for (let at = bytes.indexOf(from); at !== -1; at = bytes.indexOf(from, at + 1)) to.copy(bytes, at);
  return bytes;
}
