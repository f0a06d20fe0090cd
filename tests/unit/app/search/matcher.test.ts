import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemesOf } from '../../../../app/graphemes.ts';
import { fold } from '../../../../app/search/folding.ts';
import type { FoldingKind } from '../../../../app/search/letters.ts';
import { Matcher } from '../../../../app/search/matcher.ts';
import { parseQuery } from '../../../../app/search/parse-query.ts';
import {
  type FieldTerm,
  type Matching,
  type Query,
  type SearchQuery,
  USUAL_MATCHING,
} from '../../../../app/search/query.ts';
import type { Segment } from '../../../../app/story.ts';
import { nastyText, treeOf } from './support.ts';

const searched = (text: string, segments: Segment[] = []) => ({
  text,
  segments: () => segments,
  holds: (field: FieldTerm) => field.kind === 'lang' && text.includes(field.value),
});
const found = (query: string | SearchQuery, text: string, matching: Matching = USUAL_MATCHING) => {
  const parsed = typeof query === 'string' ? parseQuery(query) : query;
  const ranges = new Matcher(parsed, matching).matchesIn(searched(text));
  return ranges?.map(({ start, end }) => text.slice(start, end)) ?? null;
};
const exact = { kana: false, exact: true };
const kana = { kana: true, exact: false };

/** By trying every run of whole characters. */
function naively(text: string, wanted: string, kind: FoldingKind | null): string[] {
  const as = (letters: string) => (kind === null ? letters : fold(letters, kind).text);
  const graphemes = graphemesOf(text);
  const hits: string[] = [];
  const letters = as(wanted);
  if (letters === '') return hits;
  for (let start = 0; start < text.length; start += 1) {
    if (!graphemes.isBoundary(start)) continue;
    // What is left out belongs to the letter before it.
    const [letter = ''] = text.slice(start);
    if (as(text.slice(0, start) + letter) === as(text.slice(0, start))) continue;
    for (let end = text.length; end > start; end -= 1) {
      if (!graphemes.isBoundary(end) || as(text.slice(start, end)) !== letters) continue;
      // Letters that join over an end are cut by it.
      if (as(text.slice(0, start)) + letters + as(text.slice(end)) !== as(text)) continue;
      hits.push(text.slice(start, end));
      start = end - 1;
      break;
    }
  }
  return hits;
}

describe('words', () => {
  it.each([
    ['ガス', 'ｶﾞｽとカ゛ス、ガス', ['ｶﾞｽ', 'カ゛ス', 'ガス']],
    ['reuters', 'REUTERS Ｒｅｕｔｅｒｓ Reuters', ['REUTERS', 'Ｒｅｕｔｅｒｓ', 'Reuters']],
    ['株', '㍿の株', ['株']],
    ['か', 'が か\u3099 か', ['か']],
    ['👩', '👨‍👩‍👧 👩 👩🏽', ['👩']],
    ['🇯🇵', '🇺🇦🇯🇵 🇺🇯🇵🇦', ['🇯🇵']],
    ['cafe', 'cafe\u0301 café cafe', ['cafe']],
    ['葛城', '葛\u{e0100}城', ['葛\u{e0100}城']],
    ['ああ', 'あああああ', ['ああ', 'ああ']],
    ['=ガ', 'ｶﾞ ガ', ['ガ']],
    ['"a b"', 'a b a　b ab', ['a b', 'a　b']],
  ])('%s in %s', (query, text, hits) => expect(found(query, text)).toEqual(hits));

  it('are told apart by case and width, or not even by kana, on request', () => {
    expect(found('reuters', 'REUTERS reuters', exact)).toEqual(['reuters']);
    expect(found('ガス', 'ｶﾞｽ ガス がす', exact)).toEqual(['ガス']);
    expect(found('ガス', 'ｶﾞｽ ガス がす', kana)).toEqual(['ｶﾞｽ', 'ガス', 'がす']);
    expect(found('=ガス', 'ｶﾞｽ ガス がす', kana)).toEqual(['ガス']);
  });

  it('are found where a naive search finds them, and hold whole characters', () => {
    const kinds = fc.constantFrom<FoldingKind | null>('usual', 'kana', null);
    fc.assert(
      fc.property(nastyText(12), nastyText(3), kinds, fc.nat(12), (text, other, kind, from) => {
        for (const wanted of [other, text.slice(from, from + 2)]) {
          const wantedQuery = { kind: 'text', text: wanted, exact: false } as const;
          const matching = { kana: kind === 'kana', exact: kind === null };
          const hits = found({ scope: 'text', wanted: wantedQuery }, text, matching) ?? [];
          expect(hits).toEqual(naively(text, wanted, kind));
        }
      }),
      { numRuns: 5000 },
    );
  });
});

