import { z } from 'zod';
import { STORY_RULES } from './agreement/projects/counted-stories.ts';
import { type AgreementReport, type Answered, QUESTIONS } from './agreement/projects/report.ts';
import type { Resolution } from './anchor.ts';
import { BUNDLE_MODES, type BundledDump } from './bundle/manifest.ts';
import type { Verification } from './bundle/verification.ts';
import type { Claim } from './claim.ts';
import { type Command, commandSchema, type SingleCommand } from './commands.ts';
import { type DumpReading, dumpReadingSchema } from './dump-reading.ts';
import { EXPORT_FORMATS } from './exports/formats.ts';
import { reportOptionsSchema } from './exports/options.ts';
import type { Facets } from './facets.ts';
import type { ColumnMapping } from './formats/column-mapping.ts';
import type { DumpFormat } from './formats/format-ids.ts';
import type { ColumnSample } from './formats/mapping/columns.ts';
import { type SplitRule, splitRuleSchema } from './formats/split-rule.ts';
import { GLOSSARY_FORMATS } from './glossary/format-ids.ts';
import { baseUrlSchema } from './interchange/base-url.ts';
import { ENTRY_KINDS, type EntryKind, type ImportEntry, type ImportPlan } from './interchange/import/plan.ts';
import { IMPORT_FORMATS, type ImportFormat } from './interchange/import/recognise.ts';
import type { LikenessCounts, SimilarStories } from './likeness/compared-story.ts';
import type { Conflict, Merge } from './merge/merge.ts';
import type { Problem } from './problem.ts';
import type { ProjectData } from './project.ts';
import type { ProjectDiff } from './project-diff.ts';
import { LOCALES, type Settings, settingsSchema } from './settings.ts';
import type { Source, Story, StoryKey, StoryRef, StoryRow } from './story.ts';
import { storyFilterSchema } from './story-filter.ts';
import { type Marked, storyMarkSchema } from './story-mark.ts';
import { storySortSchema } from './story-sort.ts';
import type { Tag, Tagging } from './tag.ts';
import type { RateSurvey } from './translation/checks/rates.ts';
import type { TranslationNote } from './translation-note.ts';

export { EVERY_STORY, type StoryFilter, storyFilterSchema } from './story-filter.ts';

/**
 * What the renderer and the main process say to each other: one map of calls, one of events. Whatever the host
 * (Electron's IPC, a WebSocket on the loopback), params are checked against `callSchemas` before a handler sees
 * them, and a failure comes back as a `Problem`.
 */

export interface Recent {
  /** Absolute path of a project file. */
  path: string;
  title: string;
  openedAt: string;
}

/** The state of one dump of the open project. */
export interface DumpState {
  dumpId: string;
  /** `missing`: not at its place and not found beside the project; ask for it. */
  status: 'open' | 'missing' | 'failed';
  problem: Problem | null;
  /** Stories found so far; all of them once `complete`. */
  stories: number;
  complete: boolean;
  /** Indexing was cancelled: there are only the stories that were found by then, until `dump.resume`. */
  stopped: boolean;
  /** Bytes of the dump, and those scanned so far. */
  bytes: number;
  bytesScanned: number;
  format: string;
  encoding: string;
  rule: SplitRule | null;
  /** What a person chose against the guess. */
  reading: DumpReading | null;
  /** What is wrong inside the dump, such as invalid bytes with their position. */
  problems: Problem[];
  /** The dump is not the one that was annotated: look at `reanchor.report`. */
  changed: boolean;
}

/** All there is to know about the open project. */
export interface Session {
  /** Absolute path of the project file. */
  file: string;
  /** The project still lives in the application's data folder, where a new one is saved at once. */
  unnamed: boolean;
  readOnly: boolean;
  /** What happened while opening: recovered from a backup, torn journal, opened read-only. */
  notices: Problem[];
  project: ProjectData;
  sequence: number;
  canUndo: boolean;
  canRedo: boolean;
  dumps: DumpState[];
  /** The dump whose stories are shown. */
  currentDumpId: string | null;
}

