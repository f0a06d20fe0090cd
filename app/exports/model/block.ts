import type { RichText } from '../../rich-text.ts';
import type { Logo } from '../options.ts';
import type { Verdict } from '../summary.ts';
import type { Chart } from './chart.ts';
import type { Inline, Label, Line } from './inline.ts';
import type { TextPart } from './story-text.ts';

/** 1 is the title of the report, which the masthead has; headings of blocks are 2 to 5, none is skipped. */
export type Level = 2 | 3 | 4 | 5;

/** What a heading opens, up to the next one of its level or a higher one. */
export type SectionRole =
  | 'provenance'
  | 'summary'
  | 'scale'
  | 'codebook'
  | 'legend'
  | 'stories'
  | 'story'
  | 'claims'
  | 'notes'
  | 'judgements'
  | 'tags'
  | 'words'
  | 'story-note'
  | 'pairs'
  | 'glossary'
  | 'evidence'
  | 'references'
  | 'plain';

export type ParagraphRole =
  | 'plain'
  | 'byline'
  | 'review'
  /** Addresses that a story cites. */
  | 'links'
  /** Something that a reader must not miss. */
  | 'notice'
  | 'quiet'
  /** A small name above what follows. */
  | 'label'
  | 'verdict'
  /** A wording that somebody suggests; its lines are kept. */
  | 'suggestion'
  /** The way back to the contents; paper does without. */
  | 'back';

export interface Paragraph {
  kind: 'paragraph';
  role: ParagraphRole;
  line: Line;
}

/** Words as they stand in a story or a source, with their line breaks. `before` and `after` are what stands round them. */
export interface Quote {
  kind: 'quote';
  lang: string | null;
  text: string;
  before: string;
  after: string;
  /** That the words have moved, or could not be found; null: they stand where they were annotated. */
  place: Label | null;
}

export interface ListItem {
  id?: string;
  line: Line;
  /** Below the line. */
  blocks: InnerBlock[];
}

export interface List {
  kind: 'list';
  /** `numbers`: its order matters. `chips`: short, beside one another. `plain`: a row an item. */
  style: 'numbers' | 'chips' | 'plain' | 'history';
  /** What it is a list of, where nothing before it says so. */
  name: Label | null;
  items: ListItem[];
}

export type Cell = { kind: 'line'; line: Line } | { kind: 'blocks'; blocks: InnerBlock[] };

export interface Column {
  head: Line;
  /** `count`: a number, to the right. `name`: heads its row. */
  role: 'name' | 'text' | 'count';
  /** Share of the width of the page, in percent; those of a table add up to 100. */
  width: number;
}

export interface Row {
  id?: string;
  cells: Cell[];
}

export interface Table {
  kind: 'table';
  /** For styles: `ratings`, `sources`, `pairs`, `claims` … */
  role: string;
  /** What it is called; shown above it unless `hidden`, when a heading has said so. */
  caption: Line;
  captionHidden: boolean;
  columns: Column[];
  /** To be read once, and to its end, before the next block is asked for: there may be very many. */
  rows: Iterable<Row> | AsyncIterable<Row>;
  /** Sums; null: none. */
  foot: Row | null;
}

/** First, once. */
export interface Masthead {
  kind: 'masthead';
  /** "Annotated report" */
  kicker: Label;
  title: string;
  /** Empty: nobody signs. */
  author: string;
  /** "Author" */
  authorLabel: Label;
  logo: Logo | null;
  /** When it was exported, who reviewed; then how many stories, claims … */
  lines: Line[];
  /** Paragraphs. */
  introduction: string[];
}

export interface Contents {
  kind: 'contents';
  id: string;
  title: Label;
  entries: Iterable<ContentsEntry>;
}

/** A drawing and its numbers. */
export interface Figure {
  kind: 'figure';
  id: string;
  title: Label;
  chart: Chart;
  table: Table;
  /** "Numbers as a table" */
  tableLabel: Label;
  /** The chart shows every number of the table, which may then wait in a fold. */
  folded: boolean;
}

