import { basename } from 'node:path';
import type { BundleMode } from '../../app/bundle/manifest.ts';
import { DUMPS, pathKey, STORIES } from '../../app/bundle/paths.ts';
import { fileNameFor } from '../file-name.ts';

/** UTF-8 bytes that a name's ending may have, so that a long name keeps it. */
const LONGEST_ENDING = 20;

/** Gives each dump of a bundle a path of its own: under its name, since that tells programs what it is. */
export class DumpPlaces {
  readonly #mode: BundleMode;
  readonly #taken = new Set<string>();

  constructor(mode: BundleMode) {
    this.#mode = mode;
  }

  /** @param path of the dump on this computer */
  placeFor(path: string): string {
    const name = portable(basename(path));
    const plain = this.#mode === 'whole' ? DUMPS + name : `${STORIES}${name}.jsonl`;
    const place = this.#isFree(plain) ? plain : this.#numbered(plain);
    this.#taken.add(pathKey(place));
    return place;
  }

  #numbered(plain: string): string {
    const [folder, name] = [plain.slice(0, plain.indexOf('/')), plain.slice(plain.indexOf('/') + 1)];
    for (let number = 2; ; number += 1) {
      const place = `${folder}/${number}/${name}`;
      if (this.#isFree(place)) return place;
    }
  }

  /** Nor may a dump that is a folder have another one among its files. */
  #isFree(place: string): boolean {
    const key = pathKey(place);
    return [...this.#taken].every(
      (other) => other !== key && !other.startsWith(`${key}/`) && !key.startsWith(`${other}/`),
    );
  }
}

function portable(name: string): string {
  const ending = /\.[^.]+$/u.exec(name)?.[0] ?? '';
  if (Buffer.byteLength(ending) > LONGEST_ENDING) return fileNameFor(name);
  const safe = fileNameFor(`x${ending}`).slice(1);
  return fileNameFor(name.slice(0, name.length - ending.length)) + safe;
}
