import type { QuestionId } from '../../app/agreement/projects/report.ts';
import type {
  CallParams,
  DumpState,
  Session,
  StartInfo,
  StoryFilter,
  StoryView,
} from '../../app/contract.ts';
import type { Problem } from '../../app/problem.ts';
import type { Project } from '../../app/project.ts';
import type { Queue } from '../../app/queue/queue.ts';
import type { QueueItem } from '../../app/queue/queue-items.ts';
import type { ReviewState } from '../../app/review.ts';
import type { Settings } from '../../app/settings.ts';
import type { Story } from '../../app/story.ts';
import type { StorySort } from '../../app/story-sort.ts';
import type { RateSurvey } from '../../app/translation/checks/rates.ts';
import type { Ranges } from '../bulk/ranges.ts';
import type { QuotedWords } from '../evidence/offered.ts';

/** The open project as the interface holds it: its own copy, kept up to date by `project.changed`. */
export interface OpenProject extends Omit<Session, 'project' | 'dumps'> {
  project: Project;
  dumps: Record<string, DumpState>;
}

/** A run of the open story's text: UTF-16 units, `start < end`. */
export interface TextRange {
  start: number;
  end: number;
}

export type AnnotationKind = 'claim' | 'tagging' | 'note';
export interface AnnotationRef {
  kind: AnnotationKind;
  id: string;
}

export const INSPECTOR_TABS = ['claims', 'tags', 'translation', 'evidence', 'history'] as const;
export type InspectorTab = (typeof INSPECTOR_TABS)[number];

export const SETTINGS_PAGES = ['general', 'scale', 'sign-off', 'suggestions', 'keys'] as const;
export type SettingsPage = (typeof SETTINGS_PAGES)[number];

/** What the open project is compared with. */
export type ComparedWith = { path: string } | { backup: number };

/** Where a bundle is unpacked to: a folder that is not there yet. */
export interface UnpackInto {
  folder: string;
  allowMissing: boolean;
}

/** Whose agreement is looked at, and what of it. */
export interface AgreementChoice {
  /** null: nobody was chosen yet. */
  with: CallParams<'agreement.compute'>['with'] | null;
  stories: CallParams<'agreement.compute'>['stories'];
  ordered: boolean;
  cell: AgreementCell | null;
}
/** A cell of a confusion matrix, by coders' places and answers. */
export interface AgreementCell {
  question: QuestionId;
  between: [one: number, other: number];
  answers: [one: string, other: string];
}

/** What stands over the workbench; one at a time. */
export type Dialog =
  | { kind: 'dump-reading'; path: string; dumpId: string | null }
  | {
      kind: 'files';
      purpose:
        | 'open-dump'
        | 'open-folder'
        | 'open-project'
        | 'open-annotations'
        | 'open-any'
        | 'save-project'
        | 'save-report'
        | 'save-folder';
      suggestedName: string;
      onChosen: (path: string) => void;
    }
  | { kind: 'export' }
  | { kind: 'bundle' }
  /** With `into` it is unpacked there and opened once it is proved. */
  | { kind: 'verify-bundle'; path: string; into: UnpackInto | null }
  /** null: the file is still to be chosen. */
  | { kind: 'import'; path: string | null }
  | { kind: 'reanchor'; dumpId: string }
  | { kind: 'problems'; dumpId: string }
  | { kind: 'settings'; page?: SettingsPage }
  | { kind: 'keys' }
  | { kind: 'project-history' }
  | { kind: 'tour' }
  | { kind: 'guide' }
  | { kind: 'licences' }
  | { kind: 'compare'; other: ComparedWith | null }
  /** Another person's project, to be merged; and what both were made from, where that was chosen. */
  | { kind: 'merge'; path: string | null; base: string | null }
  | { kind: 'agreement'; choice: AgreementChoice }
  | { kind: 'palette' }
  | { kind: 'tag-picker' }
  | { kind: 'codebook' }
  /** The near-duplicates of the open story; with a claim, to carry its verdict to them. */
  | { kind: 'similar'; claimId: string | null }
  /** For which claim words of the open story are evidence. */
  | { kind: 'quote-evidence'; quoted: QuotedWords }
  /** What stands in the way of the open story's sign-off. */
  | { kind: 'sign-off' }
  /** Asks why the open story, which was signed off, is put into another state, then goes on. */
  | { kind: 'reopen'; state: ReviewState; onReopened: () => void }
  | { kind: 'queues' }
  | { kind: 'glossary' }
  | { kind: 'bulk' }
  | { kind: 'saved-filters' }
  /** Asks for the name that reviews are signed with, then goes on. */
  | { kind: 'reviewer'; onNamed: () => void };

/** What the save mark in the status bar says. A change is durable before it is shown; this is about the snapshot and about failures. */
export type SaveState =
  | { kind: 'saved'; at: string }
  | { kind: 'saving' }
  | { kind: 'failed'; problem: Problem };

export interface Notice {
  id: number;
  tone: 'information' | 'problem';
  problem: Problem | null;
  /** Already translated; empty where `problem` speaks. */
  text: string;
}

/** Stories that are chosen in a list, by their places; void once the list is another one. */
export interface ChosenStories {
  view: number;
  order: number;
  ranges: Ranges;
  /** Where the last choice began. */
  anchor: number | null;
}

/** A queue that is being worked through: what it held when it was begun, and where one is in it. */
export interface Working {
  name: string;
  queue: Queue;
  items: readonly QueueItem[];
  /** 0-based. */
  at: number;
  /** To the next by itself, once what is looked at waits no longer. */
  goesOn: boolean;
}

export interface State {
  start: StartInfo | null;
  settings: Settings;
  open: OpenProject | null;
  /** The dump that a person asked for and that has no story to show yet. */
  opening: { path: string } | null;
  save: SaveState;
  filter: StoryFilter;
  sort: StorySort;
  filtersShown: boolean;
  working: Working | null;
  chosen: ChosenStories | null;
  view: StoryView | null;
  /** The ordinal that was asked for; `story` follows. */
  ordinal: number | null;
  story: Story | null;
  /** The stories that were left by a jump, the last one last. */
  trail: readonly { dumpId: string; ordinal: number }[];
  selection: TextRange | null;
  selected: AnnotationRef | null;
  hovered: AnnotationRef | null;
  /** Ids of the claims that were looked at, the last one first. */
  recentClaims: readonly string[];
  tab: InspectorTab;
  /** A place of the text in the current sentence pair, and in the one under the pointer: UTF-16 units. */
  pair: number | null;
  hoveredPair: number | null;
  /** A post that was cut and its full text stand beside each other. */
  cutBeside: boolean;
  /** The search hit that was gone to last, in the open story. */
  currentHit: TextRange | null;
  /** The suggested sentence that was gone to last, in the open story. */
  suggestion: TextRange | null;
  /** The list of suggestions is unfolded. */
  suggestionsShown: boolean;
  /** The finding of a check that is being looked at, in the open story. */
  finding: string | null;
  /** How the conversions of a dump compare, once it was asked. */
  rates: { dumpId: string; survey: RateSurvey } | null;
  /** A field of the selected annotation that wants the keyboard focus, once it is on the screen. */
  focusField: string | null;
  /** How often a dump was looked through for near-duplicates: there is more to say about stories then. */
  likenessLooks: number;
  /** What stands between toolbar and status bar. */
  mainView: 'reading' | 'overview';
  dialog: Dialog | null;
  notices: Notice[];
  connected: boolean;
}
