import type { Claim } from '../claim.ts';
import type { StoryKey } from '../story.ts';
import { Tallies, type Tally } from './tally.ts';

export interface CitedLink {
  url: string;
  /** Claims that name it as evidence, by address or archived address. */
  evidence: Tally;
}

/** The addresses that evidence names. */
export class EvidenceLinks {
  readonly #claims = new Tallies<string>();

  add(claim: Claim, story: StoryKey): void {
    const urls = claim.evidence.flatMap(({ url, archiveUrl }) => [url, archiveUrl]);
    for (const url of new Set(urls.map(sameAddress))) if (url !== '') this.#claims.add(url, story);
  }

  /** Those that most claims cite first. */
  result(): CitedLink[] {
    return this.#claims
      .keys()
      .map((url) => ({ url, evidence: this.#claims.of(url) }))
      .sort((a, b) => b.evidence.count - a.evidence.count || (a.url < b.url ? -1 : 1));
  }
}

/** Without what leads to a place on the page: two claims that cite two paragraphs cite the same page. */
export function sameAddress(url: string): string {
  return url.trim().replace(/#.*$/u, '');
}
