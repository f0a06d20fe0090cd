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