export interface StartInfo {
  version: string;
  host: 'electron' | 'browser';
  platform: string;
  /** Preferred languages of the system, best first. */
  languages: string[];
  settings: Settings;
  recent: Recent[];
  session: Session | null;
}

export interface DumpPreview {
  path: string;
  name: string;
  bytes: number;
  format: DumpFormat;
  encoding: string;
  /** The rule that the preview was made with, and the one the program would choose; null for what is no plain text. */
  rule: SplitRule | null;
  guessedRule: SplitRule | null;
  /** Stories in the bytes looked at: the whole file if `complete`, its beginning otherwise. */
  stories: number;
  complete: boolean;
  first: Story[];
  /** What could not be read of it. */
  problems: Problem[];
  /** Of a table or of JSON records: its columns, and what they are taken to hold; null elsewhere. */
  columns: ColumnSample[] | null;
  mapping: ColumnMapping | null;
  /** The mapping is the one that was chosen for such a table before. */
  remembered: boolean;
}

/** A change of the project that was made before now. */
export interface PastChange {
  sequence: number;
  /** ISO 8601, when it was made durable. */
  at: string;
  /** Who made it, where that is known. */
  by: string | null;
  /** `upkeep`: the program by itself. */
  cause: 'do' | 'undo' | 'redo' | 'upkeep';
  /** What was done, the first of it only where it is much. */
  commands: SingleCommand[];
  /** How many there are of these. */
  parts: number;
}

/** A part of the project's history. */
export interface HistoryPage {
  /** The newest first. */
  changes: PastChange[];
  /** Where the next page begins; null where there is none. */
  before: number | null;
  /** What the changes name and the project does not have any more. */
  removed: { claims: Claim[]; taggings: Tagging[]; notes: TranslationNote[]; tags: Tag[] };
  /** The oldest state that can be restored, by the sequence of its last change; null where none can. */
  restorableFrom: number | null;
  /** The oldest change that is known of at all. */
  oldest: number | null;
}

/** A former state that is kept beside the project file. */
export interface Backup {
  /** 1 is the newest. */
  number: number;
  /** Of its last change. */
  sequence: number;
  /** ISO 8601, when it was written. */
  at: string;
}

/** What makes the open project of another one. */
export interface Comparison extends ProjectDiff {
  /** Of the other project, as `sequence`. */
  title: string;
  sequence: number;
  /** The other one is an earlier or later state of this one, and not another project. */
  sameProject: boolean;
  /** Entries that differ and are not among `records`, since there are too many. */
  more: number;
}

/** Another person's project beside the open one: what comes of merging it. */
export interface Comparing {
  title: string;
  /** Copies of one project; else the two were made apart. */
  sameProject: boolean;
  /** What both were made from, and how that is known; null: there is none, and everything of either is kept. */
  ancestor: {
    by: 'given' | 'history' | 'backup' | 'content';
    sequence: number;
    /** ISO 8601, when that state came to be, where that is known. */
    at: string | null;
  } | null;
  tallies: Merge['tallies'];
  /** What nobody decided on yet. */
  conflicts: Conflict[];
  /** Whether merging would change anything. */
  changes: boolean;
  /** What was to say about their file. */
  notices: Problem[];
  /** Names the states that were compared, for `merge.apply`. */
  compared: string;
}

/** Links that the annotated stories of a dump cite. */
export interface StoryLinks {
  /** Those of most stories first, with the keys of these. */
  links: { url: string; stories: StoryKey[] }[];
  /** How many stories were read for it, of how many. */
  read: number;
  annotated: number;
}

/** A list of stories that rows are read from by place: in dump order while it grows, sorted once it is complete. */
export interface StoryView {
  view: number;
  count: number;
  /** Hits of the query in all stories of the view; 0 without a query. */
  hits: number;
  /** How much of the dump was searched for the query, 0 to 1. */
  searched: number;
  /** False while a scan or search is still adding stories; `view.progress` tells more. */
  complete: boolean;
  /** Another number: rows that were read may stand elsewhere by now. */
  order: number;
}

