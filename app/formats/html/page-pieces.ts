import type { Document } from 'domhandler';
import { Parser } from 'htmlparser2';
import type { Problem } from '../../problem.ts';
import { TreeBuilder } from './tree-builder.ts';

/** A page, or what fits into memory of one. */
export interface PagePiece {
  tree: Document;
  /** Nothing was read before it, or comes behind it. */
  isFirst: boolean;
  isLast: boolean;
  nodes: number;
  savedFrom: string | null;
}

export interface PieceLimits {
  /** A piece ends where it can after so many nodes, or UTF-16 units. */
  nodes: number;
  units: number;
  /** A comment, or a tag, of so many UTF-16 units is left out. */
  token: number;
}

const LIMITS: PieceLimits = { nodes: 1 << 19, units: 1 << 24, token: 1 << 26 };
/** No page that a person made is nested deeper, and browsers go no deeper either. The parser's time grows with its square. */
const DEPTH_LIMIT = 512;
/** After about so many UTF-16 units the limits are looked at, behind a tag if there is one soon. */
const STEP = 1 << 12;
const LONGEST_STEP = 1 << 16;
/** Posts are quotations: where a page has to be cut, it is behind one. */
const QUOTE_END = '</blockquote>';

/**
 * Reads HTML as trees. A page of ordinary size is one; where a larger one is cut, all elements end. Elements that are
 * nested too deep end early too: their text goes on at the top.
 * @param entry the name that problems give
 */
export async function* pagePieces(
  chunks: AsyncIterable<string>,
  entry: string,
  limits: PieceLimits = LIMITS,
): AsyncGenerator<PagePiece | Problem> {
  const reader = new PieceReader(limits);
  let isFirst = true;
  const piece = (isLast: boolean): PagePiece => {
    const { tree, nodes, savedFrom } = reader.take();
    const made = { tree, isFirst, isLast, nodes, savedFrom };
    isFirst = false;
    return made;
  };
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const end = reader.isOverLimit ? stepEnd(chunk, at, QUOTE_END, 0) : stepEnd(chunk, at);
      reader.write(chunk.slice(at, end));
      at = end;
      if (reader.isStuck) {
        const position = reader.abandon();
        yield { code: 'record-too-large', params: { entry, unit: 'line', position, limit: limits.token } };
      } else if (reader.isFull) yield piece(false);
      else if (reader.isTooDeep) reader.restart();
    }
  }
  yield piece(true);
}

/** The tree of a piece of HTML that is known to be small. */
export function parseTree(html: string): Document {
  const reader = new PieceReader(LIMITS);
  for (let at = 0; at < html.length; at = stepEnd(html, at)) {
    reader.write(html.slice(at, stepEnd(html, at)));
    if (reader.isTooDeep) reader.restart();
  }
  return reader.take().tree;
}

/** @param behind where a step best ends @param least how long it is at least */
function stepEnd(chunk: string, at: number, behind = '>', least = STEP): number {
  const found = chunk.indexOf(behind, at + least);
  const most = Math.min(chunk.length, at + LONGEST_STEP);
  return found === -1 ? most : Math.min(found + behind.length, most);
}

class PieceReader {
  private readonly limits: PieceLimits;
  private readonly lines = new StepLines();
  private builder = this.newBuilder();
  private parser = new Parser(this.builder);
  /** UTF-16 units that the parser, and the piece, have had. */
  private written = 0;
  private units = 0;
  /** The line where the tag or comment starts that has no end yet. */
  private pendingLine = 1;

  constructor(limits: PieceLimits) {
    this.limits = limits;
  }

  write(step: string): void {
    const wasPending = this.pending > 0;
    this.lines.begin(step, this.written);
    this.parser.write(step);
    this.written += step.length;
    this.units += step.length;
    if (!wasPending) this.pendingLine = this.lines.at(this.parser.endIndex + 1);
  }

  /** Units of a tag or comment whose end was not seen yet. */
  private get pending(): number {
    return this.written - this.parser.endIndex - 1;
  }

  /** The parser can be stopped here without cutting anything but elements. */
  private get canStop(): boolean {
    return this.pending <= 0 && !this.builder.isInTag && !this.builder.isInRawText;
  }

  get isStuck(): boolean {
    return this.pending > this.limits.token;
  }

  get isTooDeep(): boolean {
    return this.builder.depth > DEPTH_LIMIT && this.canStop;
  }

  /** The piece is to end soon. */
  get isOverLimit(): boolean {
    return this.isOver(1);
  }

  get isFull(): boolean {
    // A post that is being read may come to its end, if it is not too long.
    return this.isOver(this.builder.isInQuote ? 2 : 1) && this.canStop;
  }

  private isOver(times: number): boolean {
    return this.builder.nodes > this.limits.nodes * times || this.units > this.limits.units * times;
  }

  /** Ends all elements; what comes goes into the same tree. */
  restart(): void {
    this.parser.end();
    this.parser = new Parser(this.builder);
    this.written = 0;
  }

  /** Forgets the tag or comment that has no end. @returns the line where it starts */
  abandon(): number {
    this.restart();
    return this.pendingLine;
  }

  /** The tree; what comes goes into another one. */
  take(): TreeBuilder {
    const { builder } = this;
    this.parser.end();
    this.builder = this.newBuilder();
    this.units = 0;
    this.parser = new Parser(this.builder);
    this.written = 0;
    return builder;
  }

  private newBuilder(): TreeBuilder {
    return new TreeBuilder(() => this.lines.at(this.parser.startIndex));
  }
}

/** Counts the lines of a text that comes in steps. */
class StepLines {
  private step = '';
  private start = 0;
  /** The first line break that was not counted. */
  private nextBreak = -1;
  private line = 1;

  /** @param start what the step's first unit is called from now on */
  begin(step: string, start: number): void {
    this.at(Number.POSITIVE_INFINITY);
    this.step = step;
    this.start = start;
    this.nextBreak = step.indexOf('\n');
  }

  /** The line of a unit of this step, 1-based. Never asked for one before the last one. */
  at(unit: number): number {
    while (this.nextBreak !== -1 && this.nextBreak < unit - this.start) {
      this.line++;
      this.nextBreak = this.step.indexOf('\n', this.nextBreak + 1);
    }
    return this.line;
  }
}
