import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../../app/story.ts';
import { align } from '../../../../app/translation/align.ts';
import { versionsOf } from '../../../../app/translation/versions.ts';
import { layoutOf } from '../../../../renderer/alignment/rows.ts';
import { side } from '../../app/translation/bilingual.ts';

describe('the rows of a story and its translation', () => {
  it('show every unit of its segments exactly once, each version in the order of the text', () => {
    fc.assert(
      fc.property(side, side, side, (lead, rest, translation) => {
        const parts = [
          ['post', lead],
          ['byline', '— Harbour Wire (@harbourwire)'],
          ['post', rest],
          ['translation', translation],
          ['footer', '#港'],
        ] as const;
        const segments: Segment[] = [];
        let text = '';
        for (const [kind, words] of parts) {
          segments.push({ kind, lang: 'und', start: text.length, end: text.length + words.length });
          text += `${words}\n`;
        }
        const versions = versionsOf({ text, segments });
        const pairs = versions ? align(versions) : [];
        fc.pre(pairs.length > 0);
        const layout = layoutOf({ segments }, pairs, [0, 2], [3]);
        const pieces = [
          ...layout.rows.flatMap((row) => row.original),
          ...layout.rows.flatMap((row) => row.translation),
        ];
        for (const index of [0, 1, 2, 3]) {
          const own = pieces.filter(({ segment }) => segment === index);
          const { start, end } = segments[index] as Segment;
          expect(own.map((piece) => text.slice(piece.start, piece.end)).join('')).toBe(
            text.slice(start, end),
          );
        }
        expect([...pieces].sort((a, b) => a.start - b.start)).toEqual(pieces);
        expect(layout).toMatchObject({ above: [], below: [4] });
      }),
      { numRuns: 60 },
    );
  });
});
