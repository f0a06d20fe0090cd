import type { Project } from '../../../../app/project.ts';
import { type Story, storyKey } from '../../../../app/story.ts';
import { AT, anchorOf, DUMP, evidenceOf, projectOf, refOf, storyFrom } from './support.ts';

/** A fictional desk's project with one of everything, overlaps included, for the tests and for looking at. */
export function example(): { project: Project; stories: Story[] } {
  const bridge = storyFrom({
    id: 'bridge',
    ordinal: 0,
    publishedAt: '2025-02-27T10:30',
    links: ['https://minato.example/news/bridge', 'https://minato.example/bridge?id=1&page=2'],
    parts: [
      {
        kind: 'post',
        text: '【速報】港大橋の修復費、200億ドル(約3兆303億円)に 🚢 https://minato.example/news/bridge',
      },
      { kind: 'byline', text: '— みなと新報 (@minato_shimpo) February 27, 2025' },
      {
        kind: 'article',
        text: '港湾局は27日、港大橋の修復費が当初見込みの3倍に当たる200億ドルに上ると発表した。市長は「全額を国が負担する」と述べた。\n\n専門家の多くは、この見積もりを過大だと指摘している。橋は1962年に完成し、1日に約12万台が通行する。',
      },
      { kind: 'repeat', text: '【速報】港大橋の修復費、200億ドル(約3兆303億円)に 🚢' },
    ],
  });
  const ferry = storyFrom({
    id: 'ferry',
    ordinal: 1,
    lang: 'en',
    source: { name: 'The Harbour Ledger (World)', handle: 'harbourledger' },
    publishedAt: '2025-02-28',
    links: ['https://ledger.example/ferry'],
    parts: [
      {
        kind: 'post',
        text: 'Dana Brook: “The ferry is not effectively a private club. It carried 41,000 people last year, and not one of them was refused.”',
      },
      { kind: 'byline', text: '— The Harbour Ledger (World) (@harbourledger) February 28, 2025' },
      { kind: 'post', text: '(0:00) The Ferry Rabbit Hole\n(5:29) Who Pays for the Pier?' },
      {
        kind: 'translation',
        lang: 'ja',
        text: 'ダナ・ブルック氏:「フェリーは事実上、会員制クラブだ。昨年は4100人を運び、断られた人は一人もいない。」\n(0:00) フェリーの落とし穴\n(5:29) 桟橋の費用は誰が払うのか?',
      },
    ],
  });
  const gone = storyFrom({
    id: 'gone',
    ordinal: 2,
    source: { name: '北港タイムズ', handle: null },
    publishedAt: null,
    parts: [{ kind: 'post', text: '灯台は今年中に取り壊される見通しだ。' }],
  });
  const story = (value: Story) => storyKey(DUMP, value.id);
  const signed = { createdAt: AT, createdBy: '佐伯 澪' };
  const project = projectOf({
    stories: [bridge, ferry, gone].map((value) => refOf(value)),
    tags: [
      {
        id: 'tag-money',
        name: '金額',
        colour: 'orange',
        parentId: null,
        description: '金額と換算',
        examples: [],
        shortcut: '',
        order: '',
      },
      {
        id: 'tag-rate',
        name: '為替換算',
        colour: 'yellow',
        parentId: 'tag-money',
        description: '',
        examples: [],
        shortcut: '',
        order: '',
      },
      {
        id: 'tag-quote',
        name: '発言',
        colour: 'sky',
        parentId: null,
        description: '人の発言をそのまま引いたもの',
        examples: [],
        shortcut: '',
        order: '',
      },
    ],
    claims: [
      {
        id: 'claim-cost',
        storyKey: story(bridge),
        anchors: [
          anchorOf(bridge, '修復費、200億ドル(約3兆303億円)'),
          anchorOf(bridge, '当初見込みの3倍に当たる200億ドルに上る'),
        ],
        wording: '港大橋の修復費は200億ドルである。',
        claimant: '港湾局',
        ratingId: 'mostly-accurate',
        verdicts: [],
        carriedFrom: null,
        rationale: [
          {
            kind: 'paragraph',
            children: [
              { text: '発表資料の総額は' },
              { text: '198億ドル', bold: true },
              { text: '。端数を切り上げている。' },
            ],
          },
          {
            kind: 'quote',
            children: [{ text: '総事業費 198億4000万ドル(港湾局資料 12ページ)', italic: true }],
          },
          {
            kind: 'list',
            ordered: false,
            items: [
              [{ text: '当初見込みは66億ドル' }],
              [
                { text: '資料は' },
                { text: '公開', href: 'https://port.example/doc' },
                { text: 'されている' },
              ],
            ],
          },
        ],
        evidence: [
          evidenceOf({
            id: 'evidence-1',
            title: '港大橋修復計画(改訂版)',
            url: 'https://port.example/plan.pdf',
            archiveUrl: 'https://archive.example/20250228/https://port.example/plan.pdf',
            publisher: '港湾局',
            publishedAt: '2025-02-27',
            quote: '総事業費は198億4000万ドルを見込む。',
            file: { name: 'plan.pdf', sha256: '0123456789abcdef'.repeat(4) },
          }),
          evidenceOf({
            id: 'evidence-2',
            stance: 'context',
            title: '過去の修復費の推移',
            url: 'https://port.example/history',
            publisher: '港湾統計年報',
            publishedAt: '2024',
          }),
        ],
        ...signed,
      },
      {
        id: 'claim-rate',
        storyKey: story(bridge),
        anchors: [anchorOf(bridge, '200億ドル(約3兆303億円)')],
        wording: '200億ドルは約3兆303億円に相当する。',
        claimant: 'みなと新報',
        ratingId: 'accurate',
        verdicts: [],
        carriedFrom: null,
        rationale: [
          { kind: 'paragraph', children: [{ text: '1ドル151.515円の換算で、当日の相場の範囲にある。' }] },
        ],
        evidence: [],
        ...signed,
      },
      {
        id: 'claim-state',
        storyKey: story(bridge),
        anchors: [anchorOf(bridge, '全額を国が負担する')],
        wording: '修復費は全額を国が負担する。',
        claimant: '市長',
        ratingId: 'false',
        verdicts: [],
        carriedFrom: null,
        rationale: [{ kind: 'paragraph', children: [{ text: '予算案での国の負担は3分の2。' }] }],
        evidence: [
          evidenceOf({
            id: 'evidence-3',
            stance: 'refutes',
            title: '令和7年度予算案',
            url: 'https://treasury.example/r7',
            publisher: '財務庁',
            publishedAt: '2025-01-20',
          }),
        ],
        ...signed,
      },
      {
        id: 'claim-experts',
        storyKey: story(bridge),
        anchors: [anchorOf(bridge, '専門家の多くは、この見積もりを過大だと指摘している')],
        wording: '専門家の多くが見積もりを過大だと見ている。',
        claimant: 'みなと新報',
        ratingId: 'unsubstantiated',
        verdicts: [],
        carriedFrom: null,
        rationale: [],
        evidence: [],
        ...signed,
      },
      {
        id: 'claim-club',
        storyKey: story(ferry),
        anchors: [anchorOf(ferry, 'It carried 41,000 people last year')],
        wording: 'The ferry carried 41,000 people in 2024.',
        claimant: 'Dana Brook',
        ratingId: null,
        verdicts: [],
        carriedFrom: null,
        rationale: [],
        evidence: [],
        ...signed,
      },
      {
        id: 'claim-tower',
        storyKey: story(gone),
        anchors: [anchorOf(gone, '今年中に取り壊される')],
        wording: '灯台は今年中に取り壊される。',
        claimant: '',
        ratingId: 'reserved',
        verdicts: [],
        carriedFrom: null,
        rationale: [],
        evidence: [],
        ...signed,
      },
    ],
    taggings: [
      {
        id: 'tagging-1',
        tagId: 'tag-rate',
        memo: '',
        storyKey: story(bridge),
        anchor: anchorOf(bridge, '約3兆303億円'),
        ...signed,
      },
      {
        id: 'tagging-2',
        tagId: 'tag-quote',
        memo: '',
        storyKey: story(bridge),
        anchor: anchorOf(bridge, '市長は「全額を国が負担する」と述べた'),
        ...signed,
      },
      { id: 'tagging-3', tagId: 'tag-money', memo: '', storyKey: story(bridge), anchor: null, ...signed },
    ],
    notes: [
      {
        id: 'note-negation',
        storyKey: story(ferry),
        kind: 'mistranslation',
        original: anchorOf(ferry, 'is not effectively a private club'),
        translation: anchorOf(ferry, '事実上、会員制クラブだ'),
        comment: [
          {
            kind: 'paragraph',
            children: [
              { text: '否定が落ちて、意味が' },
              { text: '逆', bold: true },
              { text: 'になっている。' },
            ],
          },
        ],
        suggestion: '事実上の会員制クラブではない',
        ...signed,
      },
      {
        id: 'note-number',
        storyKey: story(ferry),
        kind: 'mistranslation',
        original: anchorOf(ferry, '41,000 people'),
        translation: anchorOf(ferry, '4100人'),
        comment: [],
        suggestion: '4万1000人',
        ...signed,
      },
      {
        id: 'note-world',
        storyKey: story(ferry),
        kind: 'omission',
        original: anchorOf(ferry, 'Rabbit Hole'),
        translation: null,
        comment: [{ kind: 'paragraph', children: [{ text: '「深み」の含みがない。' }] }],
        suggestion: '',
        ...signed,
      },
    ],
    judgements: [
      {
        id: 'judgement-club',
        storyKey: story(ferry),
        original: anchorOf(ferry, 'The ferry is not effectively a private club.'),
        translation: anchorOf(ferry, 'フェリーは事実上、会員制クラブだ。'),
        fidelity: 'wrong',
        comment: '否定が落ちている。',
        by: '佐伯 澪',
        at: AT,
      },
      {
        id: 'judgement-hole',
        storyKey: story(ferry),
        original: anchorOf(ferry, '(0:00) The Ferry Rabbit Hole'),
        translation: anchorOf(ferry, '(0:00) フェリーの落とし穴'),
        fidelity: 'faithful',
        comment: '',
        by: '',
        at: AT,
      },
    ],
    alignments: [
      {
        storyKey: story(ferry),
        pairs: [{ original: [quotedIn(ferry, '(0:00) The Ferry Rabbit Hole')], translation: [] }],
        by: '佐伯 澪',
        at: AT,
      },
    ],
    reviews: [
      { storyKey: story(bridge), state: 'signed-off', by: '佐伯 澪', at: AT, why: '', past: [] },
      { storyKey: story(ferry), state: 'in-progress', by: 'T. Okabe', at: AT, why: '', past: [] },
    ],
  });
  return { project, stories: [bridge, ferry] };
}

function quotedIn(story: Story, quote: string) {
  const { start, end } = anchorOf(story, quote);
  return { start, end, quote };
}
