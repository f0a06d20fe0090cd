import { type Pairing, pairProjects } from '../../coders/pairing.ts';
import type { Coder } from './coder.ts';

/** What each two coders have in common, by their places. */
export type CoderPairs = readonly { one: number; other: number; pairing: Pairing }[];

export function pairCoders(coders: readonly Coder[]): CoderPairs {
  return coders.flatMap((coder, one) =>
    coders.slice(one + 1).map((next, place) => ({
      one,
      other: one + 1 + place,
      pairing: pairProjects(coder.data, next.data),
    })),
  );
}
