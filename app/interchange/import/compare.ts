import { type Anchor, type AnchoredText, resolve } from '../../anchor.ts';
import type { Claim } from '../../claim.ts';
import type { Evidence } from '../../evidence.ts';
import { plainText } from '../../rich-text.ts';
import type { Tagging } from '../../tag.ts';
import type { TranslationNote } from '../../translation-note.ts';
import type { Span } from '../annotation-set.ts';
import { spanIn, writable } from '../gather.ts';
import type { EntryField, FieldDifference } from './plan.ts';

/**
 * What an annotation of the project and one of a file say differently. What the file leaves empty it does not speak
 * about: most formats cannot carry everything, and no tool deletes what it does not know.
 */
export function claimDifferences(
  mine: Claim,
  theirs: {
    anchors: readonly Anchor[] | null;
    wording: string;
    claimant: string;
    ratingId: string | null;
    rationale: string;
    evidence: readonly Evidence[];
  },
  story: AnchoredText | null,
): FieldDifference[] {
  return [
    ...places(mine.anchors, theirs.anchors, story),
    ...words('wording', mine.wording, theirs.wording),
    ...words('claimant', mine.claimant, theirs.claimant),
    ...words('rating', mine.ratingId ?? '', theirs.ratingId ?? ''),
    ...words('rationale', plainText(mine.rationale), theirs.rationale),
    ...evidence(mine.evidence, theirs.evidence),
  ];
}

export function taggingDifferences(
  mine: Tagging,
  theirs: { tagId: string; anchor: Anchor | null; memo: string },
  /** false: where the file has it is not known. */
  isPlaced: boolean,
  story: AnchoredText | null,
  nameOf: (tagId: string) => string,
): FieldDifference[] {
  const anchors = (anchor: Anchor | null) => (anchor ? [anchor] : []);
  const tag =
    mine.tagId === theirs.tagId
      ? []
      : [{ field: 'tag' as const, mine: nameOf(mine.tagId), theirs: nameOf(theirs.tagId) }];
  return [
    ...tag,
    ...places(anchors(mine.anchor), isPlaced ? anchors(theirs.anchor) : null, story),
    ...words('memo', mine.memo, theirs.memo),
  ];
}

export function noteDifferences(
  mine: TranslationNote,
  theirs: {
    kind: string;
    original: Anchor | null;
    translation: Anchor | null;
    comment: string;
    suggestion: string;
  },
  story: AnchoredText | null,
): FieldDifference[] {
  const side = (name: 'original' | 'translation') => {
    const anchor = theirs[name];
    return anchor ? places(mine[name] ? [mine[name]] : [], [anchor], story) : [];
  };
  return [
    ...words('kind', mine.kind, theirs.kind),
    ...side('original'),
    ...side('translation'),
    ...words('comment', plainText(mine.comment), theirs.comment),
    ...words('suggestion', mine.suggestion, theirs.suggestion),
  ];
}

/** Whether an entry of evidence of a file is one that the claim has. */
export function isSameEvidence(mine: Evidence, theirs: Evidence): boolean {
  const told = (
    field: 'title' | 'url' | 'archiveUrl' | 'capturedAt' | 'publisher' | 'publishedAt' | 'reliability',
  ) => theirs[field] === '' || writable(mine[field]) === theirs[field];
  const quoteOf = ({ quote, story }: Evidence) => quote || (story?.anchor.quote ?? '');
  return (
    mine.stance === theirs.stance &&
    told('title') &&
    told('url') &&
    told('archiveUrl') &&
    told('capturedAt') &&
    told('publisher') &&
    told('publishedAt') &&
    told('reliability') &&
    (quoteOf(theirs) === '' || writable(quoteOf(mine)) === writable(quoteOf(theirs))) &&
    (theirs.file === null || mine.file?.sha256 === theirs.file.sha256)
  );
}

/** Where anchors were found: each is asked for as often as the file has annotations in its story. */
const known = new WeakMap<Anchor, { story: AnchoredText; place: Span | null }>();

/** Where an anchor of the project stands in the story as it is now; null where that is not certain. */
function nowAt(anchor: Anchor, story: AnchoredText): Span | null {
  const before = known.get(anchor);
  if (before?.story === story) return before.place;
  const found = resolve(anchor, story);
  const isPlaced = found.kind === 'exact' || found.kind === 'moved';
  const place = isPlaced ? spanIn(story, found.anchor) : null;
  known.set(anchor, { story, place });
  return place;
}

function evidence(mine: readonly Evidence[], theirs: readonly Evidence[]): FieldDifference[] {
  const others = theirs.filter((entry) => !mine.some((own) => isSameEvidence(own, entry)));
  if (others.length === 0) return [];
  const told = (entries: readonly Evidence[]) =>
    entries.map(({ title, url, quote }) => title || url || quote).join('; ');
  return [{ field: 'evidence', mine: told(mine), theirs: told(others) }];
}

function words(field: EntryField, mine: string, theirs: string): FieldDifference[] {
  return theirs === '' || writable(mine) === theirs ? [] : [{ field, mine, theirs }];
}

/** @param theirs null: the file does not say, or it is not found */
function places(
  mine: readonly Anchor[],
  theirs: readonly Anchor[] | null,
  story: AnchoredText | null,
): FieldDifference[] {
  if (theirs === null || story === null) return [];
  const spot = (place: { start: number; end: number } | null, quote: string) =>
    place ? `${place.start}-${place.end}` : quote;
  const own = mine.map((anchor) => spot(nowAt(anchor, story), anchor.quote)).sort();
  const other = theirs.map((anchor) => spot(anchor, anchor.quote)).sort();
  if (own.length === other.length && own.every((place, index) => place === other[index])) return [];
  const quotes = (anchors: readonly Anchor[]) => anchors.map(({ quote }) => quote).join(' … ');
  return [{ field: 'place', mine: quotes(mine), theirs: quotes(theirs) }];
}

export function has(differences: readonly FieldDifference[], field: FieldDifference['field']): boolean {
  return differences.some((each) => each.field === field);
}

/** Two people may say the same about the same words; what nobody signed may be either's. */
export function isSameMaker({ createdBy }: { createdBy: string }, { by }: { by: string }): boolean {
  return by === '' || by === createdBy;
}
