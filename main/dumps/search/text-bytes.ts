import { parseJsonString } from '../../../app/formats/reading/parse-json.ts';
import { codecOf } from '../codec.ts';
import type { StoryKind } from '../story-kind.ts';

/** How the bytes of a story's text become text. */
export interface TextBytes {
  /** The text of a run of bytes; null where it does not begin and end between two letters. */
  decode(bytes: Buffer, from: number, to: number): string | null;
  /** The first place at or behind an index where a letter begins; looks at a few bytes only. */
  nextLetter(bytes: Buffer, at: number, limit: number): number;
  /** The UTF-16 unit that a letter ends with at an index, or begins with; -1 where it takes more than a glance to tell. */
  unitBefore(bytes: Buffer, at: number): number;
  unitAt(bytes: Buffer, at: number): number;
}

/** Of texts that stand in the bytes from end to end, apart from escapes: records have theirs in a string. */
export function textBytesOf(kind: StoryKind): TextBytes {
  if (kind.kind !== 'text') return IN_STRING;
  if (kind.encoding === 'utf-8') return UTF8;
  const codec = codecOf(kind.encoding);
  return {
    decode: (bytes, from, to) => codec.decode(bytes, from, to),
    nextLetter: (_bytes, at) => at,
    unitBefore: (bytes, at) => codec.at(bytes, at - 2),
    unitAt: (bytes, at) => codec.at(bytes, at),
  };
}

const isContinuation = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80;

const UTF8: TextBytes = {
  decode: (bytes, from, to) => bytes.toString('utf8', from, to),
  nextLetter(bytes, at, limit) {
    let next = at;
    while (next < limit && next < at + 3 && isContinuation(bytes[next])) next += 1;
    return next;
  },
  unitBefore(bytes, at) {
    for (let length = 1; length <= 3; length += 1)
      if (!isContinuation(bytes[at - length])) return letterOf(bytes, at - length, length);
    return -1;
  },
  unitAt(bytes, at) {
    const first = bytes[at] as number;
    return letterOf(bytes, at, first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4);
  },
};

/** A letter of the basic plane in so many bytes; -1 for what is none. */
function letterOf(bytes: Buffer, at: number, length: number): number {
  const first = bytes[at] as number;
  if (length === 1) return first < 0x80 ? first : -1;
  const second = (bytes[at + 1] as number) & 0x3f;
  if (length === 2) return first >= 0xc2 && first < 0xe0 ? ((first & 0x1f) << 6) | second : -1;
  const third = (bytes[at + 2] as number) & 0x3f;
  return length === 3 && first >= 0xe0 && first < 0xf0 ? ((first & 0x0f) << 12) | (second << 6) | third : -1;
}

const BACKSLASH = 0x5c;
/** `\u001f` */
const LONGEST_ESCAPE = 6;

/** At the end: a backslash that escapes what follows, or has begun to. */
const CUT_ESCAPE = /(?<!\\)(?:\\\\)*\\(?:u[\da-fA-F]{0,3})?$/u;

const IN_STRING: TextBytes = {
  decode(bytes, from, to) {
    const inside = bytes.toString('utf8', from, to);
    try {
      return CUT_ESCAPE.test(inside) ? null : parseJsonString(inside);
    } catch {
      return null;
    }
  },
  nextLetter(bytes, at, limit) {
    // Behind a few bytes without a backslash nothing is part of an escape.
    for (let next = at; next < limit; next += 1)
      if (!isContinuation(bytes[next]) && !hasBackslash(bytes, next)) return next;
    return limit;
  },
  unitBefore: (bytes, at) => (hasBackslash(bytes, at) ? -1 : UTF8.unitBefore(bytes, at)),
  unitAt: (bytes, at) => (bytes[at] === BACKSLASH ? -1 : UTF8.unitAt(bytes, at)),
};

function hasBackslash(bytes: Buffer, before: number): boolean {
  for (let at = Math.max(0, before - LONGEST_ESCAPE); at < before; at += 1)
    if (bytes[at] === BACKSLASH) return true;
  return false;
}
