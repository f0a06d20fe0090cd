import { anchorAt } from '../../anchor.ts';
import type { SetStory, Span } from '../annotation-set.ts';
import { measured } from '../units.ts';
import { urn } from './names.ts';

/** Targets in one story: the specific resources of https://www.w3.org/TR/annotation-model/#specific-resources. */
export interface Places {
  whole(): Record<string, unknown>;
  /** @throws UratoriError `export-quote-mismatch` */
  at(span: Span): Record<string, unknown>;
}

/** A moment with its time zone: the only kind of date that a state may have. */
const MOMENT = /T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/u;

/** @param cached where the text stands that the offsets count in; null: it is not at hand */
export function placesIn(story: SetStory, cached: string | null): Places {
  const { key, text, lang, link, publishedAt } = story;
  const measure = text === null ? null : measured(text, 'code-point', key);
  const sourceDate = publishedAt !== null && MOMENT.test(publishedAt) ? publishedAt : undefined;
  const resource = {
    type: 'SpecificResource',
    source: { id: link ?? urn('story', key), type: 'Text', format: 'text/plain', language: lang },
    scope: urn('story', key),
    // A position counts in one state of the source, and this is the one: the page itself may say something else by now.
    ...(cached === null ? {} : { state: { type: 'TimeState', cached, sourceDate } }),
  };
  return {
    whole: () => resource,
    at(span) {
      if (!measure) throw new Error(`a place in ${key}, which has no text`);
      const [start, end] = measure.place(span);
      const { quote, prefix, suffix } = anchorAt({ text: measure.text, segments: [] }, span.start, span.end);
      return {
        ...resource,
        selector: [
          { type: 'TextPositionSelector', start, end },
          { type: 'TextQuoteSelector', exact: quote, prefix, suffix },
        ],
      };
    },
  };
}
