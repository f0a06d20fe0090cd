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

/** A text that positions count in: where it is, and when (ISO 8601 in UTC) the source was taken to say it. */
export interface Cached {
  cached: string;
  sourceDate: string;
}

export function placesIn(story: SetStory, state: Cached): Places {
  const { key, text, lang, link } = story;
  const measure = text === null ? null : measured(text, 'code-point', key);
  const resource = {
    type: 'SpecificResource',
    source: { id: link ?? urn('story', key), type: 'Text', format: 'text/plain', language: lang },
    scope: urn('story', key),
    // A position counts in one state of the source, and this is the one: the page itself may say something else by now.
    state: { type: 'TimeState', ...state },
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
