import { describe, expect, it } from 'vitest';
import type { GlossaryEntry } from '../../../../app/glossary/entry.ts';
import { checkPairs } from '../../../../app/translation/checks/check-pairs.ts';
import { findingsOf, translationOf } from './pairs.ts';

const whats = (...args: Parameters<typeof findingsOf>) => findingsOf(...args).map(({ what }) => what);

/** Right translations, as newsrooms write them. */
const FAITHFUL: readonly (readonly [string, string])[] = [
  ['The harbor fund spent $1.2 billion on the bridge.', '港湾基金は橋に12億ドルを費やした。'],
  ['The harbor fund spent $1.2 billion on the bridge.', '港湾基金は橋に12億ドル(約1812億円)を費やした。'],
  ['About 35,000 people were evacuated.', '約3万5000人が避難した。'],
  ['More than 3.2 million residents lost power.', '320万人以上の住民が停電の影響を受けた。'],
  ['Turnout fell by 12.5 percent.', '投票率は12.5%下がった。'],
  ['A third of the budget was cut.', '予算の3分の1が削られた。'],
  ['Eighty percent of the sand lies in the reserve.', '砂の8割は保護区の中にある。'],
  ['Between 3 and 5 percent of ships were late.', '船の3%から5%が遅れた。'],
  ['3 to 5 percent of ships were late.', '船の3〜5%が遅れた。'],
  ['It was the third storm this year.', '今年3番目の嵐だった。'],
  ['Dozens of boats were damaged, officials said.', '数十隻の船が損傷したと当局は述べた。'],
  ['The mayor said on Friday that work would start soon.', '市長は11日、工事が間もなく始まると述べた。'],
  ['The storm hit on March 3, 2025.', '嵐は2025年3月3日に襲った。'],
  ['The storm hit on March 3, 2025.', '嵐は令和7年3月3日に襲った。'],
  ['Spending rose 20 percent in 2024.', '支出は24年に20%増えた。'],
  ['Since 2014 the harbor has been closed.', '2014年以降、港は閉鎖されている。'],
  ['The city did not ask for money.', '市は資金を求めなかった。'],
  ['Nobody looked into the fund.', '基金を調べた者は誰もいない。'],
  ['The mayor refused to answer.', '市長は回答しなかった。'],
  ['The mayor denied it.', '市長はこれを否定した。'],
  ['Not only the harbor but also the market was flooded.', '港だけでなく市場も浸水した。'],
  ['The council must act now.', '議会はいま行動しなければならない。'],
  ['It may be too late.', '手遅れかもしれない。'],
  ['Few boats returned.', '戻った船は少なかった。'],
  ['Only three boats returned.', '戻った船は3隻しかなかった。'],
  ['“We will not leave,” the captain said.', '「われわれは去らない」と船長は語った。'],
  ['According to the harbor office, the gate was open.', '港湾局によると、門は開いていた。'],
  ['Marcus Vane: “The fund is a wallet.”', 'マーカス・ベイン氏：「基金は財布だ。」'],
  ['The ICA paid for the hotel.', '国際沿岸機構（ICA）がホテルの費用を払った。'],
  ['(9:37) Why the Ferry Deal Matters', '(9:37) 連絡船の契約が重要な理由'],
  ['The port handles 40 miles of coast.', '港は約64キロの海岸を受け持つ。'],
  ['Two weeks later the ferry returned.', '2週間後、連絡船は戻った。'],
  ['One of the mayor’s aides resigned.', '市長の側近の一人が辞任した。'],
  ['The 40-year-old captain won by 3 votes.', '40歳の船長は3票差で勝った。'],
  ['He turned down the offer without comment.', '彼は理由を述べずに申し出を断った。'],
  ['The tower is 333 meters high.', '塔の高さは333メートルだ。'],
  [
    'Ships from 32 countries, including MiG-31 carriers, took part.',
    'MiG-31の運搬船を含む32カ国の船が参加した。',
  ],
  ['Read more: https://example.org/a/2025/7 #harbor', '続きはこちら https://example.org/a/2025/7 #harbor'],
  ['It is unclear who owns the hotel.', 'ホテルの所有者は明らかになっていない。'],
  ['Hundreds of thousands marched.', '数十万人が行進した。'],
  ['Sales doubled to 5 trillion yen.', '売上高は2倍の5兆円になった。'],
  ['The plan lacks detail.', '計画には具体性がない。'],
];

