import { resolve } from '../../anchor.ts';
import type { Span } from '../annotation-set.ts';
import { measured } from '../units.ts';
import type { Target } from './schema.ts';

/**
 * Where a target stands in a text; null where that is not certain. The position counts code points, as the model has
 * it. Hypothesis and Recogito count UTF-16 units, so the quote decides where there is one.
 */
export function textReader(text: string): (target: Target) => Span | null {
  const points = measured(text, 'code-point', '');
  const units = measured(text, 'utf-16-code-unit', '');
  return ({ selector }) => {
    const place = selector.find(({ start, end }) => start !== undefined && end !== undefined);
    const words = selector.find(({ exact }) => exact !== undefined);
    const [start, end] = [place?.start ?? -1, place?.end ?? -1];
    const quote = words?.exact;
    const counted = points.span(start, end);
    if (quote === undefined) return counted;
    if (counted?.quote === quote) return counted;
    const inUnits = units.span(start, end);
    if (inUnits?.quote === quote) return inUnits;
    if (quote === '') return null;
    const { prefix = '', suffix = '' } = words as { prefix?: string; suffix?: string };
    const anchor = { segment: 0, start: 0, end: quote.length, quote, prefix, suffix };
    const found = resolve(anchor, { text, segments: [] });
    if (found.kind !== 'exact' && found.kind !== 'moved') return null;
    return { start: found.anchor.start, end: found.anchor.end, quote };
  };
}
