import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matcher } from '../../../../../app/search/matcher.ts';
import { type Query, USUAL_MATCHING } from '../../../../../app/search/query.ts';
import { holdsForStory } from '../../../../../app/search/story-fields.ts';
import type { Story } from '../../../../../app/story.ts';
import type { Dump, SearchResult } from '../../../../../main/dumps/dump.ts';
import type { OpenOptions } from '../../../../../main/dumps/open-dump.ts';
import type { Search } from '../../../../../main/dumps/search/question.ts';
import { nastyText, treeOf } from '../../../app/search/support.ts';
import { dumpFile, folder, post, storiesOf, withDump } from '../dump-files.ts';
import { exactly, searchFor } from '../searches.ts';

const counted = ({ ordinals, hitCounts }: SearchResult) =>
  Object.fromEntries(Array.from(ordinals, (ordinal, index) => [ordinal, hitCounts[index]]));

/** By reading every story, with what only the story tells. */
function naively(stories: readonly Story[], { query, matching }: Search): Record<number, number> {
  const matcher = new Matcher(query, matching);
  const counts: Record<number, number> = {};
  for (const story of stories) {
    const holds = (field: Parameters<typeof holdsForStory>[0]) => holdsForStory(field, story) ?? false;
    const hits = matcher.matchesIn({ text: story.text, segments: () => story.segments, holds });
    if (hits !== null) counts[story.ordinal] = hits.length;
  }
  return counts;
}

const FORMS = ['utf8', 'utf16le', 'utf16be', 'spool', 'json', 'escaped json'] as const;
type Form = (typeof FORMS)[number];

/** The same stories as a file in an encoding, as a folder, which is read through a spool, or as records in JSON. */
function dumpOf(texts: readonly string[], form: Form): string {
  const content = texts.map((text) => `${text}\n=====\n`).join('');
  if (form === 'utf8') return dumpFile(content);
  if (form === 'json' || form === 'escaped json') {
    const records = texts.map((text, index) =>
      JSON.stringify({ id: `${5000 + index}`, created_at: '2025-02-08T10:30:00Z', text }),
    );
    const escaped = records.map((record, index) =>
      record.replace(/[^ -~]/gu, (letter) =>
        [...Array(letter.length).keys()]
          .map((unit) => {
            const hex = letter.charCodeAt(unit).toString(16).padStart(4, '0');
            return `\\u${index % 2 === 0 ? hex : hex.toUpperCase()}`;
          })
          .join(''),
      ),
    );
    return dumpFile(`${(form === 'json' ? records : escaped).join('\n')}\n`);
  }
  if (form === 'spool') {
    const path = join(folder, `spooled-${Math.random()}`);
    mkdirSync(path);
    for (const [index, text] of texts.entries()) writeFileSync(join(path, `${1000 + index}.txt`), text);
    return path;
  }
  const bytes = Buffer.from(`\ufeff${content}`, 'utf16le');
  return dumpFile(form === 'utf16be' ? bytes.swap16() : bytes);
}
function optionsOf(form: Form): OpenOptions {
  switch (form) {
    case 'json':
    case 'escaped json':
      return {};
    case 'spool':
      return { rule: { kind: 'whole' } };
    default:
      return { rule: { kind: 'separator', separator: '=====' } };
  }
}

