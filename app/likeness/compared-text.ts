import type { Story } from '../story.ts';

/** What of a story is compared with others: all but its bylines, which say who reports it, not what. */
export function comparedText({ text, segments }: Pick<Story, 'text' | 'segments'>): string {
  let compared = '';
  let from = 0;
  for (const { kind, start, end } of segments) {
    if (kind !== 'byline') continue;
    compared += `${text.slice(from, start).trimEnd()}\n`;
    from = end;
  }
  return compared === '' ? text : compared + text.slice(from).trimStart();
}
