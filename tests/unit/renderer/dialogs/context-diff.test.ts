import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../../../app/text/word-diff.ts';
import { contextDiff } from '../../../../renderer/dialogs/reanchor/context-diff.ts';
import { anchorOn } from './desk.ts';

const QUOTE = 'THE QUOTE';
const LONG = 'The council met on Monday and heard the mayor speak of ';
const REST = ' before the vote that was held on Tuesday in the old hall';
const changed = (runs: Run[]) => runs.filter((run) => run.changed).map((run) => run.text);
const diff = (before: string, after: string, side: 'prefix' | 'suffix') =>
  contextDiff(anchorOn(before, QUOTE), anchorOn(after, QUOTE), side);

describe('the words that changed beside a quote', () => {
  const words = fc
    .array(fc.constantFrom('橋', '12億円', '市長', ' ', 'bridge', '、', '🌉', 'six'), { maxLength: 20 })
    .map((list) => list.join(''));

  it('leaves out and adds no character on either side', () => {
    fc.assert(
      fc.property(words, words, words, words, (a, b, c, d) => {
        const [before, after] = [anchorOn(a + QUOTE + b, QUOTE), anchorOn(c + QUOTE + d, QUOTE)];
        for (const side of ['prefix', 'suffix'] as const) {
          const runs = contextDiff(before, after, side);
          expect(runs.before.map((run) => run.text).join('')).toBe(before[side]);
          expect(runs.after.map((run) => run.text).join('')).toBe(after[side]);
        }
      }),
    );
  });

  it('a word put in marks nothing as removed, though others left the window for it', () => {
    const before = diff(LONG + QUOTE + REST, LONG.replace('speak', 'again speak') + QUOTE + REST, 'prefix');
    expect(changed(before.before)).toEqual([]);
    expect(changed(before.after).join('').trim()).toBe('again');
    const behind = diff(LONG + QUOTE + REST, LONG + QUOTE + REST.replace('vote', 'next vote'), 'suffix');
    expect(changed(behind.before)).toEqual([]);
    expect(changed(behind.after).join('').trim()).toBe('next');
  });

  it('a word taken out marks nothing as added', () => {
    const { before, after } = diff(LONG + QUOTE, LONG.replace('mayor ', '') + QUOTE, 'prefix');
    expect(changed(before).join('').trim()).toBe('mayor');
    expect(changed(after)).toEqual([]);
  });

  it('a beginning or an end that is not cut is known: what came before or after it is new', () => {
    expect(changed(diff(`A ${QUOTE}.`, `News: A ${QUOTE}.`, 'prefix').after).join('')).toContain('News');
    expect(changed(diff(`A ${QUOTE} b`, `A ${QUOTE} b more`, 'suffix').after).join('')).toContain('more');
  });

  it('a word replaced is marked on both sides, and only that', () => {
    const { before, after } = diff(LONG + QUOTE, LONG.replace('mayor', 'clerk') + QUOTE, 'prefix');
    expect(changed(before)).toEqual(['mayor']);
    expect(changed(after)).toEqual(['clerk']);
  });
});
