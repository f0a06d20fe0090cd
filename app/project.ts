import { Map as Table } from 'immutable';
import { z } from 'zod';
import { citedIn } from './citations.ts';
import { type Claim, claimSchema } from './claim.ts';
import { type SettledDifference, settledDifferenceSchema } from './coders/settled-difference.ts';
import { contradiction } from './consistency.ts';
import { type DumpRef, dumpRefSchema } from './dump-ref.ts';
import { type GlossaryEntry, glossaryEntrySchema, glossaryKey } from './glossary/entry.ts';
import { UratoriError } from './problem.ts';
import { type SavedQueue, savedQueueSchema } from './queue/queue.ts';
import { type RatingScale, ratingScaleSchema, SIMPLE_SCALE } from './rating-scale.ts';
import { type Review, reviewSchema } from './review.ts';
import { type SavedFilter, savedFilterSchema } from './saved-filter.ts';
import { DEFAULT_SIGN_OFF_RULES, type SignOffRules, signOffRuleFields } from './sign-off-rules.ts';
import { type StoryKey, type StoryRef, storyKey, storyRefSchema } from './story.ts';
import { type StoryNote, storyNoteSchema } from './story-note.ts';
import { type Dismissed, dismissedSchema } from './suggest/dismissal.ts';
import { type Tag, type Tagging, taggingSchema, tagSchema } from './tag.ts';
import { type Alignment, alignmentSchema } from './translation/alignment.ts';
import { CHECKS, type CheckId } from './translation/checks/finding.ts';
import { type DismissedFinding, dismissedFindingSchema } from './translation/dismissed-finding.ts';
import { type Judgement, judgementSchema } from './translation/judgement.ts';
import { type TranslationNote, translationNoteSchema } from './translation-note.ts';

/**
 * The version of the file format that this program writes; newer ones are refused. What version 2 added to version 1
 * has defaults in its schemas, so that older files, and older commands in a journal, read as they stand.
 */
export const PROJECT_VERSION = 2;

/** What the annotations of one story are, by id, in ascending order. Derived; never stored. */
export interface StoryAnnotations {
  claims: readonly string[];
  taggings: readonly string[];
  notes: readonly string[];
  judgements: readonly string[];
}

/**
 * Everything people added. A value: a command makes a new one, and what it does not touch is shared with the
 * old one (persistent tables, so that a change costs the same in a project of ten annotations or 100,000).
 */
export interface Project {
  readonly id: string;
  readonly title: string;
  readonly createdAt: string;
  readonly scale: RatingScale;
  readonly signOffRules: SignOffRules;
  /** Ids of the rules that suggest nothing here, in ascending order. */
  readonly suggestionRulesOff: readonly string[];
  /** Checks of translations that are turned off, in ascending order. */
  readonly checksOff: readonly CheckId[];
  readonly dumps: Table<string, DumpRef>;
  readonly stories: Table<StoryKey, StoryRef>;
  readonly tags: Table<string, Tag>;
  readonly claims: Table<string, Claim>;
  readonly taggings: Table<string, Tagging>;
  readonly notes: Table<string, TranslationNote>;
  readonly judgements: Table<string, Judgement>;
  readonly alignments: Table<StoryKey, Alignment>;
  readonly reviews: Table<StoryKey, Review>;
  readonly storyNotes: Table<StoryKey, StoryNote>;
  readonly filters: Table<string, SavedFilter>;
  readonly queues: Table<string, SavedQueue>;
  readonly glossary: Table<string, GlossaryEntry>;
  /** The entry about a wording, by `glossaryKey`. Derived; never stored. */
  readonly glossaryByKey: Table<string, string>;
  readonly dismissedFindings: Table<string, DismissedFinding>;
  readonly dismissedSuggestions: Table<StoryKey, Dismissed>;
  readonly settledDifferences: Table<string, SettledDifference>;
  readonly byStory: Table<StoryKey, StoryAnnotations>;
  /** The claims, by id in ascending order, whose evidence quotes a story. Derived; never stored. */
  readonly citedBy: Table<StoryKey, readonly string[]>;
}

const projectDataSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string(),
  createdAt: z.iso.datetime(),
  scale: ratingScaleSchema,
  signOffRules: signOffRuleFields.default(DEFAULT_SIGN_OFF_RULES),
  suggestionRulesOff: z.array(z.string().min(1)).default([]),
  checksOff: z.array(z.enum(CHECKS)).default([]),
  dumps: z.array(dumpRefSchema),
  stories: z.array(storyRefSchema),
  tags: z.array(tagSchema),
  claims: z.array(claimSchema),
  taggings: z.array(taggingSchema),
  notes: z.array(translationNoteSchema),
  judgements: z.array(judgementSchema).default([]),
  alignments: z.array(alignmentSchema).default([]),
  reviews: z.array(reviewSchema),
  storyNotes: z.array(storyNoteSchema).default([]),
  filters: z.array(savedFilterSchema).default([]),
  queues: z.array(savedQueueSchema).default([]),
  glossary: z.array(glossaryEntrySchema).default([]),
  dismissedFindings: z.array(dismissedFindingSchema).default([]),
  dismissedSuggestions: z.array(dismissedSchema).default([]),
  settledDifferences: z.array(settledDifferenceSchema).default([]),
});
/** A project as JSON: in the project file, over the connection, in the JSON export. Lists are in ascending order of id. */
export type ProjectData = z.infer<typeof projectDataSchema>;

export const projectFileSchema = z.object({
  format: z.literal('uratori-project'),
  version: z.number().int().positive(),
  /** The number of the last journal entry that this snapshot holds. */
  sequence: z.number().int().nonnegative(),
  project: projectDataSchema,
});
/** The content of a `.uratori` file. */
export interface ProjectFile {
  format: 'uratori-project';
  version: number;
  sequence: number;
  project: ProjectData;
}

export const NO_ANNOTATIONS: StoryAnnotations = { claims: [], taggings: [], notes: [], judgements: [] };

export function emptyProject(id: string, title: string, createdAt: string): Project {
  return fromData({
    id,
    title,
    createdAt,
    scale: SIMPLE_SCALE,
    signOffRules: DEFAULT_SIGN_OFF_RULES,
    suggestionRulesOff: [],
    checksOff: [],
    dumps: [],
    stories: [],
    tags: [],
    claims: [],
    taggings: [],
    notes: [],
    judgements: [],
    alignments: [],
    reviews: [],
    storyNotes: [],
    filters: [],
    queues: [],
    glossary: [],
    dismissedFindings: [],
    dismissedSuggestions: [],
    settledDifferences: [],
  });
}

/**
 * Reads the content of a project file.
 * @throws UratoriError `project-not-a-project`, `project-too-new` (params `version`), `project-damaged` (params `detail`)
 */
export function parse(content: unknown): { project: Project; sequence: number } {
  if (
    typeof content !== 'object' ||
    content === null ||
    (content as { format?: unknown }).format !== 'uratori-project'
  ) {
    throw new UratoriError('project-not-a-project');
  }
  const version = (content as { version?: unknown }).version;
  if (typeof version === 'number' && version > PROJECT_VERSION)
    throw new UratoriError('project-too-new', { version });
  const result = projectFileSchema.safeParse(content);
  if (!result.success) throw new UratoriError('project-damaged', { detail: firstIssue(result.error) });
  const detail = contradiction(result.data.project);
  if (detail !== null) throw new UratoriError('project-damaged', { detail });
  return { project: fromData(result.data.project), sequence: result.data.sequence };
}

export function serialise(project: Project, sequence: number): ProjectFile {
  return { format: 'uratori-project', version: PROJECT_VERSION, sequence, project: toData(project) };
}

