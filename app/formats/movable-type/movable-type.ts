import type { Format } from '../format.ts';
import { startsLikeEntry } from './lines.ts';

/**
 * The import and export format of Movable Type, which most blog services of Japan write and read.
 * https://www.movabletype.jp/documentation/appendices/import-export-format.html
 */
export const movableType: Format = {
  id: 'movable-type',
  sniff: (head) => (startsLikeEntry(head.text) ? 0.97 : 0),
  parse: async function* (entry) {
    yield* (await import('./stories.ts')).movableTypeStories(entry);
  },
};
