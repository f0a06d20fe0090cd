import type { Command } from '../../commands.ts';
import type { Story, StoryKey, StoryRef } from '../../story.ts';

/** What happens to one entry of a file. */
export const ENTRY_KINDS = ['added', 'matched', 'moved', 'differs', 'refused'] as const;
/**
 * `matched`: it is there already, and nothing changes. `moved`: its words stand elsewhere than the file says, and it is
 * added there. `differs`: it is there and says something else; it stays as it is unless a person wants the file's.
 */
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const ENTRY_REASONS = [
  'story-not-found',
  'story-ambiguous',
  'quote-not-found',
  'quote-ambiguous',
  'no-place',
  'some-quotes-not-found',
  'placed-by-wording',
  'placed-on-first-line',
  'rating-unknown',
  'tag-unknown',
  'tag-nameless',
  'signed-off',
  'twice',
  'term-broken',
  'term-twice',
  'pair-without-place',
  'note-unknown',
] as const;
/** Why something is refused, or why it is where it is. */
export type EntryReason = (typeof ENTRY_REASONS)[number];

export const ENTRY_FIELDS = [
  'place',
  'wording',
  'claimant',
  'rating',
  'rationale',
  'evidence',
  'tag',
  'memo',
  'kind',
  'comment',
  'suggestion',
  'name',
  'colour',
  'description',
  'parent',
  'translation',
  'variants',
  'remark',
] as const;
export type EntryField = (typeof ENTRY_FIELDS)[number];

/** What the project says, and what the file says in its place. */
export interface FieldDifference {
  field: EntryField;
  mine: string;
  theirs: string;
}

export type EntryWhat = 'claim' | 'tagging' | 'note' | 'tag' | 'term';

/** One entry of a file, as a preview shows it. */
export interface ImportEntry {
  kind: EntryKind;
  what: EntryWhat;
  /** Of the annotation in the project, or the one that it gets. */
  id: string;
  /** null: the story was not found, or the entry belongs to none. */
  storyKey: StoryKey | null;
  /** The first words of the story; where it was not found, what the file calls it. */
  lead: string;
  /** What it says: a claim's wording, the names of a tag and those above it, a note's comment, a term. */
  words: string;
  /** The words that it is about; empty where it has no place. */
  quote: string;
  /** What stands before and behind its first words in the story as it is now; null where nothing is placed. */
  around: { prefix: string; quote: string; suffix: string } | null;
  reason: EntryReason | null;
  /** Quotes that were not found, where others were. */
  lost: string[];
  differences: FieldDifference[];
}

/** An entry with the changes that it comes to. */
export interface PlannedEntry extends ImportEntry {
  /** Carried out in any case. */
  commands: readonly Command[];
  /** Carried out where a person prefers the file to the project. */
  edits: readonly Command[];
}

/** A rating of the file for which the project's scale has none. */
export interface UnknownRating {
  id: string;
  /** As the file calls it. */
  label: { en: string; ja: string } | null;
  /** Claims that are refused for it, or for which a person chose something. */
  claims: number;
}

/** What an import would do. Nothing is removed by one. */
export interface ImportPlan {
  entries: PlannedEntry[];
  /** Tags and stories that have to be there first. */
  first: Command[];
  stories: {
    /** Found in the open dumps, and those of them that come into the project by it. */
    found: number;
    added: number;
    missing: number;
  };
  /** Tags that come into the codebook. */
  tags: number;
  unknownRatings: UnknownRating[];
}

/** Where a story of the file stands in the project's dumps. */
export type FoundStory =
  | { kind: 'found'; key: StoryKey; ref: StoryRef; story: Pick<Story, 'text' | 'segments'>; by: FoundBy }
  | { kind: 'missing' }
  | { kind: 'ambiguous'; places: number };
export const FOUND_BY = ['id', 'link', 'text', 'likeness'] as const;
export type FoundBy = (typeof FOUND_BY)[number];

/** What a person decides about an import, and who they are. */
export interface ImportOptions {
  /** By the file's rating: one of the project's scale, or null for none. Others are refused. */
  ratings: Readonly<Record<string, string | null>>;
  /** Claims that have no place are put on the first line of their story; otherwise they are refused. */
  onFirstLine: boolean;
  /** Who imports; stands for whoever the file does not name. */
  by: string;
  /** When, ISO 8601 in UTC. */
  at: string;
  /** What the history of a verdict says of its coming. */
  why: string;
}

export function countsOf(entries: readonly ImportEntry[]): Record<EntryKind, number> {
  const counts = { added: 0, matched: 0, moved: 0, differs: 0, refused: 0 };
  for (const { kind } of entries) counts[kind] += 1;
  return counts;
}

/** The plan as one change of the project; null where there is nothing to do. */
export function importCommand({ first, entries }: ImportPlan, update: boolean): Command | null {
  const commands = [
    ...first,
    ...entries.flatMap((entry) => (update ? [...entry.commands, ...entry.edits] : entry.commands)),
  ];
  return commands.length === 0 ? null : { type: 'batch', commands };
}