export interface Heading {
  kind: 'heading';
  level: Level;
  role: SectionRole;
  id: string;
  number: number | null;
  line: Line;
  /** Plain words for an outline, in the main language; null: too small to be in one. */
  bookmark: string | null;
  /** For ears and structure only: the eye sees what it is. */
  hidden?: true;
}

/** Name and value, as in a form. */
export interface Fact {
  name: Label;
  blocks: InnerBlock[];
}

export interface Facts {
  kind: 'facts';
  facts: Fact[];
}

/** A claim with all that is said of it. */
export interface ClaimCard {
  kind: 'claim';
  id: string;
  level: Level;
  /** `page`: alone on its page, with a verdict that is seen from afar. */
  size: 'card' | 'page';
  /** "Claim 3", a jump into the text where it has a place there. */
  name: Line;
  /** What it is called in bookmarks and contents. */
  bookmark: string;
  wording: string;
  lang: string | null;
  verdict: Verdict;
  /** Of the scale; "not rated" where there is none. */
  rating: Label;
  /** null where it says the same as the rating. */
  outcome: Label | null;
  /** Marks of the footnotes that hold its evidence. */
  footnotes: Inline[];
  /** Quote, claimant, rationale, evidence, history, in this order, as far as there are any. */
  facts: Fact[];
}

/** A translation note. */
export interface NoteCard {
  kind: 'note';
  id: string;
  level: Level;
  name: Line;
  bookmark: string;
  /** "mistranslation" */
  label: Label;
  original: Side;
  translation: Side;
  facts: Fact[];
}

/** One of two that stand side by side. */
export interface Side {
  label: Label;
  blocks: InnerBlock[];
}

/** A piece of evidence, as a note to a claim. */
export interface Footnote {
  /** Through the whole report, from 1. */
  number: number;
  id: string;
  /** Where its number stands; null: nowhere. */
  backTo: string | null;
  /** Stance, citation, title with link, publisher, date. */
  line: Line;
  blocks: InnerBlock[];
}

/** A source that evidence cites. The same address has one number, wherever it is cited. */
export interface Reference {
  /** From 1, in the order in which they are first cited. */
  number: number;
  id: string;
  /** "Cited in" */
  cited: Label;
  /** Footnotes that cite it, the first of them; `more` says how many others there are. */
  backTo: { number: number; to: string }[];
  more: Label | null;
  /** Title with link, publisher, date. */
  line: Line;
  /** Address, archived copy, time of capture, file and hash: what there is. */
  facts: { name: Label; line: Line }[];
}

export interface ContentsEntry {
  to: string;
  /** 1: a part of the report. 2: a story or claim within the part before it. */
  level: 1 | 2;
  /** The number that its heading has. */
  number: number | null;
  line: Line;
  /** Source, tallies: quieter, behind it. */
  after: Line;
}

/** What may stand within a card, a cell, a fact or an item of a list, and by itself as well. */
export type InnerBlock =
  | Paragraph
  /** What people wrote with a rich-text editor. */
  | { kind: 'rich'; rich: RichText }
  | Quote
  | List
  | Facts
  /** Where they stand by themselves they may be very many: to be read once, before the next block is asked for. */
  | { kind: 'footnotes'; notes: Iterable<Footnote> };

/**
 * What a report is made of, from top to bottom. There is no nesting but in cards, cells and facts: a section goes from
 * its heading to the next heading of its level or above, so that a writer can give each block away as it comes.
 * Ids are unique within a report, of ASCII letters, digits and hyphens.
 */
export type Block =
  | Masthead
  | Heading
  | InnerBlock
  | Table
  | Contents
  | { kind: 'legend'; rows: LegendRow[] }
  | Figure
  | { kind: 'story-text'; parts: TextPart[] }
  | ClaimCard
  | NoteCard
  /** May be very many: to be read once, before the next block is asked for. */
  | { kind: 'references'; references: Iterable<Reference> }
  | { kind: 'page-break' };

/** How marks look in a text, and what they mean. */
export type LegendRow =
  | { kind: 'verdicts'; name: string; label: Label; verdicts: { verdict: Verdict; label: Label }[] }
  | { kind: 'note' | 'tag'; name: string; label: Label }
  | { kind: 'moved'; label: Label };
