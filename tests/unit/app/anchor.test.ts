import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Anchor,
  anchorAt,
  anchorSchema,
  describe as describeAnchor,
  resolve,
} from '../../../app/anchor.ts';

/** Clusters of one to many units: emoji, flags, ZWJ sequences, combining marks, half-width kana with voicing marks. */
const CLUSTERS = [
  'a',
  'b',
  ' ',
  '\n',
  '円',
  'か',
  '。',
  '1',
  '1',
  '😀',
  '👨‍👩‍👧',
  '🇯🇵',
  '🇺🇸',
  '👍🏽',
  'e\u0301',
  'か\u3099',
  'ｶﾞ',
  'ﾊﾟ',
  '葛\u{e0100}',
  '\r\n',
  '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  '각',
  'क्षि',
];
const cluster = fc.constantFrom(...CLUSTERS);
const text = fc.array(cluster, { minLength: 1, maxLength: 120, size: 'max' }).map((list) => list.join(''));
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

const story = (content: string, segments = [{ start: 0, end: content.length }]) => ({
  text: content,
  segments,
});

function boundaries(content: string): Set<number> {
  return new Set([...graphemes.segment(content)].map(({ index }) => index).concat(content.length));
}

/** A text with a selection in it that is not blank. */
const selected = fc
  .tuple(text, fc.nat(), fc.nat())
  .map(([content, a, b]) => ({ content, start: a % (content.length + 1), end: b % (content.length + 1) }))
  .map((it) => ({ ...it, anchor: describeAnchor(story(it.content), it.start, it.end) }))
  .filter((it): it is typeof it & { anchor: Anchor } => it.anchor !== null);

