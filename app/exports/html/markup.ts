/** HTML that this program wrote. Only `html` makes it, and `html` escapes every string that is put into it. */
export class Markup {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

export type Content = string | number | null | Markup | readonly Content[];

/**
 * Template tag: strings are escaped for text and for attributes in double quotes alike, Markup goes in as it is, null
 * is nothing. So text of dumps and people cannot become markup by being forgotten.
 */
export function html(literals: TemplateStringsArray, ...values: Content[]): Markup {
  let source = literals[0] as string;
  for (let index = 0; index < values.length; index += 1)
    source += render(values[index] as Content) + literals[index + 1];
  return new Markup(source);
}

/** Untrusted text within a line of ours: its direction marks end with it. */
export function isolated(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}

function render(value: Content): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.source;
  if (typeof value === 'object') return value.map(render).join('');
  return escapeText(String(value));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // As a parser reads it; a reference to one is an error.
  '\r': '\n',
  '\r\n': '\n',
};

/** What HTML has no way to write: controls and what is no character (https://infra.spec.whatwg.org/#noncharacter). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this keeps out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]|\p{Noncharacter_Code_Point}/gu;

function escapeText(text: string): string {
  // Half a surrogate pair has no place in UTF-8 either.
  return text
    .toWellFormed()
    .replace(FORBIDDEN, (units) => '\ufffd'.repeat(units.length))
    .replace(/[&<>"']|\r\n?/gu, (match) => ESCAPES[match] as string);
}
