import { fold } from './folding.ts';
import type { FoldingKind } from './letters.ts';
import { type Need, needAll, needAny, needLiteral } from './need.ts';

/** Letters that may be written in full or half width. */
const OTHER_WIDTHS = /[\u3000-\u30ff\uff01-\uffe6]+/gu;
/** A quoted run, an escaped letter, or anything else, a letter at a time. */
const PATTERN_PARTS = /\\Q.*?(?:\\E|$)|\\.|[\u3000-\u30ff\uff01-\uffe6]+|./gsu;

/**
 * The pattern for a text whose widths are folded: ［０-９］ in it is looked for as [0-9] is, but what only becomes
 * a sign of the syntax by that is a letter still.
 */
export function foldedPattern(pattern: string): string {
  return pattern.replace(PATTERN_PARTS, (part) => {
    if (part.startsWith('\\Q')) return part.replace(OTHER_WIDTHS, (letters) => fold(letters, 'width').text);
    if (part.search(OTHER_WIDTHS) !== 0) return part;
    return fold(part, 'width').text.replace(/[!-/:-@[-`{-~]/gu, '\\$&');
  });
}

/**
 * The letters that every match of an RE2 expression has in it, as far as its syntax shows them at once.
 * @param pattern one that compiles
 * @param folding how the letters of text and pattern may differ
 */
export function needOfPattern(pattern: string, folding: FoldingKind | null): Need {
  return new PatternReader(pattern, folding).alternatives();
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v' };
/** Escapes with something behind them, and how far that goes. */
const LONG_ESCAPE = /\\(?:[pP](?:\{[^}]*\}|.)|x(?:\{[^}]*\}|..)|[0-7]{1,3})/suy;
const CLASS = /\[\^?\]?(?:\\[pP]\{[^}]*\}|\\.|\[:\^?\w+:\]|[^\]\\])*\]/suy;
const GROUP = /\((?:\?(?:P?<\w+>|[a-zA-Z-]*(?::|(?=\)))))?/uy;
const REPEAT = /(?:[*+?]|\{\d+(?:,\d*)?\})\??/uy;

class PatternReader {
  private readonly pattern: string;
  private readonly folding: FoldingKind | null;
  private at = 0;

  constructor(pattern: string, folding: FoldingKind | null) {
    this.pattern = pattern;
    this.folding = folding;
  }

  /** Up to a closing parenthesis or the end. */
  alternatives(): Need {
    const ways = [this.row()];
    while (this.pattern[this.at] === '|') {
      this.at += 1;
      ways.push(this.row());
    }
    return needAny(ways);
  }

  private row(): Need {
    const needs: Need[] = [];
    let letters = '';
    const end = () => {
      needs.push(needLiteral(letters, this.folding));
      letters = '';
    };
    while (this.at < this.pattern.length && this.pattern[this.at] !== '|' && this.pattern[this.at] !== ')') {
      const part = this.part();
      const repeat = this.take(REPEAT);
      const isOptional = /^(?:[*?]|\{0)/u.test(repeat);
      if (typeof part === 'string' && !isOptional) letters += part;
      // What is repeated, or is no letter, has an unknown neighbour behind it.
      if (typeof part !== 'string' || repeat !== '') end();
      if (typeof part !== 'string' && !isOptional) needs.push(part);
    }
    end();
    return needAll(needs);
  }

  /** A letter, or what something else needs. */
  private part(): string | Need {
    const { pattern } = this;
    const sign = String.fromCodePoint(pattern.codePointAt(this.at) as number);
    switch (sign) {
      case '(': {
        this.take(GROUP);
        const need = this.alternatives();
        this.at += 1;
        return need;
      }
      case '[':
        if (this.take(CLASS) === '') this.at = pattern.length;
        return null;
      case '\\':
        return this.escaped();
      default:
        this.at += sign.length;
        return '.^$'.includes(sign) ? null : sign;
    }
  }

  private escaped(): string | null {
    if (this.take(LONG_ESCAPE) !== '') return null;
    const sign = String.fromCodePoint(this.pattern.codePointAt(this.at + 1) ?? 0);
    this.at += 1 + sign.length;
    if (sign === 'Q') {
      const close = this.pattern.indexOf('\\E', this.at);
      const end = close === -1 ? this.pattern.length : close;
      const letters = this.pattern.slice(this.at, end);
      this.at = close === -1 ? end : end + 2;
      // A repetition behind it is one of its last letter.
      return letters.length === 1 ? letters : null;
    }
    return /[\p{L}\p{N}]/u.test(sign) ? (ESCAPED[sign] ?? null) : sign;
  }

  private take(expression: RegExp): string {
    expression.lastIndex = this.at;
    const [found = ''] = expression.exec(this.pattern) ?? [];
    this.at += found.length;
    return found;
  }
}