/** A story in the list. */
export interface StoryListRow extends StoryRow {
  /** Hits of the view's query in this story. */
  hits: number;
}

/** One anchor of a changed story, and where it stands now. */
export interface ReanchoredPart {
  kind: 'claim' | 'tagging' | 'note' | 'judgement' | 'evidence';
  id: string;
  /** The claim, most likely in another story, that words quoted as evidence belong to. */
  claimId?: string;
  /** Index of a claim's anchor, or the side of a note or judgement. */
  part: number | 'original' | 'translation' | null;
  quote: string;
  resolution: Resolution;
}

/** What became of an annotated story in a dump that changed. */
export interface ReanchoredStory {
  storyKey: StoryKey;
  /** `same`: found by its id. `changed`: found by its byline and words. `lost`: not found; its annotations are kept. */
  status: 'same' | 'changed' | 'lost';
  old: StoryRef;
  found: StoryRef | null;
  parts: ReanchoredPart[];
}

export interface FolderEntry {
  name: string;
  path: string;
  kind: 'folder' | 'file';
  /** Bytes; 0 for a folder. */
  bytes: number;
  modifiedAt: string;
}
export interface Folder {
  path: string;
  /** null at a root of what may be seen. */
  parent: string | null;
  entries: FolderEntry[];
}

/** Answer of `files.choose`. `in-app`: the host has no dialog of its own; ask with `files.list`. */
export type Choice = { kind: 'chosen'; path: string } | { kind: 'cancelled' } | { kind: 'in-app' };

export interface Exported {
  path: string;
  bytes: number;
  /** Lower-case hexadecimal; null of a folder. */
  sha256: string | null;
  files: number;
  /** Anchors of annotations for other tools that have no certain place in the text. */
  placeless: number;
  /** Where a browser fetches the file; null where the person chose the place. */
  download: string | null;
}

/** What a bundle would hold. Bytes are those before packing. */
export interface BundlePlan {
  stories: number;
  dumps: (Pick<BundledDump, 'id' | 'name' | 'as' | 'stories'> & { bytes: number })[];
  attachments: { count: number; bytes: number };
  missingAttachments: number;
  /** What keeps it from being made. */
  problems: Problem[];
}

export interface MadeBundle extends Pick<Exported, 'path' | 'bytes' | 'files' | 'download'> {
  sha256: string;
  /** Of its manifest: to be published. */
  manifestSha256: string;
}

/** What an import would do; its entries come by the page. */
export interface ImportPreview extends Pick<ImportPlan, 'stories' | 'tags' | 'unknownRatings'> {
  importId: number;
  /** Of the file or folder. */
  name: string;
  format: ImportFormat;
  counts: Record<EntryKind, number>;
  /** Claims without a place, which are refused or put on the first line of their story. */
  placeless: number;
  /** What could not be read of it, the first only where it is much, and how many there are more. */
  problems: Problem[];
  moreProblems: number;
}

const dumpId = z.string().min(1);
const why = z.string();
const decisionSchema = z.union([
  z.strictObject({ take: z.enum(['mine', 'theirs', 'both']), why }),
  z.strictObject({ take: z.literal('other'), ratingId: z.string().min(1).nullable(), why }),
]);
/** Another person's project file, and what both were made from; null: it is looked for. */
const compared = { path: z.string().min(1), base: z.string().min(1).nullable() };
const path = z.string().min(1);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
/** How a dump is read: the rule for plain text, and what a person chose against the guess; null: as guessed. */
const howRead = { rule: splitRuleSchema.nullable(), reading: dumpReadingSchema.nullable().optional() };
const nothing = z.strictObject({});
/** What a person decides about an import, and who they are. */
const importOptions = {
  /** By the file's rating: one of the project's scale, or null for none. Others are refused. */
  ratings: z.record(z.string(), z.string().nullable()),
  onFirstLine: z.boolean(),
  by: z.string(),
  /** What the history of a verdict says of its coming. */
  why: z.string(),
};
const importId = z.number().int();
/** A file, or a download of this name where the host is a browser. */
const exportTarget = z.union([z.strictObject({ path }), z.strictObject({ downloadName: z.string().min(1) })]);

