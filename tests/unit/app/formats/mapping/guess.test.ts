import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../../../app/formats/mapping/columns.ts';
import { guessMapping } from '../../../../../app/formats/mapping/guess.ts';

const NONE = { id: null, title: null, name: null, handle: null, date: null, lang: null, link: null };
const many = (record: (n: number) => unknown) => Array.from({ length: 5 }, (_, n) => record(n));

describe('the columns of records', () => {
  it('are all that hold values, with the first one as an example and how many have one', () => {
    const samples = [
      {
        id: 1,
        user: { name: '湊 花' },
        tags: ['港', '橋'],
        parts: [{ text: 'a\nb' }, { text: 'c' }],
        none: null,
      },
      { id: 2, user: { name: ' ' }, tags: [], extra: true },
    ];
    expect(columnsOf(samples)).toEqual([
      { path: ['id'], example: '1', filled: 1 },
      { path: ['user', 'name'], example: '湊 花', filled: 0.5 },
      { path: ['tags'], example: '港', filled: 0.5 },
      { path: ['parts', '*', 'text'], example: 'a b', filled: 0.5 },
      { path: ['extra'], example: 'true', filled: 0.5 },
    ]);
  });

  it('may be called anything', () => {
    const record = JSON.parse('{"__proto__":"a","constructor":"b","":"c"}');
    expect(columnsOf([record]).map(({ path }) => path)).toEqual([['__proto__'], ['constructor'], ['']]);
    expect(columnsOf([{}])).toEqual([]);
  });
});

describe('the guess of what columns hold', () => {
  it('goes by names that posts have', () => {
    const samples = many((n) => ({
      id: 1890000000000000000 + n * 1000,
      id_str: `189000000000000012${n}`,
      created_at: 'Sat Feb 08 10:30:05 +0000 2025',
      full_text: `The bridge at Minato ${n} opens on Monday`,
      lang: 'en',
      source: '<a href="https://app.example">Minato for Web</a>',
      user: {
        id: 7,
        name: '湊新報',
        screen_name: 'minato_np',
        description: 'All about the harbour, the bridge and us',
      },
      retweet_count: 3,
    }));
    expect(guessMapping(samples)).toEqual({
      ...NONE,
      text: [['full_text']],
      id: ['id_str'],
      name: ['user', 'name'],
      handle: ['user', 'screen_name'],
      date: ['created_at'],
      lang: ['lang'],
    });
  });

  it('goes by Japanese names', () => {
    const samples = many((n) => ({
      番号: String(n),
      投稿日時: '2025年2月8日 10:30',
      媒体名: '湊新報',
      見出し: '湊大橋が開通',
      本文: `湊大橋は${n}日に開通した。市長が式典に出席した。`,
      言語: '日本語',
      記事URL: `https://minato.example/${n}`,
    }));
    expect(guessMapping(samples)).toEqual({
      text: [['本文']],
      id: ['番号'],
      title: ['見出し'],
      name: ['媒体名'],
      handle: null,
      date: ['投稿日時'],
      lang: ['言語'],
      link: ['記事URL'],
    });
  });

  it('goes by values where names tell nothing', () => {
    const samples = many((n) => ({
      c1: `k${n % 2}`,
      c2: `2025-02-0${n + 1}T10:30:00Z`,
      c3: `The council of Minato met for the ${n}th time, said the mayor.`,
      c4: `https://minato.example/${n}`,
      c5: '@minato_np',
      c6: 'en',
    }));
    expect(guessMapping(samples)).toEqual({
      ...NONE,
      text: [['c3']],
      date: ['c2'],
      link: ['c4'],
      handle: ['c5'],
      lang: ['c6'],
    });
  });

  it('takes a claim and who is said to have made it', () => {
    const [sample] = many(() => ({
      '@type': 'ClaimReview',
      claimReviewed: 'The bridge of Minato cost twice as much as planned.',
      author: { '@type': 'Organization', name: '湊ファクトチェック', url: 'https://check.example' },
      url: 'https://check.example/1',
      datePublished: '2025-02-08',
      reviewRating: { ratingValue: 1, alternateName: 'False' },
    }));
    expect(guessMapping([sample])).toMatchObject({
      text: [['claimReviewed']],
      name: ['author', 'name'],
      date: ['datePublished'],
      link: ['url'],
    });
  });

  it('believes no name against the values', () => {
    const samples = many((n) => ({
      text: `Words of the harbour master, number ${n}`,
      id: 'same for all',
      date: 'soon',
      url: 'none',
      lang: 'c++',
      image_url: `https://img.example/${n}.png`,
    }));
    expect(guessMapping(samples)).toEqual({ ...NONE, text: [['text']] });
  });

  it('takes nothing that a list in a record holds for the record’s own', () => {
    const samples = many((n) => ({
      text: 'Two names stand here',
      entities: [{ id: n, label: 'ORG', created_at: '2025-02-08' }],
    }));
    expect(guessMapping(samples)).toEqual({ ...NONE, text: [['text']] });
  });

  it('finds no text in settings and figures, unless any will do', () => {
    expect(
      guessMapping([{ compilerOptions: { target: 'es2024', strict: true }, include: ['.'] }]),
    ).toBeNull();
    expect(guessMapping([{ a: '{"name": "of the data in it"}' }])).toBeNull();
    expect(guessMapping([])).toBeNull();
    expect(guessMapping([{ a: '1', b: '22' }], true)).toEqual({ ...NONE, text: [['b']] });
    expect(guessMapping([], true)).toBeNull();
  });
});
