/** Work that has begun and has to come to its end before what it works on is closed. */
export class InFlight {
  readonly #work = new Set<Promise<unknown>>();

  /** Returns the same promise. */
  track<T>(work: Promise<T>): Promise<T> {
    const entry = work.catch(() => undefined).finally(() => this.#work.delete(entry));
    this.#work.add(entry);
    return work;
  }

  /** Resolves once all work, also that which began meanwhile, has come to its end, well or not. */
  async settle(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work);
  }
}
