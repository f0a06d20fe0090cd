import { realpath, stat } from 'node:fs/promises';
import type { DumpRef } from '../../app/dump-ref.ts';
import { hashFile } from '../file-hash.ts';

/** A file or folder as it is compared with the dumps of projects. It is hashed at most once, and only where a size agrees. */
export class DumpAmong {
  readonly #path: string;
  #place: Promise<string> | null = null;
  #sha256: Promise<string | null> | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  /** A file or folder: anything else is no dump. */
  async isThere(): Promise<boolean> {
    const found = await stat(this.#path).catch(() => null);
    return found?.isFile() === true || found?.isDirectory() === true;
  }

  /**
   * The dump that the file is: the same place, or the same bytes; null where it is none of them.
   * @param placeOf where a dump stands now
   */
  async find(
    refs: Iterable<DumpRef>,
    placeOf: (ref: DumpRef) => string = (ref) => ref.path,
  ): Promise<DumpRef | null> {
    const all = [...refs];
    this.#place ??= realPlace(this.#path);
    const place = await this.#place;
    for (const ref of all) if (place === (await realPlace(placeOf(ref)))) return ref;
    const found = await stat(this.#path).catch(() => null);
    const twins = all.filter((ref) => ref.sha256 !== null && ref.bytes === found?.size);
    if (!found?.isFile() || twins.length === 0) return null;
    // What cannot be read is nobody's twin; opening it says why.
    this.#sha256 ??= hashFile(this.#path).then(
      (hashed) => hashed.sha256,
      () => null,
    );
    const sha256 = await this.#sha256;
    return twins.find((ref) => ref.sha256 === sha256) ?? null;
  }
}

function realPlace(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
