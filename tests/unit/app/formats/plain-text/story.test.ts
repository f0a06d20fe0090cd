import { describe, expect, it } from 'vitest';
import { parseStory, storyHash } from '../../../../../app/formats/plain-text/plain-text.ts';
import { splitText } from '../../../../../app/formats/plain-text/split-text.ts';
import type { SplitRule } from '../../../../../app/formats/split-rule.ts';

const BYLINE = '— 湊ニュース (@minato_news) April 12, 2025';
const byline: SplitRule = { kind: 'byline' };

function segments(text: string, rule: SplitRule = byline): string[] {
  const story = parseStory(text, rule, { ordinal: 0, byteStart: 0, byteEnd: 0 });
  return story.segments.map(
    ({ kind, start, end }) => `${kind} ${story.text.slice(start, end).replaceAll('\n', '|')}`,
  );
}

describe('segments', () => {
  it.each<[string, string[], string[]]>([
    [
      'a lead that ends in a link is the whole post',
      ['港の話 https://t.co/a', BYLINE, '記事。', '続き。'],
      ['post 港の話 https://t.co/a', `byline ${BYLINE}`, 'article 記事。|続き。'],
    ],
    [
      'so is one that ends in hashtags',
      ['港の話 #港', BYLINE, '記事。'],
      ['post 港の話 #港', `byline ${BYLINE}`, 'article 記事。'],
    ],
    [
      'without an end the post is all there is',
      ['港の話', BYLINE, '本文。', '続き。'],
      ['post 港の話', `byline ${BYLINE}`, 'post 本文。|続き。'],
    ],
    [
      'a post ends with its link, other links do not end it',
      ['港の話', BYLINE, '詳しくは https://example.com/a', '終わり https://t.co/a', '記事。'],
      [
        'post 港の話',
        `byline ${BYLINE}`,
        'post 詳しくは https://example.com/a|終わり https://t.co/a',
        'article 記事。',
      ],
    ],
    [
      'a cut post is repeated in full',
      ['【港の話】', BYLINE, '市長は橋を直すと… https://t.co/a', '【港の話】', '市長は橋を直すと述べた。'],
      [
        'post 【港の話】',
        `byline ${BYLINE}`,
        'post 市長は橋を直すと… https://t.co/a',
        'repeat 【港の話】|市長は橋を直すと述べた。',
      ],
    ],
    [
      'also without its lead',
      ['【港の話】', BYLINE, '市長は橋を直すと… https://t.co/a', '市長は橋を直すと述べた。'],
      [
        'post 【港の話】',
        `byline ${BYLINE}`,
        'post 市長は橋を直すと… https://t.co/a',
        'repeat 市長は橋を直すと述べた。',
      ],
    ],
    [
      'and in another width',
      ['市長は２割増やすと…', BYLINE, '市長は2割増やすと述べた。'],
      ['post 市長は２割増やすと…', `byline ${BYLINE}`, 'repeat 市長は2割増やすと述べた。'],
    ],
    [
      'what does not repeat a cut post is an article',
      ['【港の話】', BYLINE, '市長は橋を… https://t.co/a', '知事は反対した。'],
      ['post 【港の話】', `byline ${BYLINE}`, 'post 市長は橋を… https://t.co/a', 'article 知事は反対した。'],
    ],
    [
      'a text in another language with the same times is a translation',
      [
        'The harbour at night',
        BYLINE,
        '(0:00) Ferries',
        '(4:12)… pic.twitter.com/a',
        '夜の港',
        '(0:00) 連絡船',
        '(4:12) 灯台',
      ],
      [
        'post The harbour at night',
        `byline ${BYLINE}`,
        'post (0:00) Ferries|(4:12)… pic.twitter.com/a',
        'translation 夜の港|(0:00) 連絡船|(4:12) 灯台',
      ],
    ],
    [
      'one with other numbers is an article',
      ['They paid 1,200 dollars on day 14 of 31 https://t.co/a', BYLINE, '市は9800円を77人に払った。'],
      [
        'post They paid 1,200 dollars on day 14 of 31 https://t.co/a',
        `byline ${BYLINE}`,
        'article 市は9800円を77人に払った。',
      ],
    ],
    [
      'a repeat may be followed by its translation',
      [
        'The mayor said he would…',
        BYLINE,
        'The mayor said he would repair 14 bridges.',
        '市長は14の橋を直すと述べた。',
      ],
      [
        'post The mayor said he would…',
        `byline ${BYLINE}`,
        'repeat The mayor said he would repair 14 bridges.',
        'translation 市長は14の橋を直すと述べた。',
      ],
    ],
    [
      'a label behind everything is the footer',
      ['港の話 #港', BYLINE, '記事。', '', '＃湊市（２５０４１２）'],
      ['post 港の話 #港', `byline ${BYLINE}`, 'article 記事。', 'footer ＃湊市（２５０４１２）'],
    ],
    ['a story may begin with its byline', [BYLINE, '本文。'], [`byline ${BYLINE}`, 'post 本文。']],
  ])('%s', (_law, lines, expected) => {
    expect(segments(lines.join('\n'))).toEqual(expected);
    expect(segments(lines.join('\r\n')).map((segment) => segment.replaceAll('\r', ''))).toEqual(expected);
  });

  it('without a byline are an article, or a post where there is one a line', () => {
    expect(segments('港の話\n\n続き', { kind: 'headings' })).toEqual(['article 港の話||続き']);
    expect(segments('港の話', { kind: 'lines' })).toEqual(['post 港の話']);
    expect(segments('---\n港の話\n---', { kind: 'separator', separator: '---' })).toEqual([
      'footer ---',
      'article 港の話',
      'footer ---',
    ]);
  });
});