/** Data that is known to be valid, such as what `toData` made. */
export function fromData(data: ProjectData): Project {
  const byId = <T extends { id: string }>(list: readonly T[]) =>
    Table(list.map((item) => [item.id, item] as const));
  const { claims, taggings, notes, judgements } = data;
  return {
    id: data.id,
    title: data.title,
    createdAt: data.createdAt,
    scale: data.scale,
    signOffRules: data.signOffRules,
    suggestionRulesOff: [...new Set(data.suggestionRulesOff)].sort(),
    checksOff: [...new Set(data.checksOff)].sort(),
    dumps: byId(data.dumps),
    stories: Table(data.stories.map((story) => [storyKey(story.dumpId, story.storyId), story] as const)),
    tags: byId(data.tags),
    claims: byId(claims),
    taggings: byId(taggings),
    notes: byId(notes),
    judgements: byId(judgements),
    alignments: Table(data.alignments.map((alignment) => [alignment.storyKey, alignment] as const)),
    reviews: Table(data.reviews.map((review) => [review.storyKey, review] as const)),
    storyNotes: Table(data.storyNotes.map((note) => [note.storyKey, note] as const)),
    filters: byId(data.filters),
    queues: byId(data.queues),
    glossary: byId(data.glossary),
    glossaryByKey: Table(data.glossary.map((entry) => [glossaryKey(entry), entry.id] as const)),
    dismissedFindings: byId(data.dismissedFindings),
    byStory: indexByStory({ claims, taggings, notes, judgements }),
    dismissedSuggestions: Table(
      data.dismissedSuggestions.map((dismissed) => [dismissed.storyKey, dismissed] as const),
    ),
    settledDifferences: byId(data.settledDifferences),
    citedBy: Table(citedIn(claims)),
  };
}

export function toData(project: Project): ProjectData {
  return {
    id: project.id,
    title: project.title,
    createdAt: project.createdAt,
    scale: project.scale,
    signOffRules: project.signOffRules,
    suggestionRulesOff: [...project.suggestionRulesOff],
    checksOff: [...project.checksOff],
    dumps: inOrder(project.dumps),
    stories: inOrder(project.stories),
    tags: inOrder(project.tags),
    claims: inOrder(project.claims),
    taggings: inOrder(project.taggings),
    notes: inOrder(project.notes),
    judgements: inOrder(project.judgements),
    alignments: inOrder(project.alignments),
    reviews: inOrder(project.reviews),
    storyNotes: inOrder(project.storyNotes),
    filters: inOrder(project.filters),
    queues: inOrder(project.queues),
    glossary: inOrder(project.glossary),
    dismissedFindings: inOrder(project.dismissedFindings),
    dismissedSuggestions: inOrder(project.dismissedSuggestions),
    settledDifferences: inOrder(project.settledDifferences),
  };
}

export function annotationsOf(project: Project, key: StoryKey): StoryAnnotations {
  return project.byStory.get(key) ?? NO_ANNOTATIONS;
}

type Indexed = Record<keyof StoryAnnotations, readonly { id: string; storyKey: StoryKey }[]>;

function indexByStory(lists: Indexed): Table<StoryKey, StoryAnnotations> {
  const index = new Map<StoryKey, Record<keyof StoryAnnotations, string[]>>();
  for (const [kind, list] of Object.entries(lists) as [keyof StoryAnnotations, Indexed['claims']][]) {
    for (const { id, storyKey: key } of list) {
      const entry = index.get(key) ?? { claims: [], taggings: [], notes: [], judgements: [] };
      entry[kind].push(id);
      index.set(key, entry);
    }
  }
  for (const ids of index.values()) for (const list of Object.values(ids)) list.sort();
  return Table(index);
}

function inOrder<T>(table: Table<string, T>): T[] {
  return [...table.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue ? `${issue.path.join('.')}: ${issue.message}` : error.message;
}
