/** A rate over less time than this, in ms, says more about the moment than about the disk. */
const SHORTEST = 1000;
/** What was longer ago, in ms, says nothing about what comes. */
const LONGEST = 5000;

export interface Pace {
  bytesPerSecond: number;
  secondsLeft: number;
}

/** How fast a dump is being read, from what is known at some times. */
export class ScanPace {
  #samples: { at: number; bytes: number }[] = [];

  /**
   * @param at in ms, never less than before
   * @param bytes read by then; fewer than before where the reading has begun anew
   */
  add(at: number, bytes: number): void {
    if (bytes < (this.#samples.at(-1)?.bytes ?? 0)) this.#samples = [];
    this.#samples.push({ at, bytes });
    // The last one from before the time that counts is kept: it is where that time begins.
    while (at - (this.#samples[1]?.at ?? at) >= LONGEST) this.#samples.shift();
  }

  /** Null where it is too early to tell. */
  of(total: number): Pace | null {
    const [first] = this.#samples;
    const last = this.#samples.at(-1);
    if (!first || !last || last.at - first.at < SHORTEST || last.bytes <= first.bytes) return null;
    const bytesPerSecond = ((last.bytes - first.bytes) / (last.at - first.at)) * 1000;
    return { bytesPerSecond, secondsLeft: Math.max(0, (total - last.bytes) / bytesPerSecond) };
  }
}
