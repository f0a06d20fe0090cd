import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../../app/story.ts';
import { cutPost } from '../../../../app/translation/cut-post.ts';
import { side } from './bilingual.ts';

/** A post in two parts around its byline, and its full text. */
function story(lead: string, rest: string, full: string) {
  const byline = '— Harbour Wire (@harbourwire) April 12, 2025';
  const text = [lead, byline, rest, full].join('\n');
  const segments: Segment[] = [];
  let start = 0;
  for (const [kind, words] of [
    ['post', lead],
    ['byline', byline],
    ['post', rest],
    ['repeat', full],
  ] as const) {
    segments.push({ kind, lang: 'ja', start, end: start + words.length });
    start += words.length + 1;
  }
  return { text, segments };
}

function words(given: ReturnType<typeof story>) {
  const cut = cutPost(given);
  const slice = ({ start, end }: { start: number; end: number }) => given.text.slice(start, end);
  return {
    pairs: cut?.pairs.map(({ original, translation }) => [original.map(slice), translation.map(slice)]),
    added: cut?.added.map(slice),
  };
}

describe('a cut post and its full text', () => {
  it('correspond sentence by sentence; what is cut off is what the full text adds', () => {
    const found = words(
      story(
        '【桟橋の閉鎖】',
        '🚢 桟橋は来月閉鎖さ… https://t.co/kL2mN4oP6q',
        '【桟橋の閉鎖】\n🚢 桟橋は来月閉鎖される。商店会は反対している。',
      ),
    );
    expect(found.pairs).toEqual([
      [['【桟橋の閉鎖】'], ['【桟橋の閉鎖】']],
      [['🚢 桟橋は来月閉鎖さ… https://t.co/kL2mN4oP6q'], ['🚢 桟橋は来月閉鎖される。']],
      [[], ['商店会は反対している。']],
    ]);
    expect(found.added).toEqual(['れる。', '商店会は反対している。']);
  });

  it('correspond across width and blanks, and where the headline is not repeated', () => {
    const found = words(story('【見出し】', '費用は１２億円に 達する…', '費用は12億円に達する見込みだ。'));
    expect(found.pairs).toEqual([
      [['【見出し】'], []],
      [['費用は１２億円に 達する…'], ['費用は12億円に達する見込みだ。']],
    ]);
    expect(found.added).toEqual(['見込みだ。']);
  });

  it('have every sentence in exactly one pair, in order, whatever they say', () => {
    fc.assert(
      fc.property(side, side, side, (lead, rest, full) => {
        const given = story(lead, rest, full);
        const cut = cutPost(given);
        for (const version of ['original', 'translation'] as const) {
          const ranges = cut?.pairs.flatMap((pair) => pair[version]) ?? [];
          for (const [index, { start, end }] of ranges.entries()) {
            expect(start).toBeLessThan(end);
            expect(start).toBeGreaterThanOrEqual(ranges[index - 1]?.end ?? 0);
          }
        }
        const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.join('') ?? '';
        const said = (version: 'original' | 'translation') =>
          letters(
            (cut?.pairs ?? [])
              .flatMap((pair) => pair[version])
              .map(({ start, end }) => given.text.slice(start, end))
              .join(' '),
          );
        expect(said('translation')).toBe(letters(full));
        expect(said('original')).toBe(letters(lead) + letters(rest));
      }),
      { numRuns: 100 },
    );
  });
});
