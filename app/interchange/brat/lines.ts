import { LINE_ENDS } from './fragments.ts';

/** Words on one line: what ends a line, a tab or a backslash is written as JSON would. */
export function oneLine(words: string): string {
  return words
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replace(LINE_ENDS, (ends) => [...ends].map(escaped).join(''));
}

/** Takes back what `oneLine` did. */
export function manyLines(line: string): string {
  return line.replace(/\\(?:u([0-9a-f]{4})|(.))/gsu, (whole, code: string | undefined, sign: string) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return { n: '\n', r: '\r', t: '\t', '\\': '\\' }[sign] ?? whole;
  });
}

function escaped(end: string): string {
  if (end === '\n') return '\\n';
  if (end === '\r') return '\\r';
  return `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
