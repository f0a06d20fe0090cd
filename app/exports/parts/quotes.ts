import type { PlacedAnchor } from '../marks.ts';
import type { Quote } from '../model/block.ts';
import type { Draft } from '../model/draft.ts';
import type { Label } from '../model/inline.ts';
import type { Voice } from '../model/voice.ts';
import type { Place } from '../place.ts';

/** The words of an anchor, and that they have moved or cannot be found. */
export function quoteBlock({ voice }: Pick<Draft, 'voice'>, { anchor, place }: PlacedAnchor): Quote {
  return {
    kind: 'quote',
    lang: null,
    text: anchor.quote,
    before: '',
    after: '',
    place: placeLabel(place, voice),
  };
}

/** That the words of a claim have moved or cannot be found; null where all of them stand where they were annotated. */
export function placeOfClaim(anchors: readonly PlacedAnchor[], voice: Voice): Label | null {
  return anchors.map(({ place }) => placeLabel(place, voice)).find((label) => label !== null) ?? null;
}

function placeLabel(place: Place, { say }: Voice): Label | null {
  if (place.kind === 'exact') return null;
  const places = place.kind === 'ambiguous' ? place.places : 0;
  return say(`place.${place.kind}`, { places });
}
