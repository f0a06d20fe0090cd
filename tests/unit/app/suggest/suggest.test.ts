import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Segment, SegmentKind } from '../../../../app/story.ts';
import { SUGGESTION_RULES } from '../../../../app/suggest/rules/all.ts';
import { sentencesOf } from '../../../../app/suggest/sentences.ts';
import { suggest } from '../../../../app/suggest/suggest.ts';

/** A story of parts, a line break between them. */
function storyOf(parts: readonly { kind: SegmentKind; lang: string; text: string }[]) {
  let text = '';
  const segments: Segment[] = [];
  for (const part of parts) {
    if (text !== '') text += '\n';
    segments.push({
      kind: part.kind,
      lang: part.lang,
      start: text.length,
      end: text.length + part.text.length,
    });
    text += part.text;
  }
  return { text, segments };
}

const pieces = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...SUGGESTION_RULES.map(({ example }) => example)) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(' ', '\n', '「', '」。', '…', 'https://example.org/20%25/a ', '👨‍👩‍👧', '。'),
  },
);
const stories = fc
  .array(
    fc.record({
      kind: fc.constantFrom<SegmentKind>('post', 'byline', 'article', 'translation', 'repeat', 'footer'),
      lang: fc.constantFrom('ja', 'en', 'en-GB', 'und'),
      text: fc.array(pieces, { maxLength: 6 }).map((list) => list.join('')),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map(storyOf);
const RUNS = { numRuns: 150 };

describe('suggest', () => {
  it('stays within a segment, and finds its reasons within the sentence', () => {
    fc.assert(
      fc.property(stories, (story) => {
        for (const { segment, start, end, reasons, score } of suggest(story)) {
          const around = story.segments[segment] as Segment;
          expect(around.start <= start && start < end && end <= around.end).toBe(true);
          expect(['post', 'article', 'translation', 'repeat']).toContain(around.kind);
          expect(reasons.length).toBeGreaterThan(0);
          expect(score).toBeGreaterThan(0.99);
          for (const reason of reasons)
            expect(start <= reason.start && reason.start < reason.end && reason.end <= end).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('goes through the text in order, says the same each time, and says nothing twice', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const found = suggest(story);
        expect(suggest(story)).toEqual(found);
        const words = found.map(({ start, end }) => story.text.slice(start, end));
        expect(new Set(words).size).toBe(words.length);
        for (const [index, { start }] of found.entries())
          expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0);
      }),
      RUNS,
    );
  });

  it('gives no reason from a rule that is turned off', () => {
    const ids = SUGGESTION_RULES.map(({ id }) => id);
    fc.assert(
      fc.property(stories, fc.subarray(ids), (story, off) => {
        const found = suggest(story, new Set(off)).flatMap(({ reasons }) => reasons);
        for (const { ruleId } of found) expect(off).not.toContain(ruleId);
      }),
      RUNS,
    );
    expect(
      suggest(storyOf([{ kind: 'post', lang: 'ja', text: '修理費は12億円だ。' }]), new Set(ids)),
    ).toEqual([]);
  });

  it('gives every rule one reason, with the words that it found', () => {
    const story = storyOf([
      { kind: 'post', lang: 'ja', text: '橋は閉鎖か。修理費は12億円、人件費は3億円だと発表した。' },
    ]);
    const [suggestion, ...others] = suggest(story);
    expect(others).toEqual([]);
    expect(
      suggestion?.reasons.map(({ ruleId, start, end }) => [ruleId, story.text.slice(start, end)]),
    ).toEqual([
      ['ja-figure-amount', '12億円'],
      ['ja-source-said', '発表した'],
    ]);
  });

  it('leaves out questions, thanks, and what an address is made of', () => {
    const lines = [
      'Is it true that 12 million people left?',
      'See https://example.org/12%20million%20people',
    ];
    expect(suggest(storyOf([{ kind: 'post', lang: 'en', text: lines.join('\n') }]))).toEqual([]);
  });

  it('suggests a sentence of a cut post once, where it stands first, and the rest from its repeat', () => {
    const first = '🌉 湊大橋の閉鎖で、観光客は40万人減った。';
    const story = storyOf([
      { kind: 'post', lang: 'ja', text: `${first}…` },
      { kind: 'byline', lang: 'ja', text: '— 潮見ニュース (@shiomi_news) 2025年4月11日' },
      { kind: 'repeat', lang: 'ja', text: `${first}損害は3億円に上る。` },
      { kind: 'footer', lang: 'ja', text: '#湊(2025年4月12日発表した)' },
    ]);
    const words = suggest(story).map(({ start, end }) => story.text.slice(start, end));
    expect(words).toEqual([first, '損害は3億円に上る。']);
  });

  it('knows no rules for a text in neither language', () => {
    expect(
      suggest(storyOf([{ kind: 'post', lang: 'und', text: 'The flood drove 12 million people out.' }])),
    ).toEqual([]);
    expect(
      suggest(storyOf([{ kind: 'post', lang: 'en-GB', text: 'The flood drove 12 million people out.' }])),
    ).toHaveLength(1);
  });
});

describe('sentencesOf', () => {
  it('covers every word of what states something, once and in order', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const stating = story.segments.filter(({ kind }) => kind !== 'byline' && kind !== 'footer');
        const squeezed = (text: string) => text.replace(/\s/gu, '');
        const whole = stating.map(({ start, end }) => story.text.slice(start, end)).join('');
        const parts = [...sentencesOf(story)].map(({ start, end }) => story.text.slice(start, end)).join('');
        expect(squeezed(parts)).toBe(squeezed(whole));
      }),
      RUNS,
    );
  });
});