/** The same the other way round. */
const INTO_ENGLISH: readonly (readonly [string, string])[] = [
  ['改修費は総額480億円にのぼる。', 'The repairs will cost 48 billion yen in total.'],
  ['三百二十万人が避難した。', 'Some 3.2 million people were evacuated.'],
  ['令和7年4月12日に開かれた。', 'It was held on April 12, 2025.'],
  ['砂利の8割は禁漁区にある。', 'Four-fifths of the gravel lies in the no-fishing zone.'],
  ['市長は「県庁へは行かない」と話した。', 'The mayor said, “I will not go to the prefectural office.”'],
  ['議会は説明しなければならない。', 'The council has to explain itself.'],
  ['けが人はいないという。', 'Nobody was hurt, officials said.'],
  ['観光客は38%減った。', 'The number of visitors fell by 38 percent.'],
  ['連絡船は3週間で戻る見通しだ。', 'The ferry is expected back in three weeks.'],
];

describe('a right translation is left alone', () => {
  it.each(FAITHFUL)('%s => %s', (...pair) => {
    expect(findingsOf([pair])).toEqual([]);
  });
  it.each(INTO_ENGLISH)('%s => %s', (...pair) => {
    expect(findingsOf([pair], ['ja', 'en'])).toEqual([]);
  });
  it('also where the original was cut', () => {
    const cut: [string, string][] = [
      ['(0:00) The Fund', '(0:00) 基金'],
      ['(4:12)… pic.example.org/a', '(4:12) 市長は120億ドルを求めていないと述べた'],
      ['', '(9:37) 連絡船の契約'],
    ];
    expect(findingsOf(cut)).toEqual([]);
  });
});

const WRONG: readonly (readonly [string, string, string[]])[] = [
  ['It costs $1.2 billion.', '120億ドルかかる。', ['number-times']],
  ['It costs $1.2 billion.', '12億円かかる。', ['unit-differs']],
  ['It costs $1.2 billion.', '13億ドルかかる。', ['number-differs']],
  ['About 3,500 people came.', '約3万5000人が来た。', ['number-times']],
  ['It killed 40 people.', '人々が亡くなった。', ['number-missing']],
  ['It killed people.', '40人が亡くなった。', ['number-added']],
  ['It rose 5 percentage points.', '5%上がった。', ['unit-differs']],
  ['It rose 30 percent.', '3割5分上がった。', ['number-differs']],
  ['3 to 5 percent of ships were late.', '船の3〜6%が遅れた。', ['number-differs']],
  ['It was the third storm.', '2番目の嵐だった。', ['number-differs']],
  ['The storm hit on March 3, 2025.', '嵐は2025年3月4日に襲った。', ['date-differs']],
  ['The storm hit on March 3, 2025.', '嵐は令和6年3月3日に襲った。', ['date-differs']],
  ['The storm hit in October 2024.', '嵐が襲った。', ['date-missing']],
  ['The storm hit.', '嵐は2024年10月に襲った。', ['date-added']],
  ['The storm hit in 2020.', '嵐は平成32年に襲った。', ['not-in-era']],
  ['Mayor Hayase Did Not Ask for the Money', '早瀬市長は資金を求めた', ['negation-dropped']],
  ['The fund was never audited.', '基金は監査を受けていた。', ['negation-dropped']],
  ['The mayor asked for the money.', '市長は資金を求めなかった。', ['negation-added']],
  ['“The fund is a wallet,” he said.', '基金は財布だと彼は述べた。', ['quotes-lost']],
  ['The fund is a wallet.', '基金は「財布」だ。', ['quotes-added']],
  ['The gate was open, according to the harbor office.', '門は開いていた。', ['attribution-lost']],
  ['The gate was open.', '港湾局によると門は開いていた。', ['attribution-added']],
  [
    'The fund is the private wallet of the mayor.',
    '基金は the private wallet of the mayor だ。',
    ['untranslated'],
  ],
  ['The gate was open.', '', ['sentence-missing']],
  ['', '門は開いていた。', ['sentence-added']],
];

