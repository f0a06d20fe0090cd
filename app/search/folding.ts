import {
  canFollow,
  composed,
  type FoldingKind,
  isVariationSelector,
  lettersOf,
  takesSelector,
} from './letters.ts';

/** A text in the letters of a folding, and where each of them comes from. */
export interface Folded {
  text: string;
  /** The UTF-16 unit of the original that a unit of `text` comes from; its length for the unit behind the last. */
  origin(at: number): number;
  /** Whether a letter of the original begins at a unit of `text`: ㍿ folds to four units, and only the first begins it. */
  begins(at: number): boolean;
}

/** Stays as it is. */
const SAME = 0;
/** Not looked at yet. */
const UNKNOWN = 1;
/** Depends on its neighbours, or becomes more or fewer than one unit. */
const SPECIAL = 2;

/** What each UTF-16 unit folds to by itself, filled as texts bring units up. */
const UNITS: Record<FoldingKind, Uint16Array | null> = { width: null, usual: null, kana: null };

function unitsOf(kind: FoldingKind): Uint16Array {
  const known = UNITS[kind];
  if (known) return known;
  const units = new Uint16Array(1 << 16).fill(UNKNOWN);
  UNITS[kind] = units;
  return units;
}

function classify(unit: number, kind: FoldingKind): number {
  // Half a letter of the supplementary planes tells nothing by itself.
  if (unit <= SPECIAL || (unit >= 0xd800 && unit < 0xe000)) return SPECIAL;
  const letter = String.fromCharCode(unit);
  if (canFollow(letter)) return SPECIAL;
  const folded = lettersOf(letter, kind);
  if (folded === letter) return SAME;
  return folded.length === 1 ? folded.charCodeAt(0) : SPECIAL;
}

/** Folds a text, letter by letter; a letter and the mark behind it become one where there is one for both. */
export function fold(text: string, kind: FoldingKind): Folded {
  const units = unitsOf(kind);
  const folded = new Uint16Array(text.length);
  let isSame = true;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    let as = units[unit] as number;
    if (as === UNKNOWN) as = units[unit] = classify(unit, kind);
    if (as === SPECIAL) return foldSpecial(text, kind, new Units(folded, at));
    if (as !== SAME) isSame = false;
    folded[at] = as === SAME ? unit : as;
  }
  const same = isSame ? text : textOf(folded, text.length);
  return { text: same, origin: (at) => at, begins: () => true };
}

/** Goes on behind what folds one unit to one. */
function foldSpecial(text: string, kind: FoldingKind, folded: Units): Folded {
  const units = unitsOf(kind);
  /** Where the last letter stands, in `folded` and in the text: a mark may be composed with it. */
  let base = folded.length - 1;
  let letterAt = base;
  for (let at = folded.length; at < text.length; ) {
    const unit = text.charCodeAt(at);
    let as = units[unit] as number;
    if (as === UNKNOWN) as = units[unit] = classify(unit, kind);
    if (as !== SPECIAL) {
      base = folded.length;
      letterAt = at;
      folded.push(as === SAME ? unit : as, at);
      at += 1;
      continue;
    }
    const letter = specialLetter(text.codePointAt(at) as number, kind);
    const one = base >= 0 && letter.canFollow ? composed(folded.from(base), letter.own, kind) : null;
    const isLeftOut =
      base >= 0 && letter.isSelector && takesSelector(letterOf(text, letterAt), folded.from(base));
    if (one !== null) folded.replaceFrom(base, one);
    else if (!isLeftOut) {
      base = folded.length + letter.folded.length - lengthOfLast(letter.folded);
      folded.add(letter.folded, at);
    }
    if (!isLeftOut) letterAt = at;
    at += letter.own.length;
  }
  const { values, origins, length } = folded;
  return {
    text: textOf(values, length),
    origin: (at) => (at < length ? (origins[at] as number) : text.length),
    begins: (at) => at === 0 || at >= length || origins[at] !== origins[at - 1],
  };
}

/** A letter that is not one unit for one, with all there is to know of it. */
interface SpecialLetter {
  own: string;
  folded: string;
  canFollow: boolean;
  /** May be left out. */
  isSelector: boolean;
}

/** By code point, filled as texts bring letters up. */
const SPECIAL_LETTERS: Record<FoldingKind, Map<number, SpecialLetter>> = {
  width: new Map(),
  usual: new Map(),
  kana: new Map(),
};

function specialLetter(code: number, kind: FoldingKind): SpecialLetter {
  const known = SPECIAL_LETTERS[kind].get(code);
  if (known) return known;
  const own = String.fromCodePoint(code);
  const letter = {
    own,
    folded: lettersOf(own, kind),
    canFollow: canFollow(own),
    isSelector: kind !== 'width' && isVariationSelector(own),
  };
  SPECIAL_LETTERS[kind].set(code, letter);
  return letter;
}

function letterOf(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) as number);
}

function lengthOfLast(letters: string): number {
  return /[\udc00-\udfff]$/.test(letters) ? 2 : 1;
}

/** Folded units and their origins, in a form that grows. */
class Units {
  values: Uint16Array;
  origins: Uint32Array;
  length: number;

  /** @param values the first `length` units, each from the unit at the same place */
  constructor(values: Uint16Array, length: number) {
    this.values = values;
    this.origins = new Uint32Array(values.length);
    this.length = length;
    for (let at = 0; at < length; at += 1) this.origins[at] = at;
  }

  push(unit: number, origin: number): void {
    if (this.length === this.values.length) {
      const [values, origins] = [this.values, this.origins];
      this.values = new Uint16Array(this.length * 2 + 16);
      this.origins = new Uint32Array(this.length * 2 + 16);
      this.values.set(values);
      this.origins.set(origins);
    }
    this.values[this.length] = unit;
    this.origins[this.length] = origin;
    this.length += 1;
  }

  add(letters: string, origin: number): void {
    for (let index = 0; index < letters.length; index += 1) this.push(letters.charCodeAt(index), origin);
  }

  from(at: number): string {
    return String.fromCharCode(...this.values.subarray(at, this.length));
  }

  /** The new letters begin where the old ones did. */
  replaceFrom(at: number, letters: string): void {
    const origin = this.origins[at] as number;
    this.length = at;
    this.add(letters, origin);
  }
}

/** A call takes so many arguments at most. */
const AT_ONCE = 8192;

function textOf(units: Uint16Array, length: number): string {
  let text = '';
  for (let from = 0; from < length; from += AT_ONCE)
    text += Reflect.apply(String.fromCharCode, null, units.subarray(from, Math.min(length, from + AT_ONCE)));
  return text;
}
