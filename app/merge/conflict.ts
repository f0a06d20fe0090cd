import type { ProjectData } from '../project.ts';
import type { StoryKey } from '../story.ts';
import { fingerprint } from '../translation/checks/fingerprint.ts';

/** A list of a project's records, or the project as a whole. */
export type MergedTable = Exclude<
  { [K in keyof ProjectData]: ProjectData[K] extends readonly object[] ? K : never }[keyof ProjectData],
  'dumps' | 'stories'
>;

/** A field that both changed, each differently. */
export interface FieldConflict {
  field: string;
  /** The entry of a list within the record, such as one of a claim's evidence, by its id; null: the record's own field. */
  entry: string | null;
  /** As it was before, where that is known. undefined: there was none. */
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

export type AnyRecord = Readonly<Record<string, unknown>>;

/**
 * What a person has to decide. Until then what is mine stays as it is. Their record stands here as it would in mine:
 * dumps, stories and tags are named as they are there.
 */
export interface Conflict {
  /** `<table>/<key>`: what a decision names. */
  id: string;
  table: MergedTable | 'project';
  /** The id (or story key) of the record in mine. */
  key: string;
  /** The story that it is about; null where it is about none. */
  storyKey: StoryKey | null;
  /** `removed-here`: I took away what they changed; `removed-there`: the other way round. */
  kind: 'changed' | 'removed-here' | 'removed-there';
  base: AnyRecord | null;
  mine: AnyRecord | null;
  theirs: AnyRecord | null;
  /** What differs, of one that both changed. */
  fields: FieldConflict[];
  /** Whether both can stay beside each other. */
  canKeepBoth: boolean;
  /** Made from what they say: a decision that is taken once is not asked for again. */
  fingerprint: string;
}

/** What a person decides. */
export type Decision = (
  | { take: 'mine' | 'theirs' | 'both' }
  /** A rating that is neither, for a claim; null: none. Its other fields stay mine. */
  | { take: 'other'; ratingId: string | null }
) & {
  /** Why, for the verdict's history; empty: not said. */
  why: string;
};
export type Decisions = ReadonlyMap<Conflict['id'], Decision>;

/** Lists of which two can stay side by side. */
const KEEPS_BOTH: ReadonlySet<string> = new Set(['claims', 'taggings', 'notes', 'judgements', 'storyNotes']);

export function conflictOf(
  table: Conflict['table'],
  key: string,
  kind: Conflict['kind'],
  sides: { base: object | null; mine: object | null; theirs: object | null },
  fields: FieldConflict[],
): Conflict {
  const { base, mine, theirs } = sides as Record<'base' | 'mine' | 'theirs', AnyRecord | null>;
  const told = (mine ?? theirs)?.storyKey;
  return {
    id: `${table}/${key}`,
    table,
    key,
    storyKey: typeof told === 'string' ? (told as StoryKey) : null,
    kind,
    base,
    mine,
    theirs,
    fields,
    canKeepBoth: kind === 'changed' && KEEPS_BOTH.has(table),
    fingerprint: fingerprint(
      JSON.stringify([table, key, kind, theirs ?? fields.map((field) => field.theirs)]),
    ),
  };
}
