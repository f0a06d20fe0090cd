import type { Span } from '../annotation-set.ts';

/**
 * What ends a line for Python's `splitlines`, by which brat reads its files. A span that crosses one is written as a
 * discontinuous one, as brat's own editor does.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: Python splits lines at these, and brat is written in it
export const LINE_ENDS = /[\n\r\u000b\u000c\u001c-\u001e\u0085\u2028\u2029]+/gu;

/** The parts of a span that stand on one line each. */
export function fragmentsOf({ start, quote }: Span): Span[] {
  const fragments: Span[] = [];
  let from = 0;
  const add = (to: number) => {
    if (to > from) fragments.push({ start: start + from, end: start + to, quote: quote.slice(from, to) });
  };
  for (const match of quote.matchAll(LINE_ENDS)) {
    add(match.index);
    from = match.index + match[0].length;
  }
  add(quote.length);
  return fragments;
}

/** Puts fragments together again where nothing but line ends stands between them. In the order of the text. */
export function joinedFragments(fragments: readonly Span[], text: string): Span[] {
  const spans: Span[] = [];
  for (const fragment of [...fragments].sort((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    const between = last && fragment.start > last.end ? text.slice(last.end, fragment.start) : null;
    if (last && between !== null && between.replace(LINE_ENDS, '') === '') {
      spans[spans.length - 1] = {
        start: last.start,
        end: fragment.end,
        quote: text.slice(last.start, fragment.end),
      };
    } else spans.push(fragment);
  }
  return spans;
}
