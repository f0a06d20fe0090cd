import type { Limits } from './limits.ts';
import type { Report } from './source.ts';

/** What all entries of one dump may unpack to together. */
export class Budget {
  /** Nothing more is to be unpacked. */
  spent = false;
  readonly limits: Limits;
  private readonly total: number;
  private used = 0;

  /** @param packed bytes of the dump */
  constructor(limits: Limits, packed: number) {
    this.limits = limits;
    this.total = Math.max(limits.totalFloor, limits.totalRatio * packed);
  }

  /** For one entry, however often it is read. @param packed its bytes as they are packed, 0 where nobody knows */
  meter(packed: number): Meter {
    return new Meter(this, Math.max(this.limits.entryFloor, this.limits.entryRatio * packed));
  }

  /** @returns the limit where it is passed */
  take(bytes: number): number | null {
    this.used += bytes;
    this.spent ||= this.used > this.total;
    return this.spent ? this.total : null;
  }
}

/** What one entry unpacks to. */
export class Meter {
  private readonly budget: Budget;
  private readonly limit: number;
  /** The furthest that any reading came: reading once more costs nothing more. */
  private furthest = 0;

  constructor(budget: Budget, limit: number) {
    this.budget = budget;
    this.limit = limit;
  }

  /** Gives what is read on until it is too much, which is reported of `entry`. */
  async *watch<Piece extends Uint8Array | null>(
    pieces: AsyncIterable<Piece>,
    entry: string,
    report: Report,
  ): AsyncGenerator<Piece> {
    let read = 0;
    for await (const piece of pieces) {
      const left = this.limit - read;
      read += piece?.length ?? 0;
      const total = this.budget.take(Math.max(0, Math.min(read, this.limit) - this.furthest));
      this.furthest = Math.max(this.furthest, Math.min(read, this.limit));
      if (total === null)
        yield piece === null || read <= this.limit ? piece : (piece.subarray(0, left) as Piece);
      if (total !== null || read > this.limit) {
        report({ code: 'entry-too-large', params: { entry, limit: total ?? this.limit } });
        return;
      }
    }
  }
}
