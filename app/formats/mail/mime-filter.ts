import { bytesOf, latin1 } from './bytes.ts';
import { isBlank } from './line-bytes.ts';

/** Nobody's mail has more parts, or more lines that are worth reading. */
const MOST_PARTS = 10_000;
const MOST_LINES = 200_000;
/** A boundary has at most 70 characters (RFC 2046, section 5.1.1). In bytes, with what stands around it. */
const BOUNDARY_LINE = 200;
/** More headers than this of one part are not looked at. In bytes. */
const MOST_HEADERS = 1 << 16;

const TAB = 9;
const SPACE = 32;
const DASH = 45;
const EQUALS = 61;
const UPPER_C = 67;
const LOWER_C = 99;

const PLAIN_ENCODING = /^content-transfer-encoding\s{0,9}:\s{0,9}(?:7bit|8bit|binary)\s{0,9}$/iu;
const QUOTED = bytesOf('Content-Transfer-Encoding: quoted-printable\n\n');

/** What becomes of a line: kept, left out, or these bytes in its place. */
export type Verdict = boolean | Uint8Array;

/**
 * Prepares a message for the parser of mail, line by line. The bytes of attachments are left out, since nobody reads
 * them and they are most of what a mailbox is made of. Texts that are written as they are become quoted-printable, which
 * says the same: the parser holds each line of the former as an object of its own, and takes fifteen times as long.
 */
export class MimeFilter {
  private readonly boundaries = new Set<string>();
  private headers: string[] | null = [];
  private headerSize = 0;
  private ofContent = false;
  private keeping = true;
  private quoting = false;
  private verbatim = false;
  private parts = 0;
  private lines = 0;

  /** More than can be read in any time that a person would wait. */
  get beyondBounds(): boolean {
    return this.parts > MOST_PARTS || this.lines > MOST_LINES;
  }

  /** From here on nothing is quoted. */
  keepAsWritten(): void {
    this.verbatim = true;
  }

  /** From here on nothing is left out, either: what follows may be another message. */
  keepEverything(): void {
    this.keeping = true;
    this.headers = null;
    this.boundaries.clear();
    this.keepAsWritten();
  }

  /** In order and whole, but for a line beyond all lengths, of which the later pieces `continue` the first. */
  line(block: Uint8Array, at: number, next: number, continues = false): Verdict {
    const verdict = continues ? this.piece(block, at, next) : this.verdict(block, at, next);
    if (verdict !== false) this.lines++;
    return verdict;
  }

  private verdict(block: Uint8Array, at: number, next: number): Verdict {
    if (this.isBoundary(block, at, next)) return true;
    if (this.headers !== null) return this.header(this.headers, block, at, next);
    return this.piece(block, at, next);
  }

  private piece(block: Uint8Array, at: number, next: number): Verdict {
    if (this.headers !== null) return true;
    if (!this.keeping || !this.quoting) return this.keeping;
    const equals = block.indexOf(EQUALS, at);
    return equals === -1 || equals >= next || bytesOf(latin1(block, at, next).replaceAll('=', '=3D'));
  }

  /** Headers, and the blank line behind them. */
  private header(headers: string[], block: Uint8Array, at: number, next: number): Verdict {
    const first = block[at];
    if (isBlank(block, at, next)) {
      this.enter(unfolded(headers));
      return this.quoting ? QUOTED : true;
    }
    // `Content-…`, and the lines that it goes on in.
    if (first !== SPACE && first !== TAB) this.ofContent = first === UPPER_C || first === LOWER_C;
    if (!this.ofContent) return true;
    const line = latin1(block, at, Math.min(next, at + MOST_HEADERS)).trimEnd();
    this.headerSize += line.length;
    if (this.headerSize > MOST_HEADERS) return true;
    // Without this line it says the same, and may say something else.
    if (PLAIN_ENCODING.test(line)) return false;
    headers.push(line);
    return true;
  }

  /** Behind the headers of a message or part. */
  private enter(headers: readonly string[]): void {
    const value = (name: string) =>
      headers.find((header) => header.toLowerCase().startsWith(`${name}:`))?.slice(name.length + 1) ?? '';
    const contentType = value('content-type');
    const type = contentType.split(';', 1).join('').trim().toLowerCase() || 'text/plain';
    const boundary = /\bboundary\s{0,9}=\s{0,9}(?:"([^"]{1,200})"|([^\s;]{1,200}))/iu.exec(contentType);
    if (type.startsWith('multipart/') && boundary !== null)
      this.boundaries.add((boundary[1] ?? boundary[2] ?? '').trimEnd());
    const isAttached = /^\s*attachment/iu.test(value('content-disposition'));
    const isText = (type === 'text/plain' || type === 'text/html') && !isAttached;
    const encoding = value('content-transfer-encoding');
    this.keeping = isText || type.startsWith('multipart/') || type.startsWith('message/');
    this.quoting = isText && encoding === '' && !this.verbatim;
    this.headers = type === 'message/rfc822' && !/base64|quoted/iu.test(encoding) ? [] : null;
    this.headerSize = 0;
  }

  private isBoundary(block: Uint8Array, at: number, next: number): boolean {
    if (this.boundaries.size === 0 || block[at] !== DASH || block[at + 1] !== DASH) return false;
    if (next - at > BOUNDARY_LINE) return false;
    const line = latin1(block, at + 2, next).trimEnd();
    const begins = this.boundaries.has(line);
    if (!begins && !(line.endsWith('--') && this.boundaries.has(line.slice(0, -2)))) return false;
    this.parts++;
    this.keeping = true;
    this.quoting = false;
    this.headers = begins ? [] : null;
    this.headerSize = 0;
    return true;
  }
}

/** Headers, each on one line. */
function unfolded(lines: readonly string[]): string[] {
  const headers: string[] = [];
  for (const line of lines) {
    if (/^[ \t]/u.test(line) && headers.length > 0) headers[headers.length - 1] += ` ${line.trimStart()}`;
    else headers.push(line);
  }
  return headers;
}
