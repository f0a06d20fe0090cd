import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestWordings } from '../../../../app/translation/suggest-wording.ts';
import type { TranslationNote } from '../../../../app/translation-note.ts';

const note = (id: string, original: string, suggestion: string): TranslationNote => ({
  id,
  storyKey: 'd/s',
  kind: 'terminology',
  original: { segment: 0, start: 0, end: original.length, quote: original, prefix: '', suffix: '' },
  translation: null,
  comment: [],
  suggestion,
  createdAt: '2025-04-12T09:00:00.000Z',
  createdBy: '',
});
const NOTES = [
  note('1', 'the harbor fund was never audited', '港湾基金は一度も監査を受けていない'),
  note('2', 'harbor fund', '港湾基金'),
  note('3', '港湾基金の監査', 'audit of the harbor fund'),
  note('4', 'the ferry is late', ''),
];
const wordings = (words: string) => suggestWordings(words, NOTES).map(({ wording }) => wording);

describe('wordings of earlier notes', () => {
  it('are suggested for the same words first, and for words that are much the same', () => {
    expect(wordings('Harbor Fund')).toEqual(['港湾基金']);
    expect(wordings('The harbour fund was not ever audited')[0]).toBe('港湾基金は一度も監査を受けていない');
  });
  it('are found in a script without spaces', () => {
    expect(wordings('港湾基金への監査')).toEqual(['audit of the harbor fund']);
  });
  it('are not suggested for words that are much longer or shorter, or for other words', () => {
    expect(wordings('fund')).toEqual([]);
    expect(
      wordings('a harbor fund of the harbor city that funds harbors all over the coast of the bay'),
    ).toEqual([]);
    expect(wordings('the mayor resigned')).toEqual([]);
  });
  it('are not suggested to the note that they come from, nor where nothing was suggested', () => {
    expect(suggestWordings('harbor fund', NOTES, '2')).toEqual([]);
    expect(wordings('the ferry is late')).toEqual([]);
  });
  it('are alike by at most 1, and by 1 for the very same words', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ minLength: 1 }),
        (words, other) => {
          const found = suggestWordings(words, [note('a', words, 'same'), note('b', other, 'other')]);
          for (const { likeness } of found) expect(likeness).toBeLessThanOrEqual(1);
          const same = found.find(({ wording }) => wording === 'same');
          if (same) expect(same.likeness).toBe(1);
        },
      ),
      { numRuns: 200 },
    );
  });
});
