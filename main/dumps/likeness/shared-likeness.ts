import { BINS_A_WORD, MOST_BINS } from '../../../app/likeness/signature.ts';

/** What the threads that look for near-duplicates of one dump have in common. */
export interface SharedLikeness {
  count: number;
  /** Bytes of a signature. */
  bins: number;
  /** A signature a story. */
  signatures: SharedArrayBuffer;
  /** A byte a story: `TOLD` where there is a signature. */
  states: SharedArrayBuffer;
}

export const TOLD = 1;
/** What signatures may take, in bytes: longer dumps get shorter ones, which tell less exactly. */
const BUDGET = 512 << 20;
const FEWEST_BINS = 16;

export function sharedLikeness(count: number, budget = BUDGET): SharedLikeness {
  let bins = MOST_BINS;
  while (bins > FEWEST_BINS && bins * count > budget) bins /= 2;
  return {
    count,
    bins,
    signatures: new SharedArrayBuffer(Math.max(BINS_A_WORD, bins * count)),
    states: new SharedArrayBuffer(Math.max(1, count)),
  };
}
