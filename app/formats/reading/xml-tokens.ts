import { Tokenizer } from 'htmlparser2';
import { LineCounter } from './line-counter.ts';

/** What stands in an XML text, in its order. Lines are 1-based. */
export interface XmlHandler {
  open(name: string, attributes: Record<string, string>, line: number): void;
  /** An end tag, or the end of an empty element. */
  close(name: string, line: number): void;
  /** A run of text; one run may come in several calls. */
  text(text: string, cdata: boolean): void;
  /** A tag, comment or CDATA section without an end in sight; it is read as text from here. */
  endless(line: number): void;
}

type Callbacks = ConstructorParameters<typeof Tokenizer>[1];
const { fromCodePoint } = String;
/** Long chunks are cut, so that what is found in one stays few. In UTF-16 units. */
const PIECE = 1 << 16;

/**
 * Takes XML apart as it comes, well-formed or not. The five entities of XML and character references are decoded;
 * others stay as they are written, those of a document type too: none is ever expanded.
 *
 * This uses the tokenizer of htmlparser2 without its parser, which forgets end tags that fit nothing, and whose cost
 * grows with the square of the depth.
 */
export class XmlTokens implements Callbacks {
  private readonly handler: XmlHandler;
  private readonly limit: number;
  private readonly lines = new LineCounter();
  private tokenizer: Tokenizer;
  private held = new HeldText();
  /** End of what was understood, and start of the current piece, counted as the tokenizer does. */
  private done = 0;
  private piece = 0;
  private name = '';
  private line = 1;
  private attributes: Record<string, string> = {};
  private attribute = '';
  private value = '';

  /** @param limit no tag, comment or CDATA section is held longer than this, in UTF-16 units */
  constructor(handler: XmlHandler, limit: number) {
    this.handler = handler;
    this.limit = limit;
    this.tokenizer = new Tokenizer({ xmlMode: true }, this);
  }

  push(chunk: string): void {
    for (let from = 0; from < chunk.length; from += PIECE) this.read(chunk.slice(from, from + PIECE));
  }

  end(): void {
    this.tokenizer.end();
  }

  private read(piece: string): void {
    this.lines.begin(piece);
    this.piece = this.held.end;
    this.held.push(piece);
    this.tokenizer.write(piece);
    const line = this.lines.upTo(piece.length);
    this.held.dropBefore(this.done);
    if (this.held.end - this.done <= this.limit) return;
    this.handler.endless(line);
    this.tokenizer = new Tokenizer({ xmlMode: true }, this);
    this.held = new HeldText();
    this.done = 0;
  }

  private take(start: number, end: number): string {
    this.done = end;
    return this.held.slice(start, end);
  }

  private lineAt(index: number): number {
    return this.lines.upTo(index - this.piece);
  }

  ontext(start: number, end: number): void {
    this.handler.text(this.take(start, end), false);
  }

  ontextentity(codePoint: number, end: number): void {
    this.done = end;
    this.handler.text(fromCodePoint(codePoint), false);
  }

  oncdata(start: number, end: number, ending: number): void {
    this.handler.text(this.take(start, end - ending), true);
    this.done = end;
  }

  onopentagname(start: number, end: number): void {
    this.line = this.lineAt(start);
    this.name = this.take(start, end);
    this.attributes = {};
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.take(start, end);
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    const data = this.take(start, end);
    if (this.value.length < this.limit) this.value += data;
  }

  onattribentity(codePoint: number): void {
    if (this.value.length < this.limit) this.value += fromCodePoint(codePoint);
  }

  onattribend(_quote: unknown, end: number): void {
    this.done = end;
    if (!Object.hasOwn(this.attributes, this.attribute)) this.attributes[this.attribute] = this.value;
    this.value = '';
  }

  onopentagend(end: number): void {
    this.done = end;
    this.handler.open(this.name, this.attributes, this.line);
  }

  onselfclosingtag(end: number): void {
    this.onopentagend(end);
    this.handler.close(this.name, this.line);
  }

  onclosetag(start: number, end: number): void {
    const line = this.lineAt(start);
    this.handler.close(this.take(start, end), line);
  }

  oncomment(_start: number, end: number): void {
    this.done = end;
  }

  ondeclaration(_start: number, end: number): void {
    this.done = end;
  }

  onprocessinginstruction(_start: number, end: number): void {
    this.done = end;
  }

  onend(): void {}
}

/** The last pieces of a text, as far back as somebody may still ask. */
class HeldText {
  private pieces: { start: number; text: string }[] = [];
  end = 0;

  push(text: string): void {
    this.pieces.push({ start: this.end, text });
    this.end += text.length;
  }

  slice(start: number, end: number): string {
    let slice = '';
    for (const piece of this.pieces) {
      const at = start - piece.start;
      if (at < piece.text.length && piece.start < end)
        slice += piece.text.slice(Math.max(0, at), end - piece.start);
    }
    return slice;
  }

  dropBefore(index: number): void {
    const kept = this.pieces.findIndex((piece) => piece.start + piece.text.length > index);
    this.pieces = kept === -1 ? [] : this.pieces.slice(kept);
  }
}
