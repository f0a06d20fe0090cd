import { fold } from '../search/folding.ts';
import { CHARACTER, classOf, DIGIT, foldedUnit, NOTHING, SPECIAL } from './letter-classes.ts';

/**
 * What a text says, as numbers: hashes of every few words or characters in a row. Case, width, signs, blanks, links and
 * media marks do not count; a number counts as one word, thousands separators apart. As many in a row as tell about as
 * much: four characters of a script without blanks, two words of another.
 */
export class Shingles {
  /** The first `count` are the text's, with repetitions. */
  hashes = new Uint32Array(1 << 12);
  count = 0;
  /** Where the links of the text that was read begin and end, in its UTF-16 units, two by two. */
  readonly links: number[] = [];

  /** Reads a text in place of the last one. */
  read(text: string): void {
    if (!this.scan(text)) this.scan(fold(text, 'usual').text, this.links.splice(0));
  }

  /** The different ones of the text that was read, ascending. */
  sorted(): Uint32Array {
    const sorted = this.hashes.slice(0, this.count).sort();
    let length = 0;
    for (let at = 0; at < sorted.length; at += 1)
      if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[length++] = sorted[at] as number;
    return sorted.slice(0, length);
  }

  /**
   * False for a text that has to be folded first; its links are told all the same.
   * @param links of the text as it was before it was folded; without them the text's own are looked for
   */
  private scan(text: string, links: readonly number[] | null = null): boolean {
    const { length } = text;
    this.count = 0;
    this.links.length = 0;
    if (this.hashes.length < length) this.hashes = new Uint32Array(length * 2);
    const { hashes } = this;
    let isPlain = true;
    /** Hashes of the last words or characters, the last one first. */
    let a = 0;
    let b = 0;
    let c = 0;
    let word = 0;
    let lastClass = NOTHING;
    let count = 0;
    let units = 0;
    for (let at = 0; at <= length; at += 1) {
      const unit = at < length ? text.charCodeAt(at) : 0x20;
      let now = classOf(unit);
      if (now === SPECIAL) {
        isPlain = false;
        now = NOTHING;
      }
      // 1,200 is 1200, and 1.5 is not 15.
      if (now === NOTHING && lastClass === DIGIT && (unit === 0x2c || unit === 0x2e)) {
        if (classOf(text.charCodeAt(at + 1)) === DIGIT) {
          if (unit === 0x2e) word = Math.imul(word ^ unit, FACTOR);
          continue;
        }
      }
      if (now === NOTHING && lastClass === NOTHING) continue;
      const isInside = now === lastClass && now !== CHARACTER;
      if (!isInside && lastClass !== NOTHING && lastClass !== CHARACTER) {
        units += 1;
        if (units >= 2) hashes[count++] = mixed(Math.imul(word, 0x2c1b3c6d) ^ a);
        c = b;
        b = a;
        a = mixed(word);
        word = 0;
      }
      lastClass = now;
      if (now === NOTHING) continue;
      if (!isInside) {
        const end = markEnd(text, at, unit);
        if (end > at) {
          if (unit === 0x68 || unit === 0x48) this.links.push(at, end);
          at = end - 1;
          lastClass = NOTHING;
          continue;
        }
      }
      if (now !== CHARACTER) {
        word = Math.imul(word ^ foldedUnit(unit), FACTOR);
        continue;
      }
      units += 1;
      const own = Math.imul(foldedUnit(unit), 0x85ebca6b) | 1;
      if (units >= 4)
        hashes[count++] = mixed(
          own ^ rotated(Math.imul(a, 0x9e3779b1), 7) ^ rotated(Math.imul(b, 0xc2b2ae35), 14) ^ rotated(c, 21),
        );
      c = b;
      b = a;
      a = own;
    }
    this.count = count;
    if (links) this.links.splice(0, this.links.length, ...links);
    return isPlain || links !== null;
  }
}

const FACTOR = 0x01000193;

function rotated(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

/** The finaliser of MurmurHash3 (https://github.com/aappleby/smhasher): every bit of the result depends on all of them. */
export function mixed(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

const MEDIA_MARKS = ['pic.twitter.com/', 'pic.x.com/'];

/** Behind a link or media mark that begins here; `at` where none does. */
function markEnd(text: string, at: number, unit: number): number {
  const isMark =
    unit === 0x68 || unit === 0x48
      ? isScheme(text, at)
      : unit === 0x70 && MEDIA_MARKS.some((mark) => text.startsWith(mark, at));
  if (!isMark) return at;
  let end = at;
  while (end < text.length && isOfAddress(text.charCodeAt(end))) end += 1;
  return end;
}

function isScheme(text: string, at: number): boolean {
  const colon = text.charCodeAt(at + 4) === 0x3a ? at + 4 : at + 5;
  return text.startsWith('://', colon) && /^https?$/iu.test(text.slice(at, colon));
}

/** Printable ASCII: Japanese goes on right behind a link. */
function isOfAddress(unit: number): boolean {
  return unit > 0x20 && unit < 0x7f && unit !== 0x22 && unit !== 0x3c && unit !== 0x3e;
}