export const callSchemas = {
  'workbench.start': nothing,
  'settings.change': z.strictObject({ changes: z.strictObject(settingsSchema.partial().shape) }),

  /** A new, empty project in the application's data folder. */
  'project.create': z.strictObject({ title: z.string() }),
  'project.open': z.strictObject({ path }),
  'project.saveAs': z.strictObject({ path }),
  'project.close': nothing,
  'project.execute': z.strictObject({ command: commandSchema }),
  'project.undo': nothing,
  'project.redo': nothing,
  'project.forget': z.strictObject({ path }),

  'project.backups': nothing,
  'project.compare': z.strictObject({
    with: z.union([z.strictObject({ path }), z.strictObject({ backup: z.number().int().min(1).max(99) })]),
  }),
  /** What comes of merging another person's project file into the open one; nothing is changed. */
  'merge.compare': z.strictObject(compared),
  /**
   * Merges it, in one step that can be undone. What is not decided (by the ids of conflicts) stays as it is in the open
   * project. Fails with `merge-changed` where one of the two is another one by now than `compared`.
   */
  'merge.apply': z.strictObject({
    ...compared,
    compared: z.string(),
    decisions: z.record(z.string(), decisionSchema),
  }),
  /** Changes of the project, or of one story, before a sequence; null: the newest. */
  'history.page': z.strictObject({
    storyKey: z.string().nullable(),
    before: z.number().int().positive().nullable(),
    most: z.number().int().min(1).max(200),
  }),
  /**
   * Makes the project, or one story, what it was after a change: in one step, which can be undone. null: it is that
   * already.
   */
  'history.restore': z.strictObject({
    sequence: z.number().int().nonnegative(),
    storyKey: z.string().nullable(),
  }),

  'dump.preview': z.strictObject({ path, ...howRead }),
  /** Adds the dump to the open project (to a new one where none is open) and shows it. */
  'dump.open': z.strictObject({ path, ...howRead }),
  'dump.openSample': nothing,
  'dump.show': z.strictObject({ dumpId }),
  /** Reads a dump of the project in another way. */
  'dump.readAnew': z.strictObject({ dumpId, ...howRead }),
  /** Gives up what is being opened or looked at and has no story to show yet: fails with `opening-cancelled`. */
  'dump.cancelOpening': nothing,
  /** Indexes no further. */
  'dump.cancel': z.strictObject({ dumpId }),
  /** Indexes a dump to its end of which the indexing was cancelled. */
  'dump.resume': z.strictObject({ dumpId }),
  /** The dump was missing and stands here now. */
  'dump.relocate': z.strictObject({ dumpId, path }),

  'stories.view': z.strictObject({ dumpId, filter: storyFilterSchema, sort: storySortSchema }),
  'stories.rows': z.strictObject({
    view: z.number().int(),
    from: z.number().int().nonnegative(),
    count: z.number().int().min(1).max(500),
  }),
  /**
   * Marks the stories at some places of a view (`[from, to)`), with one command; with `carryOut` false only says what
   * that would change. `order` is the view's: its places must not have changed since they were chosen.
   */
  'stories.mark': z.strictObject({
    view: z.number().int(),
    order: z.number().int(),
    ranges: z.array(z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()])),
    mark: storyMarkSchema,
    /** Who marks them. */
    by: z.string(),
    carryOut: z.boolean(),
  }),
  /** What sources of `stories.facets` are called, in their order; null for stories without one. */
  'sources.named': z.strictObject({ dumpId, ids: z.array(z.number().int().nonnegative()) }),
  /** The ids of sources in a dump. Those that it does not have are left out, but not all of them: no story has the id. */
  'sources.find': z.strictObject({
    dumpId,
    sources: z.array(z.strictObject({ name: z.string(), handle: z.string().nullable() }).nullable()),
  }),
  /** The place of a story in a view; null where the view does not have it, and where it would stand there. */
  'stories.place': z.strictObject({ view: z.number().int(), ordinal: z.number().int().nonnegative() }),
  /** `sources`: those whose name holds a text, and how many of them are wanted. */
  'stories.facets': z.strictObject({
    dumpId,
    filter: storyFilterSchema,
    sources: z.strictObject({ named: z.string(), most: z.number().int().min(1).max(1000) }),
  }),
  'stories.links': z.strictObject({ dumpId, most: z.number().int().min(1).max(1000) }),
  'story.read': z.strictObject({ dumpId, ordinal: z.number().int().nonnegative() }),
  /** The ordinal of a story by its id in the dump; null where the dump, as far as it is indexed, does not have it. */
  'story.find': z.strictObject({ dumpId, storyId: z.string().min(1) }),
  /** The ordinal of a story of the project; null where its dump does not have it any more. */
  'story.locate': z.strictObject({ storyKey: z.string().min(1) }),

  /** How many near-duplicates a story has, and how many cite what it cites; small dumps are looked through for it. */
  'likeness.counts': z.strictObject({ dumpId, ordinal: z.number().int().nonnegative() }),
  /** Looks through a dump for near-duplicates; `likeness.progress` tells how far. Fails with `likeness-cancelled`. */
  'likeness.find': z.strictObject({ dumpId }),
  'likeness.cancel': z.strictObject({ dumpId }),
  /** The near-duplicates of a story, and those that say something else about the same link. */
  'story.similar': z.strictObject({ dumpId, ordinal: z.number().int().nonnegative() }),
  /** Conversions between currencies, compared across the dump; waits until it is indexed. */
  'checks.rates': z.strictObject({ dumpId }),

  'reanchor.report': z.strictObject({ dumpId }),
  /** A person looked at the report and takes the dump as it stands now; what has no place keeps its annotations. */
  'reanchor.accept': z.strictObject({ dumpId }),

  'files.choose': z.strictObject({
    purpose: z.enum([
      'open-dump',
      'open-folder',
      'open-project',
      'open-annotations',
      'open-any',
      'save-project',
      'save-report',
      'save-folder',
    ]),
    suggestedName: z.string(),
  }),
  /** null: the folders that may be seen. */
  'files.list': z.strictObject({ path: z.string().nullable() }),
  /** Copies a local file into the project's attachments folder, for evidence. */
  'attachments.add': z.strictObject({ path }),
  /** Whether the copy is there and holds what it held; reads all of it. */
  'attachments.state': z.strictObject({ sha256 }),
  /** Shows the copy: in its folder, or, where the host is a browser, as a download. */
  'attachments.show': z.strictObject({ sha256 }),
  /** Opens an http(s) address in the person's browser. */
  'link.open': z.strictObject({ url: z.string().regex(/^https?:\/\//iu) }),

  /** Whether a file is a bundle, by its name and a look at its manifest. */
  'bundle.look': z.strictObject({ path }),
  /** What a bundle of the open project would hold; what is not at hand is left out. */
  'bundle.plan': z.strictObject({ mode: z.enum(BUNDLE_MODES) }),
  'bundle.write': z.strictObject({
    mode: z.enum(BUNDLE_MODES),
    /** Language of the report; null: without one. */
    report: z.enum(LOCALES).nullable(),
    /** Leaves out what is not at hand. */
    allowMissing: z.boolean(),
    target: exportTarget,
  }),
  'bundle.verify': z.strictObject({ path }),
  /** Verifies a bundle, unpacks it into a folder that is not there yet, and opens its project. */
  'bundle.open': z.strictObject({ path, folder: path, allowMissing: z.boolean() }),
  /** Gives up what is being made, verified or unpacked: that fails with `opening-cancelled`. */
  'bundle.cancel': nothing,
  /** How far the coder of the open project agrees with those of others, or its people with each other. */
  'agreement.compute': z.strictObject({
    with: z.union([
      z.strictObject({ paths: z.array(path).min(1).max(20) }),
      z.strictObject({ people: z.literal(true) }),
    ]),
    stories: z.enum(STORY_RULES),
    ordered: z.boolean(),
    seed: z.number().int().nonnegative(),
  }),
  /** What two coders, by their places, answered so (null: nothing), of what was compared last. Fails with `agreement-gone`. */
  'agreement.answered': z.strictObject({
    question: z.enum(QUESTIONS),
    between: z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]),
    answers: z.tuple([z.string().nullable(), z.string().nullable()]),
    most: z.number().int().min(1).max(500),
  }),
  /** What was compared last as a file; `question` is that of a confusion matrix. Fails with `agreement-gone`. */
  'agreement.write': z.strictObject({
    what: z.enum(['json', 'measures', 'confusion']),
    question: z.enum(QUESTIONS),
    locale: z.enum(['en', 'ja']),
    target: exportTarget,
  }),
  /**
   * Reads annotations, a glossary or a translation memory and says what an import would do; nothing is changed. `format`
   * null: told by what is in it. One import at a time is kept, until `import.leave` or the next one.
   */
  'import.preview': z.strictObject({ path, format: z.enum(IMPORT_FORMATS).nullable(), ...importOptions }),
  /** The same file, decided otherwise. */
  'import.plan': z.strictObject({ importId, ...importOptions }),
  /** Entries of some kind, in the file's order. */
  'import.entries': z.strictObject({
    importId,
    kind: z.enum(ENTRY_KINDS),
    from: z.number().int().nonnegative(),
    count: z.number().int().min(1).max(200),
  }),
  /**
   * Carries it out, as one change. `update`: where the project says something else, it takes what the file says. Fails
   * with `import-outdated` where the project has changed so that it would do something else by now.
   */
  'import.apply': z.strictObject({ importId, update: z.boolean() }),
  'import.leave': z.strictObject({ importId }),

  /** The glossary of the open project as a file. */
  'glossary.write': z.strictObject({ format: z.enum(GLOSSARY_FORMATS), target: exportTarget }),
  'export.write': z.strictObject({
    format: z.enum(EXPORT_FORMATS),
    target: exportTarget,
    /** null: every story with annotations. */
    stories: z.array(z.string()).nullable(),
    title: z.string(),
    /** Of reports; annotations take their language from it and leave the rest. */
    options: reportOptionsSchema,
    /** Where the pages of the claims are published, for formats that name them; null while nobody says. */
    baseUrl: baseUrlSchema.nullable(),
  }),
} as const;

