import type { Story, StoryRef } from '../../app/story.ts';

/** What is known of a story that its dump no longer has under its id. */
export interface Sought {
  lead: string;
  quotes: readonly string[];
}

/** Under this a story is another one, not the same one edited. */
const LEAST = 0.5;

/**
 * How much a story looks like one that was annotated, 0 to 1: the share of the quoted text that it still holds, and
 * how alike the leads are; whichever is greater counts, and the other tells equals apart. 0 where it is too little
 * to ask a person about.
 */
export function likeness(sought: Sought, story: Pick<Story, 'text' | 'lead'>): number {
  const quoted = sought.quotes.reduce((sum, quote) => sum + quote.length, 0);
  const kept = sought.quotes.reduce((sum, quote) => sum + (story.text.includes(quote) ? quote.length : 0), 0);
  const quotes = quoted === 0 ? 0 : kept / quoted;
  const lead = alike(sought.lead, story.lead);
  const best = Math.max(quotes, lead);
  return best < LEAST ? 0 : (3 * best + Math.min(quotes, lead)) / 4;
}

/** Whether two stories have the same source: the handle decides where both have one, else the name. */
export function sameSource(a: StoryRef['source'], b: StoryRef['source']): boolean {
  if (a === null || b === null) return a === b;
  if (a.handle !== null && b.handle !== null) return a.handle.toLowerCase() === b.handle.toLowerCase();
  return a.name === b.name;
}

/** Dice's coefficient over pairs of UTF-16 units: 1 for equal texts, 0 where they share no pair. */
function alike(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < a.length; at += 1) {
    const pair = a.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at + 1 < b.length; at += 1) {
    const pair = b.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left === 0) continue;
    pairs.set(pair, left - 1);
    shared += 1;
  }
  return (2 * shared) / Math.max(1, a.length + b.length - 2);
}