describe('describe', () => {
  test('the quote is what stands in the range, and the anchor is valid', () => {
    fc.assert(
      fc.property(selected, ({ content, anchor }) => {
        expect(content.slice(anchor.start, anchor.end)).toBe(anchor.quote);
        expect(content.slice(0, anchor.start).endsWith(anchor.prefix)).toBe(true);
        expect(content.slice(anchor.end).startsWith(anchor.suffix)).toBe(true);
        expect(anchorSchema.parse(anchor)).toEqual(anchor);
        expect((anchor.prefix + anchor.suffix).isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('no grapheme cluster is split', () => {
    fc.assert(
      fc.property(selected, ({ content, anchor }) => {
        const ends = boundaries(content);
        expect(ends.has(anchor.start) && ends.has(anchor.end)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('nothing that was selected is left out but white space at the ends', () => {
    fc.assert(
      fc.property(selected, ({ content, start, end, anchor }) => {
        const [from, to] = [Math.min(start, end), Math.max(start, end)];
        const cut =
          content.slice(from, Math.max(from, anchor.start)) + content.slice(Math.min(to, anchor.end), to);
        expect(cut.trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  test('the direction of a selection makes no difference, and a blank one is none', () => {
    const words = story('円安 が 進む');
    expect(describeAnchor(words, 5, 0)).toEqual(describeAnchor(words, 0, 5));
    expect(describeAnchor(words, 2, 3)).toBeNull();
    expect(describeAnchor(words, 3, 3)).toBeNull();
    expect(describeAnchor(words, -5, 99)?.quote).toBe('円安 が 進む');
  });

  test('the segment is the one that the start lies in', () => {
    const segments = [
      { start: 0, end: 2 },
      { start: 3, end: 6 },
    ];
    expect(describeAnchor(story('ab\ncde', segments), 0, 4)?.segment).toBe(0);
    expect(describeAnchor(story('ab\ncde', segments), 3, 4)?.segment).toBe(1);
  });
});

describe('resolve', () => {
  test('in the same text every anchor is exact', () => {
    fc.assert(
      fc.property(selected, ({ content, anchor }) => {
        expect(resolve(anchor, story(content))).toEqual({ kind: 'exact', anchor });
      }),
      { numRuns: 500 },
    );
  });

  test('when text elsewhere is inserted or deleted, the quote is found where it went', () => {
    let told = 0;
    fc.assert(
      fc.property(text, selected, text, text, ({ length }, { content, anchor }, before, after) => {
        // A line feed on either side, so that what stands elsewhere does not join a cluster of the selected text.
        const old = story(`${'-'.repeat(length)}\n${content}\n${'-'.repeat(32)}`);
        const moved = length + 1;
        const kept = anchorAt(old, anchor.start + moved, anchor.end + moved);
        const changed = `${before}\n${content}\n${after}`;
        const { prefix, quote, suffix } = kept;
        const whole = prefix + quote + suffix;
        const place = changed.indexOf(whole);
        // The context reaches into what changed, or stands twice: other laws.
        if (place < 0 || changed.indexOf(whole, place + 1) >= 0) return;
        told += 1;
        const found = resolve(kept, story(changed));
        expect(found.kind).toBe(before.length === length ? 'exact' : 'moved');
        expect(found).toMatchObject({ anchor: { quote, start: anchor.start + before.length + 1 } });
      }),
      { numRuns: 2000 },
    );
    expect(told).toBeGreaterThan(200);
  });

  test('whatever the text becomes, what is found is the quote, and no cluster is split', () => {
    fc.assert(
      fc.property(selected, text, ({ anchor }, changed) => {
        const found = resolve(anchor, story(changed));
        const ends = boundaries(changed);
        for (const place of placesOf(found)) {
          expect(changed.slice(place.start, place.end)).toBe(anchor.quote);
          expect(ends.has(place.start) && ends.has(place.end)).toBe(true);
        }
        if (found.kind === 'ambiguous') expect(found.candidates.length).toBeGreaterThan(1);
      }),
      { numRuns: 500 },
    );
  });

  test('a quote that is gone is an orphan', () => {
    const anchor = describeAnchor(story('前の文。円安が進んだ。後の文。'), 4, 10) as Anchor;
    expect(anchor.quote).toBe('円安が進んだ');
    expect(resolve(anchor, story('前の文。円高が進んだ。後の文。'))).toEqual({ kind: 'orphan' });
    expect(resolve(anchor, story(''))).toEqual({ kind: 'orphan' });
  });

  test.each([
    ['a combining mark', 'か', 'か\u3099'],
    ['a half-width voicing mark', 'ｶ', 'ｶﾞ'],
    ['a joiner', '👨', '👨‍👩‍👧'],
    ['a skin tone', '👍', '👍🏽'],
    ['another letter of a flag', '🇯🇵', '🇺🇯🇵🇸'],
  ])('what only stands within a larger cluster (%s) is gone', (_, quote, larger) => {
    const anchor = anchorAt(story(quote), 0, quote.length);
    expect(resolve(anchor, story(larger))).toEqual({ kind: 'orphan' });
    expect(resolve(anchor, story(`${larger} ${quote}`))).toMatchObject({
      kind: 'moved',
      anchor: { start: larger.length + 1 },
    });
  });

  test('an anchor that cuts a cluster from the start is not lost in a text that stays', () => {
    const words = story('a か\u3099 b');
    expect(resolve(anchorAt(words, 2, 3), words)).toMatchObject({
      kind: 'exact',
      anchor: { start: 2, end: 3 },
    });
  });

  test('two places that fit equally well are ambiguous', () => {
    const anchor = describeAnchor(story('AAA 円安 BBB'), 4, 6) as Anchor;
    const found = resolve(anchor, story('新しい文。AAA 円安 BBB AAA 円安 BBB'));
    expect(found.kind).toBe('ambiguous');
    expect(placesOf(found).map(({ start }) => start)).toEqual([9, 20]);
  });

  test('a worse context never beats a better one', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.boolean(), (near, far, first) => {
        fc.pre(near > far);
        const before = 'あいうえおかきくけこさしすせそたちつてと';
        const anchor = describeAnchor(story(`${before}円安。`), 20, 22) as Anchor;
        const better = `${'x'.repeat(20 - near)}${before.slice(20 - near)}円安！`;
        const worse = `${'y'.repeat(20 - far)}${before.slice(20 - far)}円安？`;
        const changed = first ? `${better}${worse}` : `${worse}${better}`;
        const expected = first ? 20 : worse.length + 20;
        const found = resolve(anchor, story(changed));
        expect(found).toMatchObject({ anchor: { start: expected } });
      }),
    );
  });

  test('a letter that stands in hundreds of places is found by its context', () => {
    const filler = 'のらのらの、'.repeat(120);
    const content = `${filler}円の値は上がった。${filler}`;
    const at = content.indexOf('円の') + 1;
    const anchor = describeAnchor(story(content), at, at + 1) as Anchor;
    expect(anchor.quote).toBe('の');
    expect(resolve(anchor, story(`序文。${content}`))).toMatchObject({
      kind: 'moved',
      anchor: { start: at + 3 },
    });
    expect(resolve(anchor, story(`${filler}${filler}`)).kind).toBe('ambiguous');
  });

  test('in place, with only its surroundings changed, an anchor stays', () => {
    const anchor = describeAnchor(story('今日、円安が進んだ。'), 3, 5) as Anchor;
    expect(resolve(anchor, story('明日、円安は止まる。'))).toMatchObject({
      kind: 'exact',
      anchor: { start: 3 },
    });
  });
});

function placesOf(found: ReturnType<typeof resolve>): Anchor[] {
  switch (found.kind) {
    case 'exact':
    case 'moved':
      return [found.anchor];
    case 'ambiguous':
      return found.candidates;
    case 'orphan':
      return [];
  }
}

test('a quote that stands in its place by chance, among other words, is not taken for exact', () => {
  const story = (text: string) => ({ text, segments: [{ start: 0, end: text.length }] });
  const anchor = anchorAt(story('円は約 about 12 billion yen this year'), 10, 12);
  expect(anchor.quote).toBe('12');
  expect(resolve(anchor, story('qqqqqqqqqq12 zzzz other sentence entirely')).kind).toBe('moved');
});
