import type { StoryKey } from '../story.ts';
import type { Report } from './report.ts';

const numbers = new WeakMap<Report['keys'], Map<StoryKey, number>>();

/** The number that a story has in a report; null where it is not in it. */
export function numberInReport({ keys }: Pick<Report, 'keys'>, key: StoryKey): number | null {
  const known = numbers.get(keys) ?? new Map(keys.map((each, index) => [each, index + 1]));
  numbers.set(keys, known);
  return known.get(key) ?? null;
}