describe('a wrong translation is pointed out', () => {
  it.each(WRONG)('%s => %s', (original, translation, expected) => {
    expect(whats([[original, translation]])).toEqual(expected);
  });

  it.each([
    ['市長は資金を求めていない。', 'The mayor asked for the money.', ['negation-dropped']],
    ['12億円かかる。', 'It costs $1.2 billion.', ['unit-differs']],
    ['港湾局によると門は開いていた。', 'The gate was open.', ['attribution-lost']],
    ['橋は千鳥島にある。', 'The bridge is on 千鳥島の北側.', ['untranslated']],
  ] as const)('%s => %s', (original, translation, expected) => {
    expect(whats([[original, translation]], ['ja', 'en'])).toEqual(expected);
  });
});

describe('findings', () => {
  it('say where on both sides', () => {
    const made = translationOf([['👩‍🔬 It costs $1.2 billion.', '👩‍🔬 120億ドルかかる。']]);
    const [found] = checkPairs(made, { glossary: [], off: new Set() });
    const words = (range: { start: number; end: number } | null | undefined) =>
      range && made.text.slice(range.start, range.end);
    expect(words(found?.original)).toBe('$1.2 billion');
    expect(words(found?.translation)).toBe('120億ドル');
    expect(found).toMatchObject({ note: 'mistranslation', params: { factor: 10, direction: 'more' } });
  });

  it('have the same id wherever the sentences stand', () => {
    const pair = ['It costs $1.2 billion.', '120億ドルかかる。'] as const;
    const alone = findingsOf([pair]);
    const later = findingsOf([['The sun rose.', '日が昇った。'], pair]);
    expect(later.map(({ id }) => id)).toEqual(alone.map(({ id }) => id));
    expect(later[0]?.original).not.toEqual(alone[0]?.original);
  });

  it('are told apart, though they are about one sentence', () => {
    const found = findingsOf([['It costs $1 and €2.', '3ドルと4ユーロかかる。']]);
    expect(found).toHaveLength(2);
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
  });

  it('of a check that is turned off are none', () => {
    const off = new Set(['numbers'] as const);
    expect(findingsOf([['It costs $1.2 billion.', '120億ドルかかる。']], undefined, { off })).toEqual([]);
  });

  it('do not tell of a number that has only moved to the next sentence', () => {
    expect(
      findingsOf([
        ['It costs $1.2 billion. It is late.', '遅れている。'],
        ['The bridge is long.', '橋は長く、12億ドルかかる。'],
      ]),
    ).toEqual([]);
  });
});

describe('the glossary', () => {
  const entry = (source: string, target: string, variants: string[] = []): GlossaryEntry => ({
    id: source,
    source,
    sourceLang: 'en',
    target,
    targetLang: 'ja',
    variants,
    note: '',
  });
  const glossary = [
    entry('Whitlock', 'ウィットロック', ['ホイットロック']),
    entry('Vane', 'ベイン'),
    entry('harbor fund', '港湾基金'),
    entry('ICA', '国際沿岸機構'),
    entry('Viktor', 'ヴィクトル'),
  ];
  const look = (original: string, translation: string) =>
    findingsOf([[original, translation]], undefined, { glossary }).map(({ what, params, suggestion }) => [
      what,
      params.found ?? params.source,
      suggestion,
    ]);

  it.each([
    ['Dana Whitlock left.', 'デイナ・ウィットロックは去った。'],
    ['Dana Whitlock left.', 'デイナ・ホイットロックは去った。'],
    ['Dana Whitlock left.', 'デイナ・ｳｨｯﾄﾛｯｸは去った。'],
    ['The Harbor Fund paid.', '港湾基金が払った。'],
    ['A tropical fruit.', '熱帯の果物。'],
    ['The weather vaned.', '風が変わった。'],
  ])('is kept to: %s => %s', (original, translation) => {
    expect(look(original, translation)).toEqual([]);
  });

  it('points out another spelling in katakana', () => {
    expect(look('Viktor left.', 'ビクトルは去った。')).toEqual([['term-variant', 'ビクトル', 'ヴィクトル']]);
    expect(look('Vane left.', 'ベーインは去った。')).toEqual([['term-variant', 'ベーイン', 'ベイン']]);
  });

  it('points out a wording that is not the one agreed on', () => {
    expect(look('The harbor fund paid.', '港の財団が払った。')).toEqual([
      ['term-missing', 'harbor fund', '港湾基金'],
    ]);
  });

  it('is read the other way round as well', () => {
    const found = findingsOf([['港湾基金が払った。', 'The port foundation paid.']], ['ja', 'en'], {
      glossary,
    });
    expect(found.map(({ suggestion }) => suggestion)).toEqual(['harbor fund']);
  });
});
