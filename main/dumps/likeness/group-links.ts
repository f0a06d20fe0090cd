import { ALIKE } from '../../../app/likeness/jaccard.ts';
import { BINS_A_WORD, estimate } from '../../../app/likeness/signature.ts';
import { type Groups, groupsFrom, membersOf } from './groups.ts';
import { type SharedLikeness, TOLD } from './shared-likeness.ts';

/** Stories by the links that they cite, of those that several cite. */
export interface LinkGroups extends Groups {
  /** Two numbers a group, as `hashOfLink` makes them; groups are in their order. */
  keys: Uint32Array<ArrayBuffer>;
}

export const NO_LINKS: LinkGroups = {
  starts: Uint32Array.of(0),
  members: new Uint32Array(0),
  keys: new Uint32Array(0),
};

/** @param lists citations as `LinkList` has them, in the order of the stories */
export function groupLinks(lists: readonly Uint32Array[]): LinkGroups {
  const total = lists.reduce((sum, { length }) => sum + length / 3, 0);
  const all = new Uint32Array(total * 3);
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  // Chains of citations of one link, the last one first.
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, total * 2))));
  const previous = new Int32Array(total);
  const mask = slots.length - 1;
  for (let citation = 0; citation < total; citation += 1) {
    const [one, other] = [all[citation * 3] as number, all[citation * 3 + 1] as number];
    let slot = one & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const known = ((slots[slot] as number) - 1) * 3;
      if (all[known] === one && all[known + 1] === other) break;
    }
    previous[citation] = slots[slot] as number;
    slots[slot] = citation + 1;
  }
  const found: { one: number; other: number; stories: Uint32Array }[] = [];
  for (const last of slots) {
    if (last === 0 || previous[last - 1] === 0) continue;
    const stories: number[] = [];
    for (let citation = last - 1; citation >= 0; citation = (previous[citation] as number) - 1)
      stories.push(all[citation * 3 + 2] as number);
    const [one, other] = [all[(last - 1) * 3] as number, all[(last - 1) * 3 + 1] as number];
    found.push({ one, other, stories: Uint32Array.from(stories.reverse()) });
  }
  found.sort((a, b) => a.one - b.one || a.other - b.other);
  const keys = Uint32Array.from(found.flatMap(({ one, other }) => [one, other]));
  return { ...groupsFrom(found.map(({ stories }) => stories)), keys };
}

/** The group of a link; -1 where one story at most cites it. */
export function groupOfLink({ keys }: LinkGroups, [one, other]: readonly [number, number]): number {
  let from = 0;
  let to = keys.length / 2;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const [first, second] = [keys[middle * 2] as number, keys[middle * 2 + 1] as number];
    if (first === one && second === other) return middle;
    if (first < one || (first === one && second < other)) from = middle + 1;
    else to = middle;
  }
  return -1;
}

/** Of stories that cite one link, each is compared with so many others. */
const MOST_COMPARED = 16;

/** Stories that cite a link that another one cites as well, saying something else; ascending. */
export function sayingElse(shared: SharedLikeness, links: LinkGroups): Uint32Array<ArrayBuffer> {
  const width = shared.bins / BINS_A_WORD;
  const words = new Uint32Array(shared.signatures);
  const states = new Uint8Array(shared.states);
  const found = new Uint8Array(shared.count);
  for (let group = 0; group < links.starts.length - 1; group += 1) {
    const stories = membersOf(links, group);
    for (const [at, story] of stories.entries()) {
      if (states[story] !== TOLD) continue;
      for (const other of stories.subarray(0, Math.min(at, MOST_COMPARED))) {
        if (states[other] !== TOLD || estimate(words, width, other, story) >= ALIKE) continue;
        found[story] = 1;
        found[other] = 1;
      }
    }
  }
  const ordinals: number[] = [];
  for (let story = 0; story < found.length; story += 1) if (found[story] === 1) ordinals.push(story);
  return Uint32Array.from(ordinals);
}
