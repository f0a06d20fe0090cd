/** Ordinals of a million stories without an object each: appended in ascending order, then read. */
export class OrdinalList {
  #values = new Uint32Array(1024);
  #count = 0;

  push(ordinal: number): void {
    if (this.#count === this.#values.length) {
      const wider = new Uint32Array(this.#count * 2);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.#count] = ordinal;
    this.#count += 1;
  }

  /** A copy of its own size. */
  toArray(): Uint32Array {
    return this.#values.slice(0, this.#count);
  }
}

/** The index of an ordinal in an ascending list; null where it is not in it. */
export function placeIn(ordinals: Uint32Array, ordinal: number): number | null {
  let from = 0;
  let to = ordinals.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ordinals[middle] as number) < ordinal) from = middle + 1;
    else to = middle;
  }
  return ordinals[from] === ordinal ? from : null;
}