describe.each(FORMS)('searching %s', (form) => {
  const texts = Array.from({ length: 300 }, (_, index) =>
    [
      `湊の話${index} ああああ 港の橋`,
      `本文${index % 7}👨‍👩‍👧🇯🇵 aaa Aaa ｶﾞｽ "Reuters" C:\\${index}`,
      `Café cafe\u0301 ㍿湊 don’t 葛\u{e0100}城 https://minato.example/${index % 9}\tend`,
    ].join('\n'),
  );

  it('finds what a naive search finds', async () => {
    const path = dumpOf(texts, form);
    const stories = await storiesOf(path, optionsOf(form));
    expect(stories).toHaveLength(300);
    expect((stories[7]?.origin ?? null) === null).toBe(form !== 'spool');
    await withDump(path, optionsOf(form), async (dump) => {
      for (const query of [
        '港',
        'a',
        'aa',
        'ああ',
        '本文3',
        '👩',
        '👨‍👩‍👧',
        '🇯🇵',
        '話1',
        'ない',
        'ガス',
        '=ガス',
        'reuters',
        '"Reuters"',
        'CAFÉ',
        'cafe',
        '株',
        '株式会社湊',
        '葛城',
        "don't",
        'c:\\1',
        '"話1 ああああ"',
        'end',
        '\\',
        '港 reuters',
        '港 OR ガス',
        '-本文3',
        '本文3 -話1',
        '(本文3 OR 本文4) 話2',
        '/話[0-9]{2} /',
        '/^本文[3-5]/ 港',
        '/a+/',
        '/ｶﾞ/',
        'link:example/3',
        'link:EXAMPLE/3 話1',
        'has:link',
        '-has:link',
        'has:media',
        'lang:ja',
        'lang:en',
        'date:2025',
        '-has:date 話1',
        'kind:article 話12',
        '話1 in:article',
        '話1 in:post',
        'ａａａ',
        '\ufffd',
        '/./ 話12',
      ])
        for (const matching of [{}, { kana: true }, { exact: true }]) {
          const search = searchFor(query, matching);
          const result = await dump.search(search);
          const expected = naively(stories, search);
          expect(counted(result), `${query} ${JSON.stringify(matching)}`).toEqual(expected);
          expect(result.hits).toBe(Object.values(expected).reduce((sum, hits) => sum + hits, 0));
          expect(result.stories).toBe(Object.keys(expected).length);
          expect(result.searched).toBe(1);
        }
    });
  });

  it('finds what a naive search finds, whatever letters there are', async () => {
    const letters = fc.sample(nastyText(40), { numRuns: 150, seed: 7 });
    const nasty = letters.map((text, index) => `${index}\n${text.replaceAll('=====', '')}`);
    const path = dumpOf(nasty, form);
    const stories = await storiesOf(path, optionsOf(form));
    const text = fc.oneof(
      nastyText(3),
      fc
        .tuple(fc.nat(149), fc.nat(60), fc.nat(4))
        .map(([index, from, length]) => (letters[index] ?? '').slice(from, from + length).toWellFormed()),
    );
    const leaf: fc.Arbitrary<Query> = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          kind: fc.constant('text' as const),
          text: text.filter((some) => some !== ''),
          exact: fc.boolean(),
        }),
      },
      fc
        .constantFrom('[ガか]', 'a', 'e.', '風|力', 'ﾊ', '\\d', 's{2}')
        .map((pattern) => ({ kind: 'regex' as const, pattern })),
      fc.constantFrom<Query>({ kind: 'lang', value: 'ja', at: 0 }, { kind: 'has', value: 'date', at: 0 }),
    );
    const matching = fc.constantFrom(
      USUAL_MATCHING,
      { kana: true, exact: false },
      { kana: false, exact: true },
    );
    const query = fc.oneof({ weight: 2, arbitrary: leaf }, treeOf(leaf));
    await withDump(path, optionsOf(form), async (dump) => {
      await fc.assert(
        fc.asyncProperty(query, matching, async (wanted, how) => {
          fc.pre(wanted.kind !== 'all' || wanted.parts.length > 0);
          const search: Search = { query: { scope: 'text', wanted }, matching: how };
          expect(counted(await dump.search(search))).toEqual(naively(stories, search));
        }),
        { numRuns: 150 },
      );
    });
  });
});

