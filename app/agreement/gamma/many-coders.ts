import type { Unit } from './continuum.ts';
import type { Dissimilarity } from './dissimilarity.ts';
import { linksOf } from './links.ts';
import type { Aligned } from './two-coders.ts';

/** Spans ahead of the current one that a unitary alignment may reach; what is taken of them is kept as bits. */
const REACH = 30;
/** Partial alignments that are followed at a time. */
const MOST_STATES = 20_000;

/**
 * The best alignment of any number of coders, exactly: the spans are gone through in the order of the text, and all
 * that matters of the way so far is which of the spans ahead are taken. Finding it is hard in general (an assignment in n
 * dimensions), and feasible where few spans lie near each other: null where there are too many.
 */
export function alignMany(units: readonly Unit[], coders: number, by: Dissimilarity): Aligned | null {
  const ahead = new Map<number, { place: number; dissimilarity: number }[]>();
  const apart = new Map<number, number>();
  for (const { one, other, dissimilarity } of linksOf(units, coders, by)) {
    if (other - one > REACH) return null;
    const list = ahead.get(one) ?? [];
    if (list.length === 0) ahead.set(one, list);
    list.push({ place: other, dissimilarity });
    apart.set(one * units.length + other, dissimilarity);
  }
  const pairs = (coders * (coders - 1)) / 2;

  let states = new Map<number, Aligned>([[0, { disorder: 0, unitary: 0 }]]);
  for (let place = 0; place < units.length; place += 1) {
    const choices = unitaryFrom(place);
    if (choices === null) return null;
    const next = new Map<number, Aligned>();
    for (const [taken, { disorder, unitary }] of states) {
      if (taken & 1) keep(next, taken >>> 1, { disorder, unitary });
      else
        for (const { bits, cost } of choices)
          if ((bits & taken) === 0)
            keep(next, (taken | bits) >>> 1, { disorder: disorder + cost, unitary: unitary + 1 });
    }
    if (next.size > MOST_STATES) return null;
    states = next;
  }
  return states.get(0) ?? null;

  /** The unitary alignments that `place` is the first span of and that beat leaving each of their spans alone. */
  function unitaryFrom(place: number): { bits: number; cost: number }[] | null {
    const candidates = ahead.get(place) ?? [];
    const found: { bits: number; cost: number }[] = [];
    const members = [place];
    const choose = (from: number, inside: number): boolean => {
      const empty = pairs - (members.length * (members.length - 1)) / 2;
      const cost = (inside + empty * by.empty) / pairs;
      if (members.length === 1 || cost < members.length * by.empty) {
        if (found.length >= MOST_STATES) return false;
        found.push({ bits: members.reduce((bits, member) => bits | (1 << (member - place)), 0), cost });
      }
      for (let index = from; index < candidates.length; index += 1) {
        const { place: candidate } = candidates[index] as { place: number };
        const coder = (units[candidate] as Unit).coder;
        if (members.some((member) => (units[member] as Unit).coder === coder)) continue;
        const added = members.map((member) => apart.get(member * units.length + candidate));
        if (!added.every((value) => value !== undefined)) continue;
        members.push(candidate);
        const more = choose(index + 1, inside + added.reduce((sum, value) => sum + value, 0));
        members.pop();
        if (!more) return false;
      }
      return true;
    };
    return choose(0, 0) ? found : null;
  }
}

function keep(states: Map<number, Aligned>, taken: number, reached: Aligned): void {
  const known = states.get(taken);
  if (!known || reached.disorder < known.disorder) states.set(taken, reached);
}
