import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Range } from '../../../../app/text/boundaries.ts';
import { type AlignedPair, align, type TermPair } from '../../../../app/translation/align.ts';
import { sentencesOf } from '../../../../app/translation/sentences.ts';
import { side, versions } from './bilingual.ts';

/** Pairs as words, a sentence an entry. */
function pairs(original: string, translation: string, terms: TermPair[] = []) {
  const both = versions(original, translation);
  const words = (ranges: readonly Range[]) => ranges.map(({ start, end }) => both.text.slice(start, end));
  return align(both, terms).map((pair) => [words(pair.original), words(pair.translation)]);
}

function isMonotoneAndTotal(found: readonly AlignedPair[], given: ReturnType<typeof versions>) {
  expect(found.flatMap((pair) => pair.original)).toEqual(given.original);
  expect(found.flatMap((pair) => pair.translation)).toEqual(given.translation);
  for (const { original, translation, score } of found) {
    expect(original.length + translation.length).toBeGreaterThan(0);
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
  }
}

describe('sentencesOf', () => {
  it('has every letter and digit of the run in exactly one sentence', () => {
    fc.assert(
      fc.property(side, (text) => {
        const found = sentencesOf(text, { start: 0, end: text.length });
        const letters = (words: string) => words.match(/[\p{L}\p{N}]/gu) ?? [];
        expect(letters(found.map(({ start, end }) => text.slice(start, end)).join(' '))).toEqual(
          letters(text),
        );
        for (const [index, { start, end }] of found.entries()) {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        }
      }),
      { numRuns: 100 },
    );
  });
  it.each([
    ['一文目。二文目！三文目？', ['一文目。', '二文目！', '三文目？']],
    ['「行かない。」と述べた。次。', ['「行かない。」と述べた。', '次。']],
    ['Mr. Sato left. He said: “No.” Then he slept.', ['Mr. Sato left.', 'He said: “No.”', 'Then he slept.']],
    ['(0:00) Start\n(1:05) End', ['(0:00) Start', '(1:05) End']],
    ['終わった。🎉', ['終わった。🎉']],
  ])('%s', (text, expected) => {
    const found = sentencesOf(text, { start: 0, end: text.length });
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

describe('align', () => {
  it('has every sentence of both sides in exactly one pair, in order', () => {
    fc.assert(
      fc.property(side, side, (original, translation) => {
        const given = versions(original, translation);
        isMonotoneAndTotal(align(given), given);
      }),
      { numRuns: 100 },
    );
  });

  it('is total where the table is too large to be looked at in full', () => {
    const given = versions('Yes. '.repeat(1400), 'はい。'.repeat(900));
    isMonotoneAndTotal(align(given), given);
  });

  it('pairs a list by its time codes, whatever is missing on either side', () => {
    const found = pairs(
      '(0:00) Why the ferry stopped\n(4:10) Who pays?\n(9:55) What comes next',
      '(0:00) なぜ船は止まったのか\n(2:30) 港の歴史\n(9:55) これからどうなるのか',
    );
    expect(found).toEqual([
      [['(0:00) Why the ferry stopped'], ['(0:00) なぜ船は止まったのか']],
      [['(4:10) Who pays?'], []],
      [[], ['(2:30) 港の歴史']],
      [['(9:55) What comes next'], ['(9:55) これからどうなるのか']],
    ]);
  });

  it('pairs by numbers across units, full-width digits and words', () => {
    const found = pairs(
      'The bill is 2.6 billion yen. The committee did not say which of the offices has to pay it. Three ships sank. About 260,000 people left.',
      '請求額は26億円。３隻が沈んだ。約２６万人が去った。',
    );
    expect(found.map(([, translation]) => translation)).toEqual([
      ['請求額は26億円。'],
      [],
      ['３隻が沈んだ。'],
      ['約２６万人が去った。'],
    ]);
  });

  it('pairs names by their sound in another script, and by the terms that are given', () => {
    const original =
      'Carlson spoke about the weather for nearly the whole evening. Lindqvist stayed silent. The Authority agreed.';
    const translation = 'リンドクヴィストは黙った。公社は同意した。';
    expect(pairs(original, translation, [{ original: 'Authority', translation: '公社' }])).toEqual([
      [['Carlson spoke about the weather for nearly the whole evening.'], []],
      [['Lindqvist stayed silent.'], ['リンドクヴィストは黙った。']],
      [['The Authority agreed.'], ['公社は同意した。']],
    ]);
  });

  it('joins a sentence with the two that translate it', () => {
    const found = pairs(
      'The bridge over the Minato river, which opened in 1968, will be closed for ten months because its cables rust. Nobody was hurt.',
      '1968年に開通した湊川の橋は、10か月閉鎖される。ケーブルがさびているためだ。けが人はいない。',
    );
    expect(found.map(([original, translation]) => [original?.length, translation?.length])).toEqual([
      [1, 2],
      [1, 1],
    ]);
  });

  it('says why: the words on either side', () => {
    const [pair] = align(
      versions(
        'Okada paid $12 million at https://example.org/x',
        'オカダ氏は1200万ドルを払った https://example.org/x',
      ),
    );
    const reasons = pair?.reasons.map(({ kind, original, translation }) => [kind, original, translation]);
    expect(reasons).toEqual(
      expect.arrayContaining([
        ['link', 'https://example.org/x', 'https://example.org/x'],
        ['number', '12 million', '1200万'],
        ['name', 'Okada', 'オカダ'],
      ]),
    );
    expect(pair?.score).toBeGreaterThan(0.9);
  });
});