export type CallName = keyof typeof callSchemas;
export type CallParams<N extends CallName> = z.infer<(typeof callSchemas)[N]>;

export interface CallResults {
  'workbench.start': StartInfo;
  'settings.change': Settings;
  'project.create': Session;
  'project.open': Session;
  'project.saveAs': Session;
  'project.close': null;
  'project.execute': { sequence: number };
  'project.undo': { sequence: number };
  'project.redo': { sequence: number };
  'project.forget': Recent[];
  'project.backups': Backup[];
  'project.compare': Comparison;
  'merge.compare': Comparing;
  /** How many are left to decide; `changed`: whether anything was. */
  'merge.apply': { left: number; changed: boolean };
  'history.page': HistoryPage;
  'history.restore': { sequence: number } | null;
  'dump.preview': DumpPreview;
  'dump.open': DumpState;
  'dump.openSample': DumpState;
  'dump.show': DumpState;
  'dump.readAnew': DumpState;
  'dump.cancelOpening': null;
  'dump.cancel': DumpState;
  'dump.resume': DumpState;
  'dump.relocate': DumpState;
  'stories.view': StoryView;
  'stories.rows': StoryListRow[];
  'stories.mark': Marked;
  'sources.named': (Source | null)[];
  'sources.find': number[];
  'stories.place': { place: number | null; next: number };
  'stories.facets': Facets;
  'stories.links': StoryLinks;
  'story.read': Story;
  'story.find': { ordinal: number | null };
  'story.locate': { ordinal: number | null };
  'likeness.counts': LikenessCounts;
  'likeness.find': null;
  'likeness.cancel': null;
  'story.similar': SimilarStories;
  'checks.rates': RateSurvey;
  'reanchor.report': ReanchoredStory[];
  'reanchor.accept': null;
  'files.choose': Choice;
  'files.list': Folder;
  'attachments.add': { name: string; sha256: string; bytes: number };
  'attachments.state': { state: 'kept' | 'missing' | 'changed' };
  /** `download`: the address to fetch it from; null where it is shown otherwise. */
  'attachments.show': { download: string | null };
  'link.open': null;
  'bundle.look': boolean;
  'bundle.plan': BundlePlan;
  'bundle.write': MadeBundle;
  'bundle.verify': Verification;
  /** `opened`: it was whole, and its project is the open one now. */
  'bundle.open': { verification: Verification; opened: boolean };
  'bundle.cancel': null;
  'agreement.compute': AgreementReport;
  'agreement.answered': { entries: Answered[]; more: number };
  'agreement.write': Pick<Exported, 'path' | 'bytes' | 'sha256' | 'download'>;
  'import.preview': ImportPreview;
  'import.plan': ImportPreview;
  'import.entries': ImportEntry[];
  /** How many entries it brought or changed. */
  'import.apply': { entries: number };
  'import.leave': null;
  'glossary.write': Pick<Exported, 'path' | 'bytes' | 'sha256' | 'download'>;
  'export.write': Exported;
}

