import type { SetStory, Span } from '../annotation-set.ts';
import { type Unified, unified } from '../refi/line-ends.ts';
import { measured } from '../units.ts';

/**
 * Places in the text that is written, each checked there and in the text as it was.
 * @throws UratoriError `export-quote-mismatch`
 */
export function placer(
  story: Pick<SetStory, 'key' | 'text'>,
  whole: Unified = unified(story.text ?? ''),
): (span: Span) => [start: number, end: number] {
  const original = measured(story.text ?? '', 'utf-16-code-unit', story.key);
  const written = measured(whole.text, 'code-point', story.key);
  return (span) => {
    original.place(span);
    const quote = span.quote.replaceAll(/\r\n?/gu, '\n');
    return written.place({ start: whole.fromOriginal(span.start), end: whole.fromOriginal(span.end), quote });
  };
}
