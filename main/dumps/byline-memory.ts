import {
  type BylineHead,
  parseByline,
  parseBylineHead,
  parseBylineTail,
} from '../../app/formats/plain-text/byline.ts';
import { PRECISIONS } from '../../app/precision.ts';
import type { Source } from '../../app/story.ts';
import { dayOfIso, secondsOfIso } from '../../app/text/dates.ts';
import { ByteMap } from './byte-map.ts';
import type { Codec } from './codec.ts';
import { NO_DAY, NO_TIME } from './story-columns.ts';

/** What the index keeps of a byline. */
export interface BylineFacts {
  /** Place among the sources. */
  source: number;
  /** Days since 1970-01-01, or `NO_DAY`. */
  day: number;
  /** Place in `PRECISIONS`. */
  precision: number;
  /** Seconds since midnight, or `NO_TIME`. */
  time: number;
}

interface Head extends BylineHead {
  number: number;
}

type Tail = Omit<BylineFacts, 'source'>;

/** So many different halves of bylines are remembered at a time. */
const REMEMBERED = 1 << 15;
const AT = 0x40;
const CLOSING_BRACKET = 0x29;

/**
 * Reads bylines by the hundred thousand. The same sources and the same days come back all the time, in ever new
 * pairs, so each half is parsed once and remembered by itself.
 */
export class BylineMemory {
  readonly sources: Source[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly codec: Codec;
  private readonly heads = new ByteMap<Head | null>(REMEMBERED);
  private readonly tails = new ByteMap<Tail | null>(REMEMBERED);

  constructor(codec: Codec) {
    this.codec = codec;
  }

  /** What `parseByline` says about the line `from`..`to`. */
  read(bytes: Buffer, from: number, to: number): BylineFacts | null {
    const cut = this.cut(bytes, from, to);
    const head = cut === null ? null : this.head(bytes, from, cut);
    const tail = head === null ? null : this.tail(bytes, cut as number, to);
    // Rare: prose, or a byline with brackets where none are expected.
    if (head === null || tail === null) return this.readWhole(this.codec.decode(bytes, from, to));
    if (tail.precision === 0 && head.needsDate) return null;
    return { source: this.register(head), day: tail.day, precision: tail.precision, time: tail.time };
  }

  /** Cuts a line behind the bracket behind its last `@`; null where there is nothing of the kind. */
  private cut(bytes: Buffer, from: number, to: number): number | null {
    const { codec } = this;
    let close = -1;
    // Where the last `@` is no handle's, or a bracket is full-width, the head is not one: then all of it is parsed.
    for (let at = to - codec.unit; at >= from; at -= codec.unit) {
      const code = codec.unit === 1 ? bytes[at] : codec.at(bytes, at);
      if (code === CLOSING_BRACKET) close = at + codec.unit;
      else if (code === AT) return close === -1 ? null : close;
    }
    return null;
  }

  private readWhole(line: string): BylineFacts | null {
    const byline = parseByline(line);
    if (byline === null) return null;
    const { source, publishedAt, precision } = byline;
    return { source: this.numberOf(source), ...factsOf(publishedAt, PRECISIONS.indexOf(precision)) };
  }

  private head(bytes: Buffer, from: number, to: number): Head | null {
    let head = this.heads.get(bytes, from, to);
    if (head === undefined) {
      const parsed = parseBylineHead(this.codec.decode(bytes, from, to));
      head = parsed === null ? null : { ...parsed, number: -1 };
      this.heads.set(bytes, from, to, head);
    }
    return head;
  }

  private tail(bytes: Buffer, from: number, to: number): Tail | null {
    let tail = this.tails.get(bytes, from, to);
    if (tail === undefined) {
      const parsed = parseBylineTail(this.codec.decode(bytes, from, to));
      tail =
        parsed === null
          ? null
          : factsOf(parsed.moment?.iso ?? null, PRECISIONS.indexOf(parsed.moment?.precision ?? 'none'));
      this.tails.set(bytes, from, to, tail);
    }
    return tail;
  }

  /** A head without its date is not yet a source: only bylines count. */
  private register(head: Head): number {
    if (head.number === -1) head.number = this.numberOf(head.source);
    return head.number;
  }

  private numberOf(source: Source): number {
    const key = `${source.name}\0${source.handle}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.sources.push(source) - 1;
      this.numbers.set(key, number);
    }
    return number;
  }
}

function factsOf(iso: string | null, precision: number): Tail {
  if (iso === null) return { day: NO_DAY, precision, time: NO_TIME };
  return { day: dayOfIso(iso), precision, time: secondsOfIso(iso) ?? NO_TIME };
}
