/** One in so many bytes may be one to look behind; where there are more, looking costs more than it saves. */
const SPARSE = 256;

/** The first two bytes of letters that are looked for only where these bytes are. */
export class RareBytes {
  private readonly firsts: ReadonlySet<number>;
  /** By first byte: the second ones. */
  private readonly seconds = new Map<number, Uint8Array>();

  /** @param firsts bytes that begin rare letters */
  constructor(firsts: readonly number[]) {
    this.firsts = new Set(firsts);
  }

  /** Whether a letter is rare; from then on its bytes are watched for. */
  take(first: number, second: number): boolean {
    if (!this.firsts.has(first)) return false;
    const seconds = this.seconds.get(first) ?? new Uint8Array(256);
    this.seconds.set(first, seconds);
    seconds[second] = 1;
    return true;
  }

  /** Whether rare letters may stand in bytes; true also where it is too long to tell. */
  areIn(bytes: Buffer, from: number, to: number): boolean {
    if (this.seconds.size === 0) return false;
    let left = Math.max(16, (to - from) / SPARSE);
    // Of its own, since looking for a byte that is not there would not stop at `to`.
    const looked = bytes.subarray(from, to);
    for (const [first, seconds] of this.seconds)
      for (let at = looked.indexOf(first); at !== -1; at = looked.indexOf(first, at + 1)) {
        if (seconds[looked[at + 1] ?? 0] === 1 || left <= 0) return true;
        left -= 1;
      }
    return false;
  }
}
