import { type Random, wholeBelow } from '../random.ts';
import type { Continuum, Marked } from './continuum.ts';

/** Tries to find a turn that is far enough from the others before any is taken. */
const TRIES = 100;

/**
 * A continuum as chance would have it (Mathet, Widlöcher and Métivier 2015, section 5.2): each coder gets what some real
 * coder marked, turned by a random distance around the text, so that numbers, lengths, gaps and categories stay as they
 * are and only the places are lost. Two turns are half a span's average length apart at least, since else one coder
 * could be compared with themself.
 */
export function sampled(continuum: Continuum, random: Random): Continuum {
  const { length, texts, coders } = continuum;
  const spans = coders.flat();
  const apart = spans.reduce((sum, { start, end }) => sum + end - start, 0) / spans.length / 2;
  for (;;) {
    const turns: number[] = [];
    const drawn = coders.map(() => {
      const turn = turnBy(random, length, turns, apart);
      turns.push(turn);
      const marked = coders[wholeBelow(random, coders.length)] as readonly Marked[];
      return turned(marked, turn, length);
    });
    if (drawn.some((marked) => marked.length > 0)) return { length, texts, coders: drawn };
  }
}

function turnBy(random: Random, length: number, others: readonly number[], apart: number): number {
  let turn = wholeBelow(random, length);
  for (let tries = 0; tries < TRIES && others.some((other) => gap(turn, other, length) < apart); tries += 1)
    turn = wholeBelow(random, length);
  return turn;
}

/** Around the text. */
function gap(one: number, other: number, length: number): number {
  const distance = Math.abs(one - other);
  return Math.min(distance, length - distance);
}

/** In the order of starts again: those that went over the end come first. */
function turned(marked: readonly Marked[], turn: number, length: number): Marked[] {
  const [over, on]: [Marked[], Marked[]] = [[], []];
  for (const { start, end, category } of marked) {
    if (start + turn >= length)
      over.push({ start: start + turn - length, end: end + turn - length, category });
    else on.push({ start: start + turn, end: end + turn, category });
  }
  return [...over, ...on];
}
