import { HtmlFeed, type HtmlHandler } from './html-feed.ts';
import { TextLayout } from './text-layout.ts';

/** What a piece of HTML says to a reader. */
export interface HtmlText {
  /** LF line ends, without blank lines around it; empty where there is nothing to read. */
  text: string;
  /** Addresses of links as they are written, each once, in order; those of mentions and hashtags are none. */
  links: string[];
  /** Addresses of pictures, films and sounds as they are written, each once, in order. */
  media: string[];
}

export interface HtmlTextOptions {
  /** Elements of these classes are not shown. */
  hidden?: readonly string[];
}

/**
 * The text of a piece of HTML, or of a whole document, as a reader sees it: entities decoded, white space collapsed,
 * `<br>` and blocks as line breaks, paragraphs as blank lines. Understands how Mastodon shortens addresses (classes
 * `invisible` and `ellipsis`) and pictures that stand for emoji. Furigana are left out, so that words can be found.
 * Nothing in it runs or is fetched.
 */
export function htmlText(html: string, { hidden = [] }: HtmlTextOptions = {}): HtmlText {
  const reader = new HtmlTextReader(hidden);
  const feed = new HtmlFeed(reader);
  feed.write(html);
  feed.end();
  return reader.result();
}

const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table figure hr'.split(' '));
const LINES = new Set(
  (
    'address article aside body caption center dd details dialog div dt fieldset figcaption footer form header ' +
    'html legend li main nav option search section summary tbody tfoot thead tr'
  ).split(' '),
);
const HIDDEN = new Set(
  (
    'area audio canvas datalist embed head iframe math noscript object rp rt script select style svg template ' +
    'textarea title video'
  ).split(' '),
);
const HIDDEN_CLASSES = ['invisible'];
const MEDIA = new Set(['img', 'video', 'audio', 'source']);
const EMOJI = /(?:^|[\s_-])(?:emoji|emojione|smiley)(?:$|[\s_-])/iu;
/** Places in the page itself, scripts and data are no addresses that a reader could go to. */
const NO_ADDRESS = /^(?:#|$|(?!https?:)[a-z][a-z0-9+.-]*:)/iu;

/** What an open element does to what stands in it. */
interface Frame {
  name: string;
  hides: boolean;
  keepsSpace: boolean;
  isLink: boolean;
  shortens: boolean;
}

/** Takes down the text of a page, or of one of its elements, while it is read. */
export class HtmlTextReader implements HtmlHandler {
  private readonly layout = new TextLayout();
  private readonly links = new Set<string>();
  private readonly media = new Set<string>();
  private readonly frames: Frame[] = [];
  private readonly hiddenClasses: ReadonlySet<string>;
  private hiding = 0;

  constructor(hidden: readonly string[] = []) {
    this.hiddenClasses = new Set([...HIDDEN_CLASSES, ...hidden]);
  }

  /** What comes now is not shown. */
  get isHiding(): boolean {
    return this.hiding > 0;
  }

  result(): HtmlText {
    return { text: this.layout.end(), links: [...this.links], media: [...this.media] };
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    const outer = this.frames.at(-1);
    const classes = (attributes.class ?? '').split(/\s+/u);
    const hides =
      HIDDEN.has(name) || 'hidden' in attributes || classes.some((word) => this.hiddenClasses.has(word));
    this.frames.push({
      name,
      hides,
      keepsSpace: name === 'pre' || (outer?.keepsSpace ?? false),
      isLink: name === 'a' || (outer?.isLink ?? false),
      shortens: (outer?.isLink ?? false) && classes.includes('ellipsis'),
    });
    if (hides) this.hiding++;
    if (name === 'a' && !classes.includes('mention')) note(this.links, attributes.href);
    if (MEDIA.has(name)) this.picture(attributes);
    if (this.hiding > 0) return;
    if (name === 'br') this.layout.break();
    else this.edge(name);
  }

  onclosetag(): void {
    const frame = this.frames.pop();
    if (frame === undefined) return;
    if (frame.hides) this.hiding--;
    if (this.hiding > 0) return;
    if (frame.shortens) this.layout.text('…', true);
    if (frame.name === 'td' || frame.name === 'th') this.layout.cell();
    this.edge(frame.name);
  }

  ontext(text: string): void {
    if (this.hiding === 0) this.layout.text(text, this.frames.at(-1)?.keepsSpace ?? false);
  }

  private edge(name: string): void {
    if (PARAGRAPHS.has(name)) this.layout.block(this.inList(name) ? 1 : 2);
    else if (LINES.has(name)) this.layout.block(1);
  }

  /** A list in a list stands without a blank line. */
  private inList(name: string): boolean {
    return (name === 'ul' || name === 'ol') && this.frames.some((frame) => frame.name === 'li');
  }

  private picture(attributes: Readonly<Record<string, string>>): void {
    const { alt, src } = attributes;
    if (alt && EMOJI.test(attributes.class ?? '')) {
      if (this.hiding === 0) this.layout.text(alt, true);
    } else note(this.media, src);
  }
}

function note(addresses: Set<string>, written: string | undefined): void {
  const address = written?.trim() ?? '';
  if (!NO_ADDRESS.test(address)) addresses.add(address);
}
