import type { Anchor } from '../anchor.ts';
import type { Claim } from '../claim.ts';
import type { DumpRef } from '../dump-ref.ts';
import type { ProjectData } from '../project.ts';
import { type StoryKey, type StoryRef, storyKey } from '../story.ts';
import type { Tag, Tagging } from '../tag.ts';
import type { Judgement } from '../translation/judgement.ts';
import type { TranslationNote } from '../translation-note.ts';
import { pairDumps } from './pair-dumps.ts';
import { type Paired, pairSpans, type Spanned } from './pair-spans.ts';
import { pairTags } from './pair-tags.ts';
import type { Span } from './spans.ts';
import { translated } from './translated.ts';

export type { Pair, Paired } from './pair-spans.ts';

/**
 * Two projects side by side: what is the same dump, story, tag, claim, use of a tag, note and judgement. What is
 * theirs stands here with its own id, but names dumps, stories and tags as mine does, so that the two sides of a pair
 * can be compared field by field.
 */
export interface Pairing {
  /** Copies of one project: its ids mean the same on both sides. */
  sameProject: boolean;
  mine: ProjectData;
  /** Their project in the words of mine. */
  theirs: ProjectData;
  dumps: Paired<DumpRef>;
  stories: Paired<StoryRef>;
  tags: Paired<Tag>;
  claims: Paired<Claim>;
  taggings: Paired<Tagging>;
  notes: Paired<TranslationNote>;
  judgements: Paired<Judgement>;
}

/**
 * Pairs what two coders made on the same dumps. Both may be any two projects: what has no counterpart is told as well.
 *
 * - dumps: by SHA-256, else by id or name (`pairDumps`); stories: by dump and story id
 * - tags: by id in copies of one project, else by their names from the top of the codebook down
 * - claims, notes, judgements: by id in copies of one project, else those of one story that cover words in common, so
 *   that the shared parts come to the most, at most one to one (`pairSpans`); uses of a tag: likewise, of one tag; a
 *   use on the whole story with one on the whole story
 *
 * The result depends on the projects alone, not on the order of their lists.
 * @param base what both copies were made from, where that is known: what it had is the same by its id alone, so that what
 * one of them removed is not taken for something that the other one made
 */
export function pairProjects(
  mine: ProjectData,
  other: ProjectData,
  base: ProjectData | null = null,
): Pairing {
  const sameProject = mine.id === other.id;
  const names = { dumps: pairDumps(mine, other, base), tags: pairTags(mine, other, base) };
  const theirs = translated(other, names, mine);
  const spans = <T extends { id: string }>(
    ours: readonly T[],
    others: readonly T[],
    groupOf: (record: T) => string,
    spansOf: (record: T) => Span[],
    alike: readonly (keyof T)[],
    known: readonly T[] | undefined,
  ): Paired<T> => {
    const spanned = (record: T): Spanned<T> => ({
      record,
      id: record.id,
      group: groupOf(record),
      spans: spansOf(record),
    });
    return pairSpans(ours.map(spanned), others.map(spanned), {
      sameIds: sameProject,
      known: new Set(known?.map(({ id }) => id)),
      likeness: (a, b) =>
        alike.filter((field) => JSON.stringify(a[field]) === JSON.stringify(b[field])).length,
    });
  };
  const inStory = (record: { storyKey: StoryKey }) => record.storyKey;
  return {
    sameProject,
    mine,
    theirs,
    dumps: byName(mine.dumps, theirs.dumps, ({ id }) => id),
    stories: byName(mine.stories, theirs.stories, (story) => storyKey(story.dumpId, story.storyId)),
    tags: byName(mine.tags, theirs.tags, ({ id }) => id),
    claims: spans(
      mine.claims,
      theirs.claims,
      inStory,
      claimSpans,
      ['anchors', 'wording', 'ratingId', 'createdBy'],
      base?.claims,
    ),
    taggings: spans(
      mine.taggings,
      theirs.taggings,
      (use) => JSON.stringify([use.storyKey, use.tagId]),
      ({ anchor }) => (anchor ? sideSpans(anchor, null) : WHOLE_STORY),
      ['anchor', 'memo', 'createdBy'],
      base?.taggings,
    ),
    notes: spans(
      mine.notes,
      theirs.notes,
      inStory,
      pairedSpans,
      ['kind', 'original', 'translation', 'createdBy'],
      base?.notes,
    ),
    judgements: spans(
      mine.judgements,
      theirs.judgements,
      inStory,
      pairedSpans,
      ['fidelity', 'original', 'translation', 'by'],
      base?.judgements,
    ),
  };
}

/** What a claim covers of its story. */
export function claimSpans({ anchors }: Pick<Claim, 'anchors'>): Span[] {
  return anchors.map(({ start, end }) => ({ lane: 0, start, end }));
}

/** A place of its own, so that two uses of a tag on the whole story are on the same, and on no words. */
const WHOLE_STORY: Span[] = [{ lane: 2, start: 0, end: 1 }];

function pairedSpans({ original, translation }: Pick<TranslationNote, 'original' | 'translation'>): Span[] {
  return sideSpans(original, translation);
}

function sideSpans(original: Anchor | null, translation: Anchor | null): Span[] {
  return [original, translation].flatMap((anchor, lane) =>
    anchor ? [{ lane, start: anchor.start, end: anchor.end }] : [],
  );
}

/** Of what has the same name in both by now. */
function byName<T>(mine: readonly T[], theirs: readonly T[], nameOf: (record: T) => string): Paired<T> {
  const others = new Map(theirs.map((record) => [nameOf(record), record]));
  const names = new Set(mine.map(nameOf));
  return {
    pairs: mine.flatMap((record) => {
      const twin = others.get(nameOf(record));
      return twin ? [{ mine: record, theirs: twin, by: 'id' as const, shared: 0, share: 1 }] : [];
    }),
    onlyMine: mine.filter((record) => !others.has(nameOf(record))),
    onlyTheirs: theirs.filter((record) => !names.has(nameOf(record))),
  };
}