describe('searching', () => {
  const content = Array.from({ length: 400 }, (_, index) =>
    post(`港の話${index} ああああ`, 'minato_news', `本文${index % 7}👨‍👩‍👧🇯🇵 aaa Aaa`),
  ).join('');

  it('finds the same across the borders of chunks and threads', async () => {
    const path = dumpFile('境目をまたぐ言葉'.repeat(750_000).replace(/.{2000}/gu, '$&\n'));
    await withDump(path, { rule: { kind: 'lines' } }, async (dump) => {
      expect(dump.bytes).toBeGreaterThan(16 << 20);
      const stories: Story[] = [];
      for await (const story of dump.stories()) stories.push(story);
      for (const search of [
        exactly('またぐ言葉境'),
        searchFor('またぐ言葉境'),
        searchFor('またぐ 言葉境'),
        searchFor('/またぐ.葉境/'),
      ])
        expect(counted(await dump.search(search))).toEqual(naively(stories, search));
    });
  });

  it('finds a text that is longer than a finder looks at once', async () => {
    const long = '湊の長い話'.repeat(200);
    await withDump(dumpFile(`${long}\n${long.slice(0, -1)}\n`), { rule: { kind: 'lines' } }, async (dump) => {
      expect(counted(await dump.search(searchFor(`"${long}"`)))).toEqual({ 0: 1 });
      expect(counted(await dump.search(exactly(long)))).toEqual({ 0: 1 });
    });
  });

  it('takes bytes that are no text for what they are shown as', async () => {
    const path = dumpFile(
      Buffer.concat([Buffer.from('港'), Buffer.from([0xe3, 0x81]), Buffer.from('の話\n')]),
    );
    await withDump(path, {}, async (dump) => {
      for (const query of ['港', 'の話', '港\ufffdの', '\ufffd', '/港./'])
        expect((await dump.search(searchFor(query))).hits, query).toBe(1);
    });
  });

  it('tells the first hits while it goes on, and stops at a limit', async () => {
    await withDump(dumpFile(content), {}, async (dump) => {
      for (const query of ['あ', 'あ -zz', '/あ/']) {
        const told: number[] = [];
        const result = await dump.search(searchFor(query), { onHits: ({ hits }) => told.push(hits) });
        expect(told.at(-1)).toBe(result.hits);
        expect(told).toEqual(told.toSorted((a, b) => a - b));
      }
      expect(await dump.search(exactly('あ'), { limit: 6 })).toMatchObject({ hits: 6, stories: 2 });
    });
  });

  it('wants something to look for', async () => {
    await withDump(dumpFile(content), {}, async (dump) => {
      await expect(dump.search(searchFor(''))).rejects.toMatchObject({ code: 'query-empty' });
      await expect(dump.search(searchFor('港 tag:money'))).rejects.toMatchObject({
        code: 'query-needs-project',
        params: { field: 'tag', position: 2 },
      });
      await expect(dump.search(searchFor('in:annotations a'))).rejects.toMatchObject({
        code: 'query-needs-project',
      });
    });
  });

  it('takes the word of a project for what only that knows', async () => {
    await withDump(dumpFile(content), {}, async (dump) => {
      const holding = new Map([[0, { others: false, exceptions: Uint32Array.of(3, 5) }]]);
      expect(counted(await dump.search(searchFor('tag:money'), { holding }))).toEqual({ 3: 0, 5: 0 });
      expect(counted(await dump.search(searchFor('tag:money ああ'), { holding }))).toEqual({ 3: 2, 5: 2 });
      expect(counted(await dump.search(searchFor('tag:money 話5 OR 話399'), { holding }))).toEqual({
        5: 1,
        399: 1,
      });
      const unread = new Map([[0, { others: true, exceptions: Uint32Array.of(3) }]]);
      expect((await dump.search(searchFor('state:unread'), { holding: unread })).stories).toBe(399);
    });
  });

  it('can be given up, in the middle of a long story as well', async () => {
    await withDump(dumpFile(content), {}, async (dump: Dump) => {
      const gone = { signal: AbortSignal.abort(new Error('given up')) };
      await expect(dump.search(searchFor('港'), gone)).rejects.toThrow('given up');
    });
    const long = dumpFile(`${'湊の話 '.repeat(6_000_000)}\n`);
    await withDump(long, { rule: { kind: 'whole' } }, async (dump) => {
      const giving = new AbortController();
      const search = dump.search(searchFor('/(?:話|湊) .の(?:x|y|話) [^湊]/'), { signal: giving.signal });
      setTimeout(() => giving.abort(new Error('given up')), 50);
      await expect(search).rejects.toThrow('given up');
      // The thread is free for the next one long before it would have come to the end.
      expect((await dump.search(searchFor('ない'))).hits).toBe(0);
    });
  });
});
