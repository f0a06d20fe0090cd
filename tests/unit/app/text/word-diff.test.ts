import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Run, wordDiff } from '../../../../app/text/word-diff.ts';

const text = (runs: Run[]) => runs.map((run) => run.text).join('');
const shared = (runs: Run[]) =>
  runs
    .filter((run) => !run.changed)
    .map((run) => run.text)
    .join('');

const words = fc
  .array(fc.constantFrom('橋', '12億円', '市長', ' ', 'bridge', '、', '🌉', 'six'), { maxLength: 12 })
  .map((list) => list.join(''));

const end = fc.constantFrom('start' as const, 'end' as const);

describe('the words that changed', () => {
  it('leaves out and adds no character on either side', () => {
    fc.assert(
      fc.property(words, words, end, (a, b, from) => {
        const { before, after } = wordDiff(a, b, from);
        expect(text(before)).toBe(a);
        expect(text(after)).toBe(b);
      }),
    );
  });

  it('calls the same words unchanged on both sides', () => {
    fc.assert(
      fc.property(words, words, end, (a, b, from) => {
        const { before, after } = wordDiff(a, b, from);
        expect(shared(before)).toBe(shared(after));
      }),
    );
  });

  it('marks nothing in equal texts', () => {
    fc.assert(
      fc.property(words, (a) => {
        expect(wordDiff(a, a).after.some((run) => run.changed)).toBe(false);
      }),
    );
  });

  it('marks the word that was replaced, and only that', () => {
    const { before, after } = wordDiff('closed for six months', 'closed for ten months');
    expect(before.filter((run) => run.changed).map((run) => run.text)).toEqual(['six']);
    expect(after.filter((run) => run.changed).map((run) => run.text)).toEqual(['ten']);
  });
});
