import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UratoriError } from '../../../../app/problem.ts';
import { parseQuery } from '../../../../app/search/parse-query.ts';
import { printQuery } from '../../../../app/search/print-query.ts';
import type { Query } from '../../../../app/search/query.ts';
import { anyQuery } from './support.ts';

const text = (letters: string, exact = false): Query => ({ kind: 'text', text: letters, exact });
const wanted = (query: string) => parseQuery(query).wanted;
/** A query as a tree, without the places of its fields. */
const placeless = (query: unknown) =>
  JSON.parse(JSON.stringify(query, (key, value) => (key === 'at' ? undefined : value)));

describe('the query language', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const printed = printQuery(query);
        expect(placeless(parseQuery(printed)), printed).toEqual(placeless(query));
        expect(printQuery(parseQuery(printed))).toBe(printed);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads anything or says where it cannot', () => {
    fc.assert(
      fc.property(
        fc
          .array(
            fc.constantFrom(
              'a',
              '湊',
              ' ',
              '　',
              '"',
              '(',
              ')',
              '（',
              '）',
              '-',
              '－',
              '/',
              '\\',
              '=',
              'OR',
              ' OR ',
              'AND ',
              'NOT ',
              'tag:',
              'in:',
              'date:',
              '2025',
              '..',
              '😀',
              '\ud83d',
            ),
          )
          .map((parts) => parts.join('')),
        (query) => {
          try {
            parseQuery(query);
          } catch (thrown) {
            if (!(thrown instanceof UratoriError)) throw thrown;
            expect(thrown.code).toMatch(/^query-/u);
            expect(thrown.params.position).toBeGreaterThanOrEqual(0);
            expect(thrown.params.position).toBeLessThanOrEqual(query.length);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('finds what has every word', () => {
    expect(wanted('風力 予算案')).toEqual({ kind: 'all', parts: [text('風力'), text('予算案')] });
    expect(wanted('風力　AND 予算案')).toEqual(wanted('風力 予算案'));
    expect(wanted('')).toEqual({ kind: 'all', parts: [] });
  });

  it('binds NOT closest, then AND, then OR', () => {
    expect(wanted('a -b OR c NOT d')).toEqual({
      kind: 'any',
      parts: [
        { kind: 'all', parts: [text('a'), { kind: 'not', part: text('b') }] },
        { kind: 'all', parts: [text('c'), { kind: 'not', part: text('d') }] },
      ],
    });
    expect(wanted('-(a OR b)')).toEqual({
      kind: 'not',
      part: { kind: 'any', parts: [text('a'), text('b')] },
    });
    expect(wanted('NOT -a')).toEqual(text('a'));
  });

  it.each([
    ['"200億 ドル"', text('200億 ドル')],
    ['“200億 ドル”', text('200億 ドル')],
    ['"say \\"no\\""', text('say "no"')],
    ['=NATO', text('NATO', true)],
    ['="Le Monde"', text('Le Monde', true)],
    // Pasted text stays what it is.
    ['200億ドル(約3兆303億円)', text('200億ドル(約3兆303億円)')],
    ['https://t.co/abc', text('https://t.co/abc')],
    ['注:', text('注:')],
    ['and/or', text('and/or')],
    ['or', text('or')],
    ['-', text('-')],
    ['tag', text('tag')],
    ['/予算案.*億/', { kind: 'regex', pattern: '予算案.*億' }],
    ['/a\\/b/', { kind: 'regex', pattern: 'a/b' }],
    ['/a b/', { kind: 'regex', pattern: 'a b' }],
  ])('%s', (query, tree) => expect(wanted(query)).toEqual(tree));

  it.each([
    ['source:nhk', 'source:nhk'],
    ['媒体：NHK', 'source:NHK'],
    ['ＬＡＮＧ：ja', 'lang:ja'],
    ['状態:レビュー済み', 'state:reviewed'],
    ['has:訳注', 'has:note'],
    ['種類:翻訳', 'kind:translation'],
    ['date:2025-02-01..2025-02-08', 'date:2025-02-01..2025-02-08'],
    ['date:2025-02', 'date:2025-02-01..2025-02-28'],
    ['date:2024', 'date:2024-01-01..2024-12-31'],
    ['date:..2025', 'date:..2025-12-31'],
    ['日付:２０２５年２月８日〜', 'date:2025-02-08..'],
    ['date:2025/2/8', 'date:2025-02-08'],
    ['予算 対象:翻訳 in:post', 'in:post in:translation 予算'],
    ['in:注釈 予算', 'in:annotations 予算'],
    ['in:text a', 'a'],
    ['a OR b in:post', 'in:post (a OR b)'],
    ['(a b) c', 'a b c'],
    ['((a))', 'a'],
  ])('%s means %s', (query, printed) => expect(printQuery(parseQuery(query))).toBe(printed));

  it.each([
    ['a "b c', 'query-unclosed', 2, 'quote'],
    ['(a OR b', 'query-unclosed', 0, 'parenthesis'],
    ['a /usr/bin', 'query-unclosed', 2, 'slash'],
    ['a b)', 'query-unexpected', 3, ')'],
    ['a OR', 'query-incomplete', 4, 'OR'],
    ['OR a', 'query-incomplete', 0, 'OR'],
    ['a AND', 'query-incomplete', 5, 'AND'],
    ['a NOT', 'query-incomplete', 2, 'NOT'],
    ['a () b', 'query-incomplete', 2, '()'],
    ['a ""', 'query-incomplete', 2, '""'],
    ['tag: money', 'query-incomplete', 0, 'tag:'],
  ])('says what is missing in %s', (query, code, position, sign) => {
    expect(() => parseQuery(query)).toThrow(
      expect.objectContaining({ code, params: expect.objectContaining({ position, sign }) }),
    );
  });

  it.each([
    ['has:money', 'query-bad-value', 4],
    ['a state:done', 'query-bad-value', 8],
    ['in:nowhere a', 'query-bad-value', 3],
    ['date:2025-02-30', 'query-bad-date', 5],
    ['date:2026..2025', 'query-bad-date', 5],
    ['date:yesterday', 'query-bad-date', 5],
    ['a /(/', 'query-bad-pattern', 2],
    ['a (b in:post)', 'query-scope-inside', 5],
    ['-in:post', 'query-scope-inside', 1],
    ['in:annotations in:post a', 'query-scopes-mixed', 15],
    [`${'('.repeat(101)}a`, 'query-too-deep', 100],
  ])('refuses %s', (query, code, position) => {
    expect(() => parseQuery(query)).toThrow(
      expect.objectContaining({ code, params: expect.objectContaining({ position }) }),
    );
  });
});
