import type { Problem } from '../../problem.ts';
import { LineCounter } from './line-counter.ts';
import { parseJson } from './parse-json.ts';

/** Keys from the top of a JSON document down to a value; `*` stands for any key or place in an array; `[]`: the document. */
export type JsonPath = readonly string[];

/** A value that was asked for. */
export interface JsonValue {
  /** Index into the paths that were asked for. */
  path: number;
  value: unknown;
  /** 1-based line where it starts, and place among the values of its path. */
  line: number;
  record: number;
}

/** A value may have so many UTF-16 units; a larger one is left out. */
export const VALUE_LIMIT = 1 << 26;

/**
 * Reads the values at `paths` from JSON of any size, one at a time, in the document's order. Text in front of the
 * first bracket is passed over (`window.YTD.tweets.part0 = `), and so is text behind a document; another document may
 * follow. A value that is no JSON, or too large, is a problem, and the next one is read.
 * @param entry the name that problems give
 */
export async function* jsonValues(
  chunks: AsyncIterable<string>,
  paths: readonly JsonPath[],
  entry: string,
  limit: number = VALUE_LIMIT,
): AsyncGenerator<JsonValue | Problem> {
  const walker = new JsonWalker(paths, entry, limit);
  for await (const chunk of chunks) {
    walker.push(chunk);
    yield* walker.take();
  }
  walker.finish();
  yield* walker.take();
}

interface Frame {
  array: boolean;
  /** Key or place of the value that is read now. */
  key: string;
  index: number;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
/** `{` and `[` differ in this bit only, and so do `}` and `]`. */
const BRACKET_BIT = 0x20;
const OPENING = 0x7b;
const CLOSING = 0x7d;

class JsonWalker {
  private readonly paths: readonly JsonPath[];
  private readonly entry: string;
  private readonly limit: number;
  private readonly found: (JsonValue | Problem)[] = [];
  private readonly counts: number[];
  private readonly stack: Frame[] = [];
  private readonly lines = new LineCounter();
  private units = 0;
  /** A key is expected, or being read. */
  private awaitsKey = false;
  private inString = false;
  /** The string before ended in an odd run of backslashes at the chunk's end. */
  private escaped = false;
  /** Text of the key that is read, or of the value that is captured. */
  private parts: string[] = [];
  private length = 0;
  /** Depth of brackets inside the captured value; -1: nothing is captured. */
  private depth = -1;
  private captured = { path: 0, line: 0, scalar: false };

  constructor(paths: readonly JsonPath[], entry: string, limit: number) {
    this.paths = paths;
    this.entry = entry;
    this.limit = limit;
    this.counts = paths.map(() => 0);
  }

  *take(): Generator<JsonValue | Problem> {
    yield* this.found;
    this.found.length = 0;
  }

  push(chunk: string): void {
    let at = 0;
    this.lines.begin(chunk);
    while (at < chunk.length) at = this.depth >= 0 ? this.capture(chunk, at) : this.walk(chunk, at);
    this.lines.upTo(chunk.length);
    this.units += chunk.length;
  }

  finish(): void {
    if (this.depth >= 0 && this.captured.scalar) this.endValue();
    else if (this.depth >= 0 || this.stack.length > 0) {
      this.found.push({ code: 'entry-truncated', params: { entry: this.entry, byte: this.units } });
    }
  }

  /** Outside of the values asked for: follows keys and brackets. Returns where to go on. */
  private walk(chunk: string, from: number): number {
    if (this.inString) return this.string(chunk, from);
    const frame = this.stack.at(-1);
    // A scalar that was asked for has no bracket to be found by.
    if (frame && !this.awaitsKey && this.wanted() !== -1) {
      const start = skip(chunk, from, (code) => code > 32 && code !== COLON);
      if (start === chunk.length) return start;
      const sign = chunk[start] as string;
      if (!',}]'.includes(sign)) return this.beginValue(chunk, start, !'{["'.includes(sign));
    }
    const at = structureAt(chunk, from);
    if (at === chunk.length) return at;
    switch (chunk[at]) {
      case '"':
        if (frame === undefined) break;
        this.inString = true;
        this.escaped = false;
        break;
      case '{':
      case '[':
        if (frame === undefined && this.wanted() !== -1) return this.beginValue(chunk, at, false);
        this.open(chunk[at] === '[');
        break;
      case '}':
      case ']':
        this.stack.pop();
        this.awaitsKey = false;
        break;
      default:
        if (frame?.array) frame.key = String(++frame.index);
        else this.awaitsKey = frame !== undefined;
    }
    return at + 1;
  }

