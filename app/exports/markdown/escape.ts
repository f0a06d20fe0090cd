/** Never taken as markup by a viewer, wherever it stands: references where a careless viewer would not know a backslash. */
const ALWAYS: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '\\': '\\\\',
  '`': '\\`',
  '*': '\\*',
  '[': '\\[',
  ']': '\\]',
  '|': '\\|',
  '~': '\\~',
  $: '\\$',
  '\u0000': '\ufffd',
};
/** An address of plain letters: what may stand in angle brackets. A reference to a character (`&amp;`) would not be left alone there. */
const ADDRESS_UNIT = /[\w.~:/?#@!$&'()*+,=%-]/u;
const ADDRESS = new RegExp(`https?://[a-z0-9]${ADDRESS_UNIT.source}*`, 'giu');
const DIRECTION_MARK = /[\u202a-\u202e\u2066-\u2069]/u;
const WORD = /[\p{L}\p{N}]/u;

/**
 * `text.slice(start, end)` so that a viewer of Markdown shows it as it is, with whole addresses in angle brackets,
 * which are links everywhere. What stands before and after in `text` counts: for the start of a line, and for
 * underscores, which are left alone inside words. Line breaks stay. Direction marks are written out (`⟨U+202E⟩`),
 * since Markdown cannot shut them in.
 */
export function escapePart(text: string, start: number, end: number): string {
  let escaped = '';
  let at = start;
  for (const match of text.slice(start, end).matchAll(ADDRESS)) {
    const address = withoutEnd(match[0]);
    const from = start + match.index;
    const isCut = from + match[0].length === end && ADDRESS_UNIT.test(text[end] ?? '');
    if (isCut) continue;
    escaped += `${escapeUnits(text, at, from)}<${address}>`;
    at = from + address.length;
  }
  escaped += escapeUnits(text, at, end);
  // A link of ours may follow, and would become a picture.
  return end < text.length && escaped.endsWith('!') ? `${escaped.slice(0, -1)}\\!` : escaped;
}

/** A whole text on one line. */
export function escapeLine(text: string): string {
  const line = onOneLine(text);
  return escapePart(line, 0, line.length);
}

/** A whole text on one line, for the words of a link, which may hold no other link. */
export function escapeLabel(text: string): string {
  const line = onOneLine(text);
  return escapeUnits(line, 0, line.length);
}

/** Whether angle brackets make a link of it. */
export function isAddress(text: string): boolean {
  return text.match(ADDRESS)?.[0] === text;
}

/** The lines of a whole text. */
export function escapeLines(text: string): string[] {
  const whole = text.toWellFormed();
  return linesOf(escapePart(whole, 0, whole.length));
}

export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/u);
}

/** Without what ends the sentence round an address. */
function withoutEnd(address: string): string {
  const [body] = /^.*[^.,:!?'*~_]/u.exec(address) ?? [address];
  const closes = body.split(')').length > body.split('(').length;
  return closes && body.endsWith(')') ? withoutEnd(body.slice(0, -1)) : body;
}

function onOneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s*[\r\n]+\s*/gu, ' ')
    .trim();
}

function escapeUnits(text: string, start: number, end: number): string {
  let escaped = '';
  for (let at = start; at < end; at += 1) escaped += escapeUnit(text, at);
  return escaped;
}

function escapeUnit(text: string, at: number): string {
  const unit = text[at] as string;
  const always = ALWAYS[unit];
  if (always !== undefined) return always;
  if (DIRECTION_MARK.test(unit)) return `⟨U+${unit.charCodeAt(0).toString(16).toUpperCase()}⟩`;
  if (unit === '&') return /^&#?[0-9a-z]+;/iu.test(text.slice(at, at + 40)) ? '&amp;' : unit;
  if (unit === '_') return WORD.test(text[at - 1] ?? '') && WORD.test(text[at + 1] ?? '') ? unit : '\\_';
  if (unit === ' ' || unit === '\t') return isLineStart(text, at) ? `&#${unit.charCodeAt(0)};` : unit;
  if ('#-+='.includes(unit)) return isLineStart(text, indentBefore(text, at)) ? `\\${unit}` : unit;
  if (unit === '.' || unit === ')') return isAfterLineNumber(text, at) ? `\\${unit}` : unit;
  return unit;
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r';
}

/** The start of the blanks before a place. */
function indentBefore(text: string, at: number): number {
  let from = at;
  while (from > 0 && (text[from - 1] === ' ' || text[from - 1] === '\t')) from -= 1;
  return from;
}

/** `12.` and `12)` at the start of a line would number a list. */
function isAfterLineNumber(text: string, at: number): boolean {
  let from = at;
  while (from > 0 && at - from < 10 && /[0-9]/u.test(text[from - 1] as string)) from -= 1;
  return from < at && isLineStart(text, indentBefore(text, from));
}
