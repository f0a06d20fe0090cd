import { Parser } from 'htmlparser2';
import { StepLines } from './step-lines.ts';
import { TreeBuilder } from './tree-builder.ts';

export interface PieceLimits {
  /** A piece ends where it can after so many nodes, or UTF-16 units. */
  nodes: number;
  units: number;
  /** A comment, or a tag, of so many UTF-16 units is left out. */
  token: number;
}

/** No page that a person made is nested deeper, and browsers go no deeper either. The parser's time grows with its square. */
const DEPTH_LIMIT = 512;

/** Reads HTML step by step, and tells where a piece of it can end. */
export class PieceReader {
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
