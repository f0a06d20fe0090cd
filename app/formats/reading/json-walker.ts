import type { Problem } from '../../problem.ts';
import { Capture } from './json-capture.ts';
import { DEEPEST_INDENT, indentAt, linesTell, openLine, resumption } from './json-recovery.ts';
import { COLON, StringEnds, skip, structureAt } from './json-scan.ts';
import type { JsonPath, JsonValue } from './json-values.ts';
import { LineCounter } from './line-counter.ts';
import { parseJson } from './parse-json.ts';

/** A list or object that is open. */
interface Frame {
  array: boolean;
  /** Key or place of the value that is read now. */
  key: string;
  index: number;
}

/** A piece of text, and how far it is read. */
interface Piece {
  text: string;
  at: number;
  lines: LineCounter;
}

/** Nothing is asked for at such a depth: what stands deeper is only counted, so that no nesting fills the memory. */
const DEEPEST = 256;
/** The rest of a longer key is not kept, in UTF-16 units: nobody asks for one. */
const KEY_LIMIT = 1 << 16;

/** Follows the brackets of JSON in chunks, and takes the values at some paths out of it. */
export class JsonWalker {
  private readonly paths: readonly JsonPath[];
  private readonly entry: string;
  private readonly limit: number;
  private readonly found: (JsonValue | Problem)[] = [];
  private readonly counts: number[];
  private readonly stack: Frame[] = [];
  /** How many lists and objects are open beyond the deepest frame. */
  private beyond = 0;
  private readonly lines = new LineCounter();
  /** The chunk, and on top of it what is read again, since a broken value had swallowed it. */
  private readonly pieces: Piece[] = [];
  private units = 0;
  /** The end of the chunks before; a text begins as a line does. */
  private before = '\n';
  /** Strings outside of values. */
  private readonly strings = new StringEnds();
  /** A key is expected, or being read. */
  private awaitsKey = false;
  private keyParts: string[] = [];
  private keyLength = 0;
  private value: Capture | null = null;
  /** Index of the path whose broken value is passed over, and the line break and blanks that were read last. */
  private lost: { path: number; line: string } | null = null;
  /** For each path, what stands in front of its values where they begin on lines of their own. */
  private readonly indents: (string | undefined)[] = [];

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
    this.lines.begin(chunk);
    this.pieces.push({ text: chunk, at: 0, lines: this.lines });
    this.read();
    this.lines.upTo(chunk.length);
    this.units += chunk.length;
    this.before = (this.before + chunk.slice(-DEEPEST_INDENT)).slice(-DEEPEST_INDENT);
  }

  finish(): void {
    this.value?.finish();
    if (this.value?.ended) this.endValue(this.value);
    while (this.value !== null && this.hasSwallowed(this.value)) {
      this.broken(this.value);
      this.read();
    }
    if (this.value !== null || this.stack.length > 0) {
      this.found.push({ code: 'entry-truncated', params: { entry: this.entry, byte: this.units } });
    }
  }

  private read(): void {
    for (let piece = this.pieces.at(-1); piece !== undefined; piece = this.pieces.at(-1)) {
      if (piece.at === piece.text.length) this.pieces.pop();
      else piece.at = this.step(piece, piece.at);
    }
  }

  /** Reads on from `from`. Returns where to go on. */
  private step(piece: Piece, from: number): number {
    if (this.lost !== null) return this.passOver(piece.text, from, this.lost);
    return this.value === null ? this.walk(piece, from) : this.capture(this.value, piece.text, from);
  }

  /** Outside of the values asked for: follows keys and brackets. */
  private walk(piece: Piece, from: number): number {
    const { text } = piece;
    if (this.strings.open) return this.string(text, from);
    const frame = this.stack.at(-1);
    // A scalar that was asked for has no bracket to be found by.
    if (frame && !this.awaitsKey && this.wanted() !== -1) {
      const start = skip(text, from, (code) => code > 32 && code !== COLON);
      if (start === text.length) return start;
      const sign = text[start] as string;
      if (!',}]'.includes(sign)) return this.beginValue(piece, start, !'{["'.includes(sign));
    }
    const at = structureAt(text, from);
    if (at === text.length) return at;
    switch (text[at]) {
      case '"':
        return frame === undefined ? at + 1 : this.string(text, at + 1);
      case '{':
      case '[':
        if (frame === undefined && this.wanted() !== -1) return this.beginValue(piece, at, false);
        this.open(text[at] === '[');
        break;
      case '}':
      case ']':
        this.close(text[at] === ']', piece.lines.upTo(at));
        break;
      default:
        if (frame?.array) frame.key = String(++frame.index);
        else this.awaitsKey = frame !== undefined;
    }
    return at + 1;
  }

  private open(array: boolean): void {
    if (this.stack.length === DEEPEST) {
      this.beyond++;
      return;
    }
    this.stack.push({ array, key: array ? '0' : '', index: 0 });
    this.awaitsKey = !array;
  }

  /** A bracket that closes nothing is passed over: else the list around it would be left, and all that follows in it. */
  private close(array: boolean, line: number): void {
    if (this.beyond > 0) {
      this.beyond--;
      return;
    }
    const open = this.stack.findLastIndex((frame) => frame.array === array);
    if (open === this.stack.length - 1) this.stack.pop();
    else {
      this.problem('entry-damaged', line, { detail: array ? ']' : '}' });
      if (array && open !== -1) this.stack.length = open;
    }
    this.awaitsKey = false;
  }

  /** Inside of a key, or of a string that nobody asked for. */
  private string(text: string, from: number): number {
    const behind = this.strings.behind(text, from);
    if (!this.awaitsKey) return behind;
    if (this.keyLength <= KEY_LIMIT)
      this.keyParts.push(text.slice(from, this.strings.open ? behind : behind - 1));
    this.keyLength += behind - from;
    if (!this.strings.open) {
      const frame = this.stack.at(-1);
      if (frame) frame.key = keyOf(this.keyParts.join(''));
      this.keyParts = [];
      this.keyLength = 0;
      this.awaitsKey = false;
    }
    return behind;
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

  private beginValue(piece: Piece, start: number, scalar: boolean): number {
    const path = this.wanted();
    (this.counts[path] as number)++;
    const before = piece.lines === this.lines ? this.before : '';
    this.indents[path] = indentAt(piece.text, start, before) ?? this.indents[path];
    this.value = new Capture(path, piece.lines.upTo(start), scalar, this.limit);
    return this.capture(this.value, piece.text, start);
  }

  private capture(value: Capture, text: string, from: number): number {
    const to = value.take(text, from);
    if (value.ended) this.endValue(value);
    else if (value.isSuspicious && this.hasSwallowed(value)) this.broken(value);
    return to;
  }

  private endValue(value: Capture): void {
    this.value = null;
    const { path, line } = value;
    if (value.isTooLarge) {
      this.problem('record-too-large', line, { limit: this.limit });
      return;
    }
    try {
      this.found.push({ path, value: parseJson(value.text), line, record: this.counts[path] as number });
    } catch {
      this.broken(value);
    }
  }

  /** True for a value that goes on, though what is no part of it has begun. */
  private hasSwallowed({ path, text, isTooLarge }: Capture): boolean {
    const indent = this.indents[path];
    return !isTooLarge && indent !== undefined && linesTell(text, indent) && resumption(text, indent) !== -1;
  }

  /** Ends a value that is no JSON. What it has swallowed is read again; what is left of it is passed over. */
  private broken({ path, line, text }: Capture): void {
    this.value = null;
    const indent = this.indents[path];
    const canResume = indent !== undefined && linesTell(text, indent);
    const at = canResume ? resumption(text, indent) : -1;
    const own = at === -1 ? text : text.slice(0, at);
    this.problem('record-bad-json', line, { detail: whyNoJson(own) });
    if (at !== -1) {
      const swallowed = text.slice(at);
      const lines = new LineCounter(line + own.split('\n').length - 1);
      lines.begin(swallowed);
      this.pieces.push({ text: swallowed, at: 0, lines });
    } else if (canResume) this.lost = { path, line: openLine(text) };
  }

  /** Behind a broken value, up to the next one of its list, or the list's end. */
  private passOver(chunk: string, from: number, { path, line }: { path: number; line: string }): number {
    const text = line + chunk.slice(from);
    const at = resumption(text, this.indents[path] ?? '');
    this.lost = at === -1 ? { path, line: openLine(text) } : null;
    return at === -1 ? chunk.length : from + at - line.length;
  }

  private problem(code: Problem['code'], line: number, params: Problem['params']): void {
    this.found.push({ code, params: { entry: this.entry, unit: 'line', position: line, ...params } });
  }
}

/** Of a value with what may stand between it and the next one. */
function whyNoJson(text: string): string {
  const value = text.trimEnd();
  try {
    parseJson(value.endsWith(',') ? value.slice(0, -1) : value);
  } catch (thrown) {
    return (thrown as Error).message;
  }
  return 'unexpected text behind it';
}

function keyOf(raw: string): string {
  if (!raw.includes('\\')) return raw;
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}
