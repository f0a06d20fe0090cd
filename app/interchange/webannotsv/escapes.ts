/**
 * Reserved characters of WebAnno TSV 3.3, in values. A carriage return is not among them, though it ends a line for Java:
 * it is written as in texts.
 */
export function escapedValue(value: string): string {
  return value
    .replace(/->|[\\[\]|_;*]/gu, '\\$&')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}

/** A line of the text: `_`, `|` and the like stand for themselves here. */
export function escapedText(line: string): string {
  return line.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\r', '\\r');
}

const CONTROLS: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', b: '\b' };

/** Takes back either. Up to version 3.1, texts had the escapes of Java, `\u3042` among them. */
export function unescaped(words: string): string {
  return words.replace(/\\(?:u([0-9a-f]{4})|(.))/gisu, (_, code: string | undefined, sign: string) =>
    code === undefined ? (CONTROLS[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Splits at a sign that no backslash stands before. */
export function splitUnescaped(words: string, sign: '|' | ';'): string[] {
  const parts = [''];
  for (const [piece] of words.matchAll(/\\.|[^\\]|\\$/gsu)) {
    if (piece === sign) parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts;
}
