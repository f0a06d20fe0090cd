import { USUAL_MATCHING } from '../../app/search/query.ts';
import {
  CONVERSION_PATTERN,
  conversionsOf,
  MOST_CONVERSIONS,
  type RatePlace,
  type RateSurvey,
  rateOutliers,
} from '../../app/translation/checks/rates.ts';
import type { Dump } from '../dumps/dump.ts';
import type { Search } from '../dumps/search/question.ts';

/** Stories that may convert money; the search runs in its workers, so that nobody waits for it. */
const CANDIDATES: Search = {
  query: { scope: 'text', wanted: { kind: 'regex', pattern: CONVERSION_PATTERN } },
  matching: USUAL_MATCHING,
};

/**
 * Compares the conversions of a dump, at most `MOST_CONVERSIONS` of them; waits until it is indexed.
 * @throws the reason of `signal`, and what reading the dump refuses
 */
export async function surveyRates(dump: Dump, signal: AbortSignal): Promise<RateSurvey> {
  const { ordinals } = await dump.search(CANDIDATES, { signal, limit: MOST_CONVERSIONS });
  const places: RatePlace[] = [];
  let bounded = ordinals.length >= MOST_CONVERSIONS;
  for (const ordinal of ordinals) {
    signal.throwIfAborted();
    places.push(...conversionsOf(await dump.read(ordinal)));
    if (places.length < MOST_CONVERSIONS) continue;
    bounded = true;
    break;
  }
  const compared = places.slice(0, MOST_CONVERSIONS);
  return { conversions: compared.length, outliers: rateOutliers(compared), bounded };
}

/** The surveys of the dumps that are open, each made once. */
export class RateSurveys {
  readonly #surveys = new WeakMap<Dump, Promise<RateSurvey>>();

  of(dump: Dump, signal: AbortSignal): Promise<RateSurvey> {
    const known = this.#surveys.get(dump);
    if (known) return known;
    const survey = surveyRates(dump, signal);
    this.#surveys.set(dump, survey);
    // One that failed, or that did not see the whole dump, is made anew when it is asked for again.
    const forget = () => this.#surveys.delete(dump);
    survey.then(() => dump.complete || forget(), forget);
    return survey;
  }
}
