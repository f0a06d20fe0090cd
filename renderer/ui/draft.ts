/**
 * What stands in a field while it is edited, beside what is stored. Knows what still has to be sent and what a change
 * from outside (an undo, say) may replace: never words that somebody is just writing.
 */
export class Draft<T> {
  readonly #equal: (a: T, b: T) => boolean;
  #value: T;
  #stored: T;
  /** Sent, and not seen among what is stored yet. */
  #sent: { value: T } | null = null;

  constructor(stored: T, equal: (a: T, b: T) => boolean = Object.is) {
    this.#value = stored;
    this.#stored = stored;
    this.#equal = equal;
  }

  get value(): T {
    return this.#value;
  }

  /** There is something that has not been sent. */
  get dirty(): boolean {
    return !this.#equal(this.#value, this.#sent ? this.#sent.value : this.#stored);
  }

  /** Something was sent, and is not seen among what is stored yet. */
  get underWay(): boolean {
    return this.#sent !== null;
  }

  edit(value: T): void {
    this.#value = value;
  }

  /** What is stored has changed. `held`: somebody is in the field, so unsent words stay in it. */
  receive(stored: T, held: boolean): void {
    // The same again, read anew: no reason to take away what could not be sent.
    const keep = this.dirty && (held || this.#equal(stored, this.#stored));
    if (this.#sent && this.#equal(stored, this.#sent.value)) this.#sent = null;
    this.#stored = stored;
    // While a change of ours is on its way, what is seen of others came before it.
    if (!keep && !this.#sent) this.#value = stored;
  }

  /** What has to be sent, once: taken, it counts as sent. null where nothing has changed. */
  take(): { value: T } | null {
    if (!this.dirty) return null;
    this.#sent = { value: this.#value };
    return this.#sent;
  }

  /** What was sent was refused: it is unsent again. */
  refused(sent: { value: T }): void {
    if (this.#sent === sent) this.#sent = null;
  }
}
