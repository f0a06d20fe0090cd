import type { Format } from '../format.ts';
import { xmlRoot } from '../reading/xml-root.ts';
import { isWxr } from './sniff.ts';

/** An export of WordPress (WXR 1.0 to 1.2): posts, pages and the comments on them. */
export const wxr: Format = {
  id: 'wxr',
  sniff: (head) => (isWxr(xmlRoot(head.text), head.text) ? 0.98 : 0),
  parse: async function* (entry) {
    yield* (await import('./wxr-stories.ts')).wxrStories(entry);
  },
};
