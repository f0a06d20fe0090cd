import type { Literal, Need } from '../../../app/search/need.ts';
import { LiteralFinder } from './literal-finder.ts';
import type { ByteSpelling } from './spelling.ts';

/** So many literals are looked for in a whole dump at once; decoding it all is cheaper than more. */
const MOST_DRIVERS = 8;

/** Looks in bytes for what a story has to hold. */
export class NeedCheck {
  private readonly need: Need;
  private readonly spelling: ByteSpelling;
  private readonly finders = new Map<Literal, LiteralFinder>();

  constructor(need: Need, spelling: ByteSpelling) {
    this.need = need;
    this.spelling = spelling;
  }

  /** Whether bytes may be those of a story that is found. */
  allows(bytes: Buffer, from: number, to: number): boolean {
    const allows = (need: Need): boolean => {
      if (need === null) return true;
      if ('all' in need) return need.all.every(allows);
      if ('any' in need) return need.any.some(allows);
      const finder = this.finderOf(need);
      finder.prepare(bytes, from, to);
      return finder.find(bytes, from, to, to) !== -1;
    };
    return allows(this.need);
  }

  /** Finders of literals of which every story that is found has one, the fewest and longest; null where there are none. */
  drivers(): LiteralFinder[] | null {
    const literals = driversOf(this.need);
    if (literals === null || literals.length > MOST_DRIVERS) return null;
    return literals.map((literal) => new LiteralFinder(literal, this.spelling));
  }

  private finderOf(literal: Literal): LiteralFinder {
    const finder = this.finders.get(literal) ?? new LiteralFinder(literal, this.spelling);
    this.finders.set(literal, finder);
    return finder;
  }
}

function driversOf(need: Need): Literal[] | null {
  if (need === null) return null;
  if ('any' in need) {
    const all = need.any.map(driversOf);
    return all.includes(null) ? null : all.flatMap((literals) => literals ?? []);
  }
  if (!('all' in need)) return [need];
  const choices = need.all.map(driversOf).filter((literals) => literals !== null);
  return choices.sort((a, b) => shortest(b) - shortest(a) || a.length - b.length)[0] ?? null;
}

function shortest(literals: readonly Literal[]): number {
  return Math.min(...literals.map(({ letters }) => new TextEncoder().encode(letters).length));
}