  private open(array: boolean): void {
    this.stack.push({ array, key: array ? '0' : '', index: 0 });
    this.awaitsKey = !array;
  }

  /** Inside of a key, or of a string that nobody asked for. */
  private string(chunk: string, from: number): number {
    const end = this.stringEnd(chunk, from);
    if (this.awaitsKey) this.parts.push(chunk.slice(from, end === -1 ? chunk.length : end));
    if (end === -1) return chunk.length;
    this.inString = false;
    if (this.awaitsKey) {
      const frame = this.stack.at(-1);
      if (frame) frame.key = keyOf(this.parts.join(''));
      this.parts = [];
      this.awaitsKey = false;
    }
    return end + 1;
  }

  /** Index of the quote that ends the string, or -1 where the chunk ends first. */
  private stringEnd(chunk: string, from: number): number {
    let start = from;
    if (this.escaped) {
      start++;
      this.escaped = false;
    }
    for (;;) {
      const quote = chunk.indexOf('"', start);
      const end = quote === -1 ? chunk.length : quote;
      let backslashes = 0;
      while (end - 1 - backslashes >= start && chunk.charCodeAt(end - 1 - backslashes) === BACKSLASH)
        backslashes++;
      if (quote === -1) {
        this.escaped = backslashes % 2 === 1;
        return -1;
      }
      if (backslashes % 2 === 0) return quote;
      start = quote + 1;
    }
  }

  /** Index into the paths of the value that comes next, or -1. */
  private wanted(): number {
    const { stack } = this;
    return this.paths.findIndex(
      (path) =>
        path.length === stack.length &&
        path.every((key, level) => key === '*' || key === (stack[level] as Frame).key),
    );
  }

  private beginValue(chunk: string, start: number, scalar: boolean): number {
    this.captured = { path: this.wanted(), line: this.lines.upTo(start), scalar };
    this.depth = 0;
    this.parts = [];
    this.length = 0;
    return this.capture(chunk, start);
  }

  private capture(chunk: string, from: number): number {
    const end = this.captured.scalar ? this.scalarEnd(chunk, from) : this.valueEnd(chunk, from);
    const to = end === -1 ? chunk.length : end;
    if (this.length <= this.limit) this.parts.push(chunk.slice(from, to));
    this.length += to - from;
    if (end === -1) return to;
    this.endValue();
    return to;
  }

  private scalarEnd(chunk: string, from: number): number {
    const end = skip(chunk, from, (code) => code === COMMA || (code | BRACKET_BIT) === CLOSING || code <= 32);
    return end === chunk.length ? -1 : end;
  }

  /** Index behind the value's last bracket or quote, or -1. */
  private valueEnd(chunk: string, from: number): number {
    let at = from;
    if (this.inString) {
      at = this.stringEnd(chunk, from) + 1;
      if (at === 0) return -1;
      this.inString = false;
      if (this.depth === 0) return at;
    }
    // Nearly all of a large dump passes through this loop: no regular expression is as fast.
    for (; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (code === QUOTE) {
        const end = this.stringEnd(chunk, at + 1);
        if (end === -1) {
          this.inString = true;
          return -1;
        }
        at = end;
        if (this.depth === 0) return at + 1;
      } else if ((code | BRACKET_BIT) === OPENING) this.depth++;
      else if ((code | BRACKET_BIT) === CLOSING && --this.depth <= 0) return at + 1;
    }
    return -1;
  }

  private endValue(): void {
    const { path, line } = this.captured;
    const record = ++(this.counts[path] as number);
    const text = this.parts.join('');
    this.parts = [];
    this.depth = -1;
    const where = { entry: this.entry, unit: 'line', position: line };
    if (this.length > this.limit) {
      this.found.push({ code: 'record-too-large', params: { ...where, limit: this.limit } });
      return;
    }
    try {
      this.found.push({ path, value: parseJson(text), line, record });
    } catch (thrown) {
      this.found.push({ code: 'record-bad-json', params: { ...where, detail: (thrown as Error).message } });
    }
  }
}

/** Index of the next quote, bracket or comma, or the chunk's length. */
function structureAt(chunk: string, from: number): number {
  let at = from;
  for (; at < chunk.length; at++) {
    const code = chunk.charCodeAt(at);
    const bracket = code | BRACKET_BIT;
    if (code === QUOTE || code === COMMA || bracket === OPENING || bracket === CLOSING) break;
  }
  return at;
}

function skip(chunk: string, from: number, stops: (code: number) => boolean): number {
  let at = from;
  while (at < chunk.length && !stops(chunk.charCodeAt(at))) at++;
  return at;
}

function keyOf(raw: string): string {
  if (!raw.includes('\\')) return raw;
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}
