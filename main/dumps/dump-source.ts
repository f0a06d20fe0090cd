import type { UratoriError } from '../../app/problem.ts';
import { DumpFile } from './dump-file.ts';
import { DumpFolder } from './dump-folder.ts';

/** What a person opened: a file or a folder, as it was when it was opened. */
export interface DumpSource {
  readonly kind: 'file' | 'folder';
  readonly path: string;
  /** Of a folder: those of all files in it. */
  readonly bytes: number;
  readonly mtimeMs: number;
  /** When it was last touched in any way: a program can set the other time back, but not this one. */
  readonly ctimeMs: number;
  /** Why it cannot be read any more, as far as was seen by now. */
  readonly refusal: UratoriError | null;
  /** Called when `refusal` comes or goes. */
  onRefusal: () => void;
  /** @throws UratoriError `dump-changed-while-open`, `dump-not-found`, `dump-not-readable` {path} */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** @throws UratoriError `dump-not-found`, `dump-not-readable`, `dump-empty` {path} */
export async function openSource(path: string): Promise<DumpFile | DumpFolder> {
  return (await DumpFolder.open(path)) ?? (await DumpFile.open(path));
}