describe('expressions', () => {
  it.each([
    ['/[0-9]+億/', '２００億ドルと 12億', ['２００億', '12億']],
    ['/[０-９]{3}/', '２００', ['２００']],
    ['/！$/', 'ええ！\nいや', ['！']],
    ['/\\(.*?\\)/', '（ロイター）発', ['（ロイター）']],
    ['/ガ.ト/', 'ｶﾞｿﾄ', ['ｶﾞｿﾄ']],
    ['/^nhk/', 'NHK\nnhk', ['NHK', 'nhk']],
    ['/[👨x]/', '👨‍👩‍👧x', ['👨‍👩‍👧', 'x']],
    ['/x*/', 'axxa', ['xx']],
  ])('%s in %s', (query, text, hits) => expect(found(query, text)).toEqual(hits));

  it('see case and width on request', () => {
    expect(found('/[a-z]+/', 'ABC ａｂ abc', exact)).toEqual(['abc']);
  });

  it('find whole characters only, whatever the text', () => {
    const patterns = fc.constantFrom('.', '[a-z]', '.{2}', 'か.', '\\pM', '[^\\s]+', 'ガ|゛', '\\d', '.*');
    fc.assert(
      fc.property(nastyText(20), patterns, fc.boolean(), (text, pattern, isExact) => {
        const query: SearchQuery = { scope: 'text', wanted: { kind: 'regex', pattern } };
        const ranges = new Matcher(query, { kana: false, exact: isExact }).matchesIn(searched(text)) ?? [];
        const graphemes = graphemesOf(text);
        let last = 0;
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(graphemes.isBoundary(start) && graphemes.isBoundary(end)).toBe(true);
          last = end;
        }
      }),
    );
  });

  it('are found in a very long story, piece by piece, in linear time', () => {
    const text = `${'湊の話 '.repeat(400_000)}\n${'a'.repeat(1_500_000)}b`;
    expect(found('/(?:a+)+b/', text)).toEqual([expect.stringMatching(/^a+b$/u)]);
    expect(found('/(x+x+)+y/', 'x'.repeat(200_000))).toBeNull();
  });

  it('stop when nobody waits any more', () => {
    const matcher = new Matcher(parseQuery('/./'), USUAL_MATCHING);
    expect(matcher.matchesIn(searched('a'.repeat(1000)), () => true)).toBeNull();
  });
});

describe('trees', () => {
  it('find what a naive evaluation finds', () => {
    const leaf = fc.constantFrom<Query>(
      ...['a', 'か', '湊', 'zz'].map((text) => ({ kind: 'text', text, exact: false }) as const),
      { kind: 'regex', pattern: '[0-9]' },
      { kind: 'lang', value: 'b', at: 0 },
    );
    const holds = (query: Query, text: string): boolean => {
      switch (query.kind) {
        case 'all':
          return query.parts.every((part) => holds(part, text));
        case 'any':
          return query.parts.some((part) => holds(part, text));
        case 'not':
          return !holds(query.part, text);
        case 'text':
          return text.includes(query.text);
        case 'regex':
          return /[0-9]/u.test(text);
        default:
          return text.includes('b');
      }
    };
    const plain = fc.array(fc.constantFrom('a', 'b', 'か', '湊', '7', ' '), { maxLength: 6 });
    fc.assert(
      fc.property(treeOf(leaf), plain, (wanted, letters) => {
        const text = letters.join('');
        const hits = found({ scope: 'text', wanted }, text);
        expect(hits !== null).toBe(holds(wanted, text));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['a b', 'b a', ['b', 'a']],
    ['a b', 'a', null],
    ['a OR b', 'a', ['a']],
    ['(a x) OR b', 'a b', ['b']],
    ['a -b', 'a', ['a']],
    ['a -b', 'a b', null],
    ['-b', 'a', []],
    ['lang:b', 'b', []],
    ['港 OR 港町', '港町の港', ['港町', '港']],
    ['港 港町', '港町', ['港町']],
  ])('%s in %s', (query, text, hits) => expect(found(query, text)).toEqual(hits));
});

describe('scopes', () => {
  const text = '予算の話\n— NHK\nbudget 予算';
  const segments: Segment[] = [
    { kind: 'post', lang: 'ja', start: 0, end: 4 },
    { kind: 'byline', lang: 'en', start: 5, end: 10 },
    { kind: 'translation', lang: 'en', start: 11, end: 20 },
  ];
  it.each([
    ['予算', [0, 18]],
    ['予算 in:translation', [18]],
    ['予算 in:post in:translation', [0, 18]],
    ['NHK in:post', null],
    ['-NHK in:post', []],
    ['/予算$/ in:translation', [18]],
  ])('%s', (query, starts) => {
    const ranges = new Matcher(parseQuery(query), USUAL_MATCHING).matchesIn(searched(text, segments));
    expect(ranges?.map(({ start }) => start) ?? null).toEqual(starts);
  });

  it('are found among several texts, where all of them together hold the query', () => {
    const matcher = new Matcher(parseQuery('budget 予算'), USUAL_MATCHING);
    const hits = matcher.matchesAmong(['予算', 'Budget budget'], () => false);
    expect(hits?.map(({ piece, start }) => [piece, start])).toEqual([
      [0, 0],
      [1, 0],
      [1, 7],
    ]);
    expect(matcher.matchesAmong(['予算'], () => false)).toBeNull();
  });
});
