import { Parser } from 'htmlparser2';

/** Is told of a page's elements and text, in order. Every element that is opened is closed, void ones too. */
export interface HtmlHandler {
  onopentag(name: string, attributes: Readonly<Record<string, string>>): void;
  onclosetag(name: string): void;
  /** Entities are decoded; one run of text may come in several pieces. */
  ontext(text: string): void;
}

/** No page that a person made is nested deeper; the parser's time grows with the square of the depth. */
const DEPTH_LIMIT = 512;
/** After so many UTF-16 units the depth is looked at. */
const STEP = 1 << 14;

/** Reads HTML of any size and quality in pieces. Where it is nested too deeply, all elements end, and reading goes on. */
export class HtmlFeed {
  private readonly handler: HtmlHandler;
  private parser: Parser;
  private depth = 0;

  constructor(handler: HtmlHandler) {
    this.handler = handler;
    this.parser = this.newParser();
  }

  write(html: string): void {
    for (let at = 0; at < html.length; at += STEP) {
      this.parser.write(html.slice(at, at + STEP));
      if (this.depth <= DEPTH_LIMIT) continue;
      this.parser.end();
      this.parser = this.newParser();
    }
  }

  end(): void {
    this.parser.end();
  }

  private newParser(): Parser {
    const { handler } = this;
    return new Parser({
      onopentag: (name, attributes) => {
        this.depth++;
        handler.onopentag(name, attributes);
      },
      onclosetag: (name) => {
        this.depth--;
        handler.onclosetag(name);
      },
      ontext: (text) => handler.ontext(text),
    });
  }
}
