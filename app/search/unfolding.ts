import { composed, type FoldingKind, lettersOf, VOICING_MARKS } from './letters.ts';

/** A way to write some letters of a folded text: `text` folds to the units `from`..`to` of it. */
export interface Spelling {
  /** In UTF-16 units, as `from` is. */
  to: number;
  text: string;
}

/**
 * All ways to write a folded text, letter by letter: every text that folds to it is a row of these spellings, each
 * from where the one before it ends, with nothing but variation selectors behind the letters that take them.
 */
export class Unfolding {
  private readonly kind: FoldingKind;
  /** Code points that fold to something else, by what they fold to. */
  private readonly forms: ReadonlyMap<string, readonly string[]>;
  private readonly longest: number;

  constructor(kind: FoldingKind) {
    this.kind = kind;
    this.forms = formsOf(kind);
    this.longest = Math.max(...[...this.forms.keys()].map((letters) => letters.length));
  }

  /** The spellings of what a folded text goes on with at `from`, where a letter begins. */
  spellingsAt(folded: string, from: number): Spelling[] {
    const spellings: Spelling[] = [];
    let to = from;
    for (const letter of folded.slice(from, from + this.longest)) {
      const before = folded.slice(from, to);
      to += letter.length;
      for (const text of this.spellingsOf(before, letter)) spellings.push({ to, text });
    }
    return spellings;
  }

  /** Of one letter behind others that are written together with it: as it is, in other forms, as a simpler one with a mark. */
  private spellingsOf(before: string, letter: string): Set<string> {
    const isOwn = before === '' && lettersOf(letter, this.kind) === letter;
    const spellings = new Set([...(isOwn ? [letter] : []), ...(this.forms.get(before + letter) ?? [])]);
    const parts = [...letter.normalize('NFD')];
    for (let index = 1; index < parts.length; index += 1) {
      const base = parts.toSpliced(index, 1).join('').normalize('NFC');
      for (const mark of this.marksLike(parts[index] as string)) {
        if (composed(base, mark, this.kind) !== letter) continue;
        for (const simpler of this.spellingsOf(before, base)) spellings.add(simpler + mark);
      }
    }
    return spellings;
  }

  private marksLike(mark: string): readonly string[] {
    return VOICING_MARKS[mark] ?? [mark, ...(this.forms.get(mark) ?? [])];
  }
}

/** Unassigned planes, and ideographs and syllables that are no form of another letter, are left out. */
const RANGES = [
  [0, 0x33ff],
  [0xa000, 0xabff],
  [0xd7b0, 0xd7ff],
  [0xf900, 0x16fff],
  [0x18d00, 0x18dff],
  [0x1b000, 0x1ffff],
  [0x2f800, 0x2fa1f],
] as const;
/** What a folding may change. */
const CHANGING =
  /[\p{Changes_When_NFKC_Casefolded}\p{Changes_When_Lowercased}\p{Changes_When_Uppercased}‘’‛“”‟−〜゙゛゚゜゙゚ァ-ヶヷ-ヺヽヾ]/gu;

function formsOf(kind: FoldingKind): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const [from, to] of RANGES) {
    const letters: number[] = [];
    for (let code = from; code <= to; code += 1) if (code < 0xd800 || code > 0xdfff) letters.push(code);
    let all = '';
    for (let at = 0; at < letters.length; at += 4096)
      all += String.fromCodePoint(...letters.slice(at, at + 4096));
    for (const letter of all.match(CHANGING) ?? []) {
      const folded = lettersOf(letter, kind);
      if (folded === letter || folded === '') continue;
      const known = forms.get(folded);
      if (known) known.push(letter);
      else forms.set(folded, [letter]);
    }
  }
  return forms;
}
