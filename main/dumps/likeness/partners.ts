/** Of earlier stories that are alike, so many are kept. */
const MOST = 4;

/** For each story the first few earlier ones that are perhaps alike: the same, however they were found. */
export class Partners {
  readonly memory: SharedArrayBuffer;
  /** `MOST` a story, plus 1, ascending, with zeros behind them. */
  private readonly partners: Uint32Array;

  constructor(memory: SharedArrayBuffer) {
    this.memory = memory;
    this.partners = new Uint32Array(memory);
  }

  static bytesFor(count: number): number {
    return Math.max(1, count) * MOST * 4;
  }

  add(story: number, partner: number): void {
    const { partners } = this;
    const from = story * MOST;
    let at = from;
    while (at < from + MOST && partners[at] !== 0 && (partners[at] as number) < partner + 1) at += 1;
    if (at === from + MOST || partners[at] === partner + 1) return;
    for (let moved = from + MOST - 1; moved > at; moved -= 1) partners[moved] = partners[moved - 1] as number;
    partners[at] = partner + 1;
  }

  addAll(other: Partners): void {
    for (let at = 0; at < other.partners.length; at += 1) {
      const partner = other.partners[at] as number;
      if (partner !== 0) this.add(Math.floor(at / MOST), partner - 1);
    }
  }

  *of(story: number): Generator<number> {
    for (let at = story * MOST; at < (story + 1) * MOST && this.partners[at] !== 0; at += 1)
      yield (this.partners[at] as number) - 1;
  }
}