describe('where a story begins', () => {
  it.each<[string, SplitRule, string[], string[]]>([
    ['at the line before its byline', byline, ['一', BYLINE, '本文', '二', BYLINE], ['一', '二']],
    [
      'at the block above its byline where a blank line parts it',
      byline,
      ['一', BYLINE, '', '二', '続き', BYLINE],
      ['一', '二'],
    ],
    [
      'also with a blank line between block and byline',
      byline,
      ['一', BYLINE, '本文', '', '二', '続き', '', BYLINE],
      ['一', '二'],
    ],
    ['at its byline where two stand in a row', byline, ['一', BYLINE, BYLINE, '本文'], ['一', BYLINE]],
    [
      'behind the label of the dump before',
      byline,
      ['一', BYLINE, '本文', '', '#湊(250411)', '二', BYLINE],
      ['一', '二'],
    ],
    [
      'at its heading',
      { kind: 'headings' },
      ['前書き', '# 一', '本文', '## 二'],
      ['前書き', '# 一', '## 二'],
    ],
    ['behind blank lines', { kind: 'blank-lines' }, ['', '一', '続き', '　', '\t', '二'], ['一', '二']],
    [
      'behind a separator, which ends the story before',
      { kind: 'separator', separator: '***' },
      ['***', '一', ' ***', '***', '', '二'],
      ['***', '二'],
    ],
    [
      'at a line that matches',
      { kind: 'pattern', pattern: '^\\d+\\.' },
      ['前書き', '1. 一', '本文', '2. 二'],
      ['前書き', '1. 一', '2. 二'],
    ],
  ])('%s', (_law, rule, lines, starts) => {
    const text = lines.join('\n');
    expect(splitText(text, rule).map(({ start }) => text.slice(start).split('\n')[0])).toEqual(starts);
  });
});

describe('a story', () => {
  it('has links, hashtags, media and lead of its own text, not of the footer', () => {
    const text = `🚨\n港の話 #港 https://t.co/a\n${BYLINE} https://x.example/1\n記事 https://t.co/a pic.twitter.com/b\n#湊市(250412)`;
    expect(parseStory(text, byline, { ordinal: 3, byteStart: 5, byteEnd: 9 })).toMatchObject({
      ordinal: 3,
      byteStart: 5,
      byteEnd: 9,
      lead: '港の話 #港 https://t.co/a',
      links: ['https://t.co/a', 'https://x.example/1'],
      hashtags: ['港'],
      media: ['pic.twitter.com/b'],
    });
  });

  it('is the same story with other line ends, blanks behind it, and another label', () => {
    const hash = (text: string) => storyHash(text, byline, (canonical) => [...canonical].reverse().join(''));
    const text = `一\n${BYLINE}\n本文`;
    for (const same of [
      text.replaceAll('\n', '\r\n'),
      `${text} 　`,
      `${text}\n\n#湊市(250412)`,
      `${text}\n#湊市(250413)`,
    ]) {
      expect(hash(same)).toBe(hash(text));
    }
    expect(hash(`${text}。`)).not.toBe(hash(text));
  });
});
