import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Problem, UratoriError } from '../../app/problem.ts';
import { Budget } from '../dumps/intake/budget.ts';
import { asBuffer, decodeText } from '../dumps/intake/decode.ts';
import { FileAccess } from '../dumps/intake/file-access.ts';
import { FileSource } from '../dumps/intake/file-source.ts';
import { filesIn } from '../dumps/intake/folder-files.ts';
import { isJunkPath } from '../dumps/intake/junk.ts';
import type { Limits } from '../dumps/intake/limits.ts';
import { LIMITS } from '../dumps/intake/limits.ts';
import { kindOf } from '../dumps/intake/magic.ts';
import { firstBytes, isSource, type Source } from '../dumps/intake/source.ts';
import { readZip } from '../dumps/intake/zip/zip-archive.ts';

const MiB = 1 << 20;

/** All texts are in memory at once, so there is less room than for a dump. */
export const IMPORT_LIMITS: Limits = {
  ...LIMITS,
  entryFloor: 256 * MiB,
  entryRatio: 0,
  totalFloor: 512 * MiB,
  totalRatio: 0,
  entries: 200_000,
};
const START_BYTES = 512;

export interface TextFiles {
  /** Of the file or folder, without the folders that it lies in. */
  name: string;
  /** The texts by their names from the folder or in the package, with `/`, without byte order marks. Files that are no text are left out. */
  files: Map<string, string>;
  /** What could not be read while the rest could. */
  problems: Problem[];
}

/**
 * The texts of a lone file, of a folder, or of a zip archive, whatever its name ends in: packages such as `.qdpx` and
 * `.xlsx` are zip archives.
 * @throws UratoriError `file-not-readable` {path, detail}; `entry-too-large`, `entry-too-many`, `entry-damaged` and
 * `entry-truncated` of what cannot be taken whole; the reason of `signal`
 */
export async function readTextFiles(
  path: string,
  { limits = IMPORT_LIMITS, signal }: { limits?: Limits; signal?: AbortSignal } = {},
): Promise<TextFiles> {
  const problems: Problem[] = [];
  const name = basename(path);
  const stats = await stat(path).catch((thrown: Error) => {
    throw new UratoriError('file-not-readable', { path, detail: thrown.message }, { cause: thrown });
  });
  const files = new Map<string, string>();
  const budget = new Budget(limits, 0);
  const take = async (source: Source) => {
    signal?.throwIfAborted();
    const text = await textOf(source, budget, problems);
    if (text !== null) files.set(source.name, text);
  };
  if (stats.isDirectory()) {
    let count = 0;
    for await (const file of filesIn(path, (problem) => problems.push(problem))) {
      if (isJunkPath(file.name)) continue;
      count += 1;
      if (count > limits.entries)
        throw new UratoriError('entry-too-many', { entry: name, limit: limits.entries });
      await take(new FileSource(file.path, file.name, file.bytes, ignoreBytes));
    }
  } else {
    const source = new FileSource(path, name, stats.size, ignoreBytes);
    const start = await firstBytes(source.read(stopAt), START_BYTES);
    if (kindOf(start) !== 'zip') await take(source);
    else {
      const access = await FileAccess.open(path);
      try {
        for (const item of await readZip(access, name, '', budget, stopAt)) {
          if (isSource(item)) await take(item);
          else problems.push(item);
        }
      } finally {
        await access.close();
      }
    }
  }
  return { name, files: withoutTopFolder(files), problems };
}

/** What is cut off or damaged gives no text to count in: nothing of it is taken. */
function stopAt({ code, params }: Problem): void {
  throw new UratoriError(code, params);
}

function ignoreBytes(): void {}

async function textOf(source: Source, budget: Budget, problems: Problem[]): Promise<string | null> {
  const pieces: Uint8Array[] = [];
  for await (const piece of budget.meter(0).watch(source.read(stopAt), source.name, stopAt))
    pieces.push(piece);
  const bytes = pieces.length === 1 ? asBuffer(pieces[0] as Uint8Array) : Buffer.concat(pieces);
  if (isBinary(bytes.subarray(0, START_BYTES))) return null;
  const hints = { choice: null, choiceIsForThis: false, declared: [] };
  let text = '';
  const decoded = decodeText(inOne(bytes), hints, ({ encoding, invalid }) => {
    if (invalid !== null)
      problems.push({ code: 'entry-invalid-text', params: { entry: source.name, encoding, ...invalid } });
  });
  for await (const piece of decoded) text += piece;
  return text;
}

async function* inOne(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Pictures and sound lie beside texts in packages. Text with zero bytes is UTF-16 or UTF-32, and has its mark. */
function isBinary(start: Buffer): boolean {
  const hasMark = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  return start.includes(0) && !hasMark;
}

/** A folder that was packed together with its name is that folder. */
function withoutTopFolder(files: Map<string, string>): Map<string, string> {
  let current = files;
  for (;;) {
    const names = [...current.keys()];
    const top = names[0]?.split('/')[0];
    if (top === undefined || !names.every((name) => name.startsWith(`${top}/`))) return current;
    current = new Map([...current].map(([name, text]) => [name.slice(top.length + 1), text]));
  }
}
