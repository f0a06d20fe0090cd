import fc from 'fast-check';
import { REVIEW_STATES } from '../../../../app/review.ts';
import { all, any, HOLDINGS, not, type Query, type SearchQuery } from '../../../../app/search/query.ts';
import { SEGMENT_KINDS } from '../../../../app/story.ts';

/** Letters that a folding changes, joins or takes apart, among plain ones. */
const LETTERS = [
  ...'aAｂＢcé湊市の風力0１-~ .。…「」ガカｶゞがかウｳうヴゔーｰハﾊ㍿株式会社㌔キロ①⑳ﬁfißẞsſİıΣσςЯя葛辻한하\n',
  'e\u0301',
  '\u3099',
  '\u309b',
  '\uff9e',
  '\u309a',
  '\uff9f',
  '\u0301',
  '\u0302\u0323',
  '\ufe0f',
  '\u{e0100}',
  '\u200d',
  '❤\ufe0f',
  '👨‍👩‍👧',
  '🇯🇵',
  '👍🏽',
  '𝐀',
  '𠮟',
  'ᄒ',
  'ᅡ',
  'ᆫ',
  '’',
  '“',
  '−',
  '〜',
];
export const nastyText = (maxLength: number) =>
  fc.array(fc.constantFrom(...LETTERS), { maxLength }).map((letters) => letters.join(''));

const word = fc
  .oneof(
    fc.constantFrom(
      '湊',
      '予算案',
      'harbour',
      'NHK:',
      'OR',
      'not',
      '-',
      '--',
      '"',
      'a"b',
      '\\',
      '(ロイター)',
      'f(',
      ')',
      '=',
      '/x/',
      '＝',
      'tag:',
      '“',
      'in:post',
      '　',
      'a b',
    ),
    nastyText(4),
  )
  .filter((text) => text !== '');

const term: fc.Arbitrary<Query> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('text' as const), text: word, exact: fc.boolean() }),
  },
  fc
    .constantFrom('a+b', '[0-9]{2,}億', 'x/y', 'a\\\\/b', '\\Qa.b\\E|c', '(?:予算|決算)案')
    .map((pattern) => ({ kind: 'regex' as const, pattern })),
  fc.record({
    kind: fc.constantFrom(
      'source' as const,
      'lang' as const,
      'link' as const,
      'tag' as const,
      'verdict' as const,
    ),
    value: word,
    at: fc.constant(0),
  }),
  fc
    .tuple(fc.integer({ min: -400_000, max: 40_000 }), fc.nat(9000), fc.constantFrom(0, 1, 2))
    .map(([from, days, open]) => ({
      kind: 'date' as const,
      from: open === 1 ? null : from,
      to: open === 2 ? null : from + days,
      at: 0,
    })),
  fc.record({
    kind: fc.constant('segment' as const),
    value: fc.constantFrom(...SEGMENT_KINDS),
    at: fc.constant(0),
  }),
  fc.record({ kind: fc.constant('has' as const), value: fc.constantFrom(...HOLDINGS), at: fc.constant(0) }),
  fc.record({
    kind: fc.constant('state' as const),
    value: fc.constantFrom(...REVIEW_STATES),
    at: fc.constant(0),
  }),
);

/** Trees of terms, in the form that the parser gives them. */
export const treeOf = (leaf: fc.Arbitrary<Query>): fc.Arbitrary<Query> =>
  fc.letrec<{ tree: Query }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map(all),
      fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map(any),
      tie('tree').map(not),
    ),
  })).tree;

export const anyQuery: fc.Arbitrary<SearchQuery> = fc.record({
  scope: fc.oneof(
    fc.constantFrom('text' as const, 'annotations' as const),
    fc.subarray([...SEGMENT_KINDS], { minLength: 1 }),
  ),
  wanted: treeOf(term),
});