/** Actions of the native menu that the interface carries out; the ids of `renderer/keys/actions.ts`. */
export interface Events {
  /** In order and without gaps: the receiver applies `command` to its own copy of the project. */
  'project.changed': {
    sequence: number;
    command: Command;
    cause: 'do' | 'undo' | 'redo';
    canUndo: boolean;
    canRedo: boolean;
  };
  /** Another project, or none, is open; or the same one under another name. */
  'project.replaced': { session: Session | null };
  /** The snapshot in the project file holds everything up to `sequence`. (Each change is durable before that, in the journal.) */
  'project.saved': { sequence: number; at: string };
  'project.saveFailed': { problem: Problem };
  'dump.progress': { state: DumpState };
  'view.progress': StoryView;
  /** How much of a dump was looked through for near-duplicates, 0 to 1; null: nobody looks any more. */
  'likeness.progress': { dumpId: string; done: number | null };
  'settings.changed': { settings: Settings };
  'menu.chosen': { action: string };
  /** The system asked to open a file (double click, second instance, dropped on the icon). */
  'open.requested': { path: string };
  /**
   * From the connection itself: the host is gone (calls are refused with `connection-lost`) or back again (the state
   * that was missed follows as `project.replaced` and `settings.changed`).
   */
  'connection.changed': { connected: boolean };
  /**
   * The program is about to end: send what stands unsent. A listener may return a promise, which the end waits for,
   * though not for ever.
   */
  'host.leaving': Record<string, never>;
}
export type EventName = keyof Events;

/** An answer on the wire. */
export type Answer<N extends CallName> =
  | { ok: true; value: CallResults[N] }
  | { ok: false; problem: Problem };

/** What the renderer holds on to, whichever host it runs in. */
export interface Connection {
  /** Rejects with an `UratoriError` made from the answer's problem. */
  call<N extends CallName>(name: N, params: CallParams<N>): Promise<CallResults[N]>;
  /** Returns the undo of the subscription. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
  /** A path that the main process can read for a file that was dropped or picked: its own, or that of an uploaded copy. */
  pathOf(file: unknown): Promise<string>;
}
