import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../../app/search/folding.ts';
import { Matcher } from '../../../../app/search/matcher.ts';
import type { Need } from '../../../../app/search/need.ts';
import { needOfQuery } from '../../../../app/search/need-of-query.ts';
import { parseQuery } from '../../../../app/search/parse-query.ts';
import { type Matching, type Query, USUAL_MATCHING } from '../../../../app/search/query.ts';
import { nastyText, treeOf } from './support.ts';

const needOf = (query: string, matching = USUAL_MATCHING) =>
  needOfQuery(parseQuery(query).wanted, matching, () => null);
const plainly = (need: Need): unknown =>
  need === null
    ? null
    : 'all' in need
      ? { all: need.all.map(plainly) }
      : 'any' in need
        ? { any: need.any.map(plainly) }
        : need.letters;

/** Whether a text has what is needed, cut anywhere: a need says nothing about where characters end. */
function holds(need: Need, text: string): boolean {
  if (need === null) return true;
  if ('all' in need) return need.all.every((part) => holds(part, text));
  if ('any' in need) return need.any.some((part) => holds(part, text));
  const { letters, folding } = need;
  if (folding === null) return text.includes(letters);
  for (let start = 0; start < text.length; start += 1)
    for (let end = start + 1; end <= text.length; end += 1)
      if (fold(text.slice(start, end), folding).text === letters) return true;
  return false;
}

describe('what a text has to hold', () => {
  it.each([
    ['湊 Harbour', { all: ['湊', 'harbour'] }],
    ['湊 OR 港', { any: ['湊', '港'] }],
    ['湊 OR -港', null],
    ['湊 -港', '湊'],
    ['湊 lang:ja', '湊'],
    ['/予算案.*億/', { all: ['予算案', '億'] }],
    ['/予算|決算/', { any: ['予算', '決算'] }],
    ['/(予算|決算)案/', { all: [{ any: ['予算', '決算'] }, '案'] }],
    ['/予算(案)?/', '予算'],
    ['/ab?c+d{2,}e{0,3}f*g/', { all: ['a', 'c', 'd', 'g'] }],
    ['/[0-9]+億/', '億'],
    ['/\\d\\p{Han}\\x41\\.com/', '.com'],
    ['/\\Qa.b\\E(?:)x/', 'x'],
    ['/a|/', null],
    ['/[^\\]a-z[:alpha:]]]b/', ']b'],
    ['/（Ｘ）/', '(x)'],
    ['/x{,2}/', 'x{,2}'],
  ])('%s', (query, need) => expect(plainly(needOf(query))).toEqual(need));

  it('is not what the case of an expression says where it asks for both', () => {
    expect(needOf('/(?i)abc/', { kana: false, exact: true })).toBeNull();
    expect(plainly(needOf('/(?m)Abc/', { kana: false, exact: true }))).toBe('Abc');
  });

  const pattern = fc.constantFrom(
    'ガ',
    '[ガか]',
    'a+',
    'e\u0301',
    'カ゛',
    '(?:a|ß)b?',
    's{2}',
    '.',
    'ss',
    '\\Qa.\\E',
    'か|゛',
    '\u3099',
    'ﾞ',
    'Σ',
    'K',
    '(湊|の)+',
    'i',
    '^',
    'A|',
    '[^a]',
    '\\n',
    'ｶ',
  );
  const patterns = fc.array(pattern, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
  const leaf: fc.Arbitrary<Query> = fc.oneof(
    nastyText(3).map((text) => ({ kind: 'text' as const, text, exact: false })),
    patterns.map((source) => ({ kind: 'regex' as const, pattern: source })),
  );
  const matchings = fc.constantFrom<Matching>(
    USUAL_MATCHING,
    { kana: true, exact: false },
    { kana: false, exact: true },
  );

  it('is never more than what is found needs', () => {
    fc.assert(
      fc.property(treeOf(leaf), nastyText(14), matchings, (wanted, text, matching) => {
        const found = new Matcher({ scope: 'text', wanted }, matching).matchesIn({
          text,
          segments: () => [],
          holds: () => false,
        });
        fc.pre(found !== null);
        expect(
          holds(
            needOfQuery(wanted, matching, () => null),
            text,
          ),
        ).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
