import type { Stance } from '../../evidence.ts';
import type { TagColour } from '../../tag.ts';
import type { Fidelity } from '../../translation/judgement.ts';
import type { Verdict } from '../summary.ts';

/**
 * Words of the program's own, or of the rating scale, in the main language of the report and, where it is bilingual and
 * they differ, in the other one. A writer shows the main words first and the others quieter beside or below them.
 */
export interface Label {
  main: string;
  other: string | null;
}

/** How words look; none of it carries meaning that is not in the words too. */
export interface Look {
  bold?: true;
  italic?: true;
  /** Less important: smaller or paler. */
  quiet?: true;
  /** Figures and letters of one width: hashes. */
  code?: true;
}

/** Pieces of a line, in their order. Blanks between two of them are pieces as well: a writer adds none. */
export type Inline =
  /** Ours: may stand anywhere without escaping its direction. */
  | ({ kind: 'label'; label: Label } & Look)
  /** Ours, the same in every language: numbers, punctuation, blanks. */
  | ({ kind: 'literal'; text: string } & Look)
  /** Other people's: escaped, and shut in, so that its direction marks end with it. `lang` is BCP 47 where it is known. */
  | ({ kind: 'words'; text: string; lang?: string } & Look)
  /** A moment: `iso` as it is stored, `readable` for people; the two are the same where it is no date. */
  | ({ kind: 'time'; iso: string; readable: string } & Look)
  /** To the web. `href` has been through `safeLink`. `bare`: the words are the address, which print need not repeat. */
  | { kind: 'link'; href: string; bare: boolean; words: Inline[] }
  /** To a block or piece of this report, by its id. `id`: where a link comes back to. */
  | { kind: 'jump'; to: string; id?: string; words: Inline[] }
  /** The sign of a verdict (`VERDICT_SIGNS`), decoration of the words beside it. */
  | { kind: 'verdict-sign'; verdict: Verdict }
  /** The same for a judgement of fidelity (`FIDELITY_SIGNS`). */
  | { kind: 'fidelity'; fidelity: Fidelity; label: Label }
  /** How evidence stands to its claim, as a small label. */
  | { kind: 'stance'; stance: Stance; label: Label }
  /** A tag with its path, in its colour. */
  | { kind: 'chip'; colour: TagColour; text: string }
  /** How many claims of one verdict. */
  | { kind: 'tally'; verdict: Verdict; count: number; label: Label }
  /** Superscript: the number of an entry of a `footnotes` block, whose id is `to`; `id` is where that comes back to. */
  | { kind: 'footnote'; number: number; to: string; id: string }
  /** `[3]`: the number of an entry of the `references` block, whose id is `to`. */
  | { kind: 'citation'; number: number; to: string };

/** A line, or a label by itself. */
export type Line = readonly Inline[];
