import { BINS_A_WORD, estimate } from '../../../app/likeness/signature.ts';
import { PERHAPS_ALIKE } from './find-pairs.ts';
import { type Groups, groupsOf } from './groups.ts';
import type { Partners } from './partners.ts';
import type { SharedLikeness } from './shared-likeness.ts';

/**
 * Puts each story to the earliest one that it is like: that begins a cluster, and every other of it is like that one,
 * not only like the next. So a text that drifts from story to story makes several clusters, and none whose ends have
 * nothing in common.
 */
export function formClusters(shared: SharedLikeness, partners: Partners): Groups {
  const { count, bins } = shared;
  const width = bins / BINS_A_WORD;
  const words = new Uint32Array(shared.signatures);
  /** The first story of each one's cluster. */
  const firsts = new Uint32Array(count);
  for (let story = 0; story < count; story += 1) {
    let best = 0;
    let first = story;
    for (const partner of partners.of(story)) {
      const candidate = firsts[partner] as number;
      const likeness = estimate(words, width, candidate, story);
      if (likeness < PERHAPS_ALIKE || likeness <= best) continue;
      best = likeness;
      first = candidate;
    }
    firsts[story] = first;
  }
  return groupsOf(firsts);
}
