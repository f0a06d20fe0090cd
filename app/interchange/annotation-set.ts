import type { Stance } from '../evidence.ts';
import type { Outcome } from '../rating-scale.ts';
import type { Source, StoryKey } from '../story.ts';
import type { TagColour } from '../tag.ts';
import type { TranslationNoteKind } from '../translation-note.ts';

/**
 * A range of a story's text: `start` and `end` in UTF-16 units, `quote` what stands there. It begins and ends with
 * neither white space nor the half of a pair or cluster.
 */
export interface Span {
  start: number;
  end: number;
  quote: string;
}

export interface SetEvidence {
  id: string;
  stance: Stance;
  title: string;
  url: string;
  archiveUrl: string;
  capturedAt: string;
  publisher: string;
  publishedAt: string;
  quote: string;
  reliability: string;
  /** SHA-256 in lower-case hexadecimal. */
  file: { name: string; sha256: string } | null;
  /** The story of the project that it quotes, and where; a place only where that story is in the set with its text. */
  story: { key: StoryKey; span: Span | null } | null;
}

export interface SetClaim {
  id: string;
  /** Empty: the claim has no place in the text. */
  spans: Span[];
  wording: string;
  claimant: string;
  ratingId: string | null;
  /** Plain text. */
  rationale: string;
  evidence: SetEvidence[];
  /** Id of the claim of a near-duplicate story that a person took this one over from. */
  carriedFrom: string | null;
  /** Who made it, and when (ISO 8601); empty where nobody says. */
  by: string;
  at: string;
}

export interface SetTagging {
  id: string;
  tagId: string;
  /** null: on the whole story. */
  span: Span | null;
  memo: string;
  by: string;
  at: string;
}

export interface SetNote {
  id: string;
  kind: TranslationNoteKind;
  /** One of the two at least. */
  original: Span | null;
  translation: Span | null;
  /** Plain text. */
  comment: string;
  suggestion: string;
  by: string;
  at: string;
}

export interface SetStory {
  key: StoryKey;
  /** null: not at hand. */
  text: string | null;
  lang: string;
  source: Source | null;
  publishedAt: string | null;
  link: string | null;
  claims: SetClaim[];
  taggings: SetTagging[];
  notes: SetNote[];
}

export interface SetTag {
  id: string;
  name: string;
  parentId: string | null;
  colour: TagColour | null;
  description: string;
}

export interface SetRating {
  id: string;
  label: { en: string; ja: string };
  meaning: { en: string; ja: string };
  outcome: Outcome;
}

/**
 * Annotations as other programs know them: what every format is written from and read into. Poorer than a project:
 * text in place of rich text, places that are certain in place of anchors, no history.
 */
export interface AnnotationSet {
  stories: SetStory[];
  tags: SetTag[];
  ratings: SetRating[];
}

/** Where a set comes from. All of it is given, none taken, so that the same input gives the same bytes. */
export interface SetOrigin {
  projectId: string;
  title: string;
  /** ISO 8601 in UTC. */
  exportedAt: string;
  /** Of the program. */
  version: string;
  /** The language that names ratings for readers. */
  locale: 'en' | 'ja';
  /** Where the pages of the claims are published, for formats that name them; null while nobody says. */
  baseUrl: string | null;
}
