import { setImmediate } from 'node:timers/promises';
import { ALIKE } from '../../../app/likeness/jaccard.ts';
import { BINS_A_WORD, estimate } from '../../../app/likeness/signature.ts';
import { Partners } from './partners.ts';
import { type SharedLikeness, TOLD } from './shared-likeness.ts';

/** Estimates are a little off: what may be alike is looked at again, by the texts themselves. */
export const PERHAPS_ALIKE = ALIKE - 0.08;
/** Of stories with one word in common, so many are compared with those that follow: no pattern costs more than that. */
const MOST_LEADERS = 8;
/** A word that so many in a row had in common without being alike is a phrase that many use, and tells nothing. */
const MOST_IN_VAIN = 16;
const AT_A_TIME = 1 << 14;

/**
 * Finds for each story earlier ones that are perhaps alike: those that have one of the words `first`, `first + step` …
 * of their signatures in common and that are alike by all of it.
 */
export async function findPairs(
  { shared, first, step }: { shared: SharedLikeness; first: number; step: number },
  report: (words: number) => void,
  stopped: () => boolean,
): Promise<SharedArrayBuffer> {
  const { count, bins } = shared;
  const width = bins / BINS_A_WORD;
  const words = new Uint32Array(shared.signatures);
  const states = new Uint8Array(shared.states);
  const partners = new Partners(new SharedArrayBuffer(Partners.bytesFor(count)));
  /** The word of each story, side by side, and how many have one that falls into the same place: 0, 1 or more. */
  const keys = new Uint32Array(count);
  const seen = new Uint8Array(SEEN);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, count * 2))));
  const next = new Int32Array(count);
  /** By the first story that has a word: how many of those that came last were like none of its leaders. */
  const inVain = new Uint8Array(count);
  const mask = slots.length - 1;
  let done = 0;
  for (let word = first; word < width && !stopped(); word += step) {
    slots.fill(0);
    seen.fill(0);
    inVain.fill(0);
    for (let story = 0; story < count; story += 1) {
      if (states[story] !== TOLD) continue;
      const key = words[story * width + word] as number;
      keys[story] = key;
      const place = placeOf(key);
      if ((seen[place] as number) < 2) seen[place] = (seen[place] as number) + 1;
    }
    for (let story = 0; story < count; story += 1) {
      if (story % AT_A_TIME === 0) {
        await setImmediate();
        if (stopped()) break;
      }
      if (states[story] !== TOLD) continue;
      const key = keys[story] as number;
      // Most words are in one story only: these cost no look into the large table.
      if ((seen[placeOf(key)] as number) < 2) continue;
      let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
      while (slots[slot] !== 0 && keys[(slots[slot] as number) - 1] !== key) slot = (slot + 1) & mask;
      const head = (slots[slot] as number) - 1;
      if (head >= 0 && (inVain[head] as number) >= MOST_IN_VAIN) continue;
      next[story] = 0;
      let last = -1;
      let leaders = 0;
      let isAlike = false;
      for (let leader = head; leader >= 0; leader = (next[leader] as number) - 1) {
        isAlike = estimate(words, width, leader, story) >= PERHAPS_ALIKE;
        if (isAlike) partners.add(story, leader);
        if (isAlike) break;
        last = leader;
        leaders += 1;
      }
      if (isAlike) inVain[head] = 0;
      else if (leaders >= MOST_LEADERS) inVain[head] = (inVain[head] as number) + 1;
      if (isAlike || leaders >= MOST_LEADERS) continue;
      if (last === -1) slots[slot] = story + 1;
      else next[last] = story + 1;
    }
    done += 1;
    report(done);
  }
  return partners.memory;
}

/** Small enough to stay in a processor's cache. */
const SEEN = 1 << 22;

function placeOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> 10;
}
