import { stat } from 'node:fs/promises';
import { UratoriError } from '../../app/problem.ts';
import { readingProblem } from './dump-file.ts';
import type { DumpSource } from './dump-source.ts';
import { filesIn } from './intake/folder-files.ts';

interface State {
  bytes: number;
  mtimeMs: number;
  ctimeMs: number;
}

/** A folder that was opened as one dump. Its stories are in a spool, so what it was can be read whatever becomes of it. */
export class DumpFolder implements DumpSource {
  readonly kind = 'folder';
  readonly path: string;
  readonly bytes: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  refusal: UratoriError | null = null;
  onRefusal: () => void = () => {};

  private constructor(path: string, state: State) {
    this.path = path;
    this.bytes = state.bytes;
    this.mtimeMs = state.mtimeMs;
    this.ctimeMs = state.ctimeMs;
  }

  /** Null where there is no folder. @throws UratoriError `dump-not-readable`, `dump-empty` {path} */
  static async open(path: string): Promise<DumpFolder | null> {
    const stats = await stat(path).catch(() => null);
    if (!stats?.isDirectory()) return null;
    const state = await stateOf(path);
    if (state.bytes === 0) throw new UratoriError('dump-empty', { path });
    return new DumpFolder(path, state);
  }

  /** Looks whether the folder is still there; what changes inside is seen when it is opened anew. */
  async check(): Promise<void> {
    const { path } = this;
    const known = this.refusal?.code;
    this.refusal = await stat(path).then(
      () => null,
      (thrown) => readingProblem(thrown, path),
    );
    if (known !== this.refusal?.code) this.onRefusal();
    if (this.refusal) throw this.refusal;
  }

  async close(): Promise<void> {}
}

async function stateOf(path: string): Promise<State> {
  const state: State = { bytes: 0, mtimeMs: 0, ctimeMs: 0 };
  try {
    for await (const file of filesIn(path)) {
      state.bytes += file.bytes;
      state.mtimeMs = Math.max(state.mtimeMs, file.mtimeMs);
      state.ctimeMs = Math.max(state.ctimeMs, file.ctimeMs);
    }
  } catch (thrown) {
    throw readingProblem(thrown, path);
  }
  return state;
}
