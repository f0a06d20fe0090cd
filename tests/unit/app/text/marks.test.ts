import { describe, expect, it } from 'vitest';
import { hashtagsIn, linksIn, mediaIn, withoutMarksAtEnd } from '../../../../app/text/marks.ts';

describe('linksIn', () => {
  it.each([
    ['港の話https://t.co/abc #港', ['https://t.co/abc']],
    ['https://t.co/abcを見る', ['https://t.co/abc']],
    [
      '(https://example.com/a_(b)) と https://example.com/c.',
      ['https://example.com/a_(b)', 'https://example.com/c'],
    ],
    ['https://t.co/aahttps://t.co/bb', ['https://t.co/aa', 'https://t.co/bb']],
    ['https://t.co/a https://t.co/a', ['https://t.co/a']],
    ['pic.twitter.com/xyz', []],
    ["https://t.co/abc's https://t.co/abc-", ['https://t.co/abc']],
    [
      'https://web.archive.org/web/20250208103000/https://minato.example/a',
      ['https://web.archive.org/web/20250208103000/https://minato.example/a'],
    ],
    [
      'https://minato.example/?url=https://kita.example/',
      ['https://minato.example/?url=https://kita.example/'],
    ],
    ['http://minato http://湊.example http://192.168.0.1/a', ['http://192.168.0.1/a']],
  ])('finds in %s', (text, links) => {
    expect(linksIn(text)).toEqual(links);
  });
});

describe('hashtagsIn', () => {
  it.each([
    ['#港 ＃湊市 #minato_news', ['港', '湊市', 'minato_news']],
    ['(#港)', ['港']],
    ['#みなと・まつり2025！', ['みなと・まつり2025']],
    ['#2025 #️⃣ a#b https://example.com/#top', []],
    ['#港(250412)', ['港']],
    ['#みなと〜きた #北～南 #1・2', ['みなと〜きた', '北～南']],
  ])('finds in %s', (text, tags) => {
    expect(hashtagsIn(text)).toEqual(tags);
  });
});

it('finds media marks', () => {
  expect(mediaIn('見る pic.twitter.com/AbC12 pic.x.com/9 pic.example.com/1')).toEqual([
    'pic.twitter.com/AbC12',
    'pic.x.com/9',
  ]);
});

describe('withoutMarksAtEnd', () => {
  it.each([
    ['本文… https://t.co/a pic.twitter.com/b', '本文…'],
    ['本文 #港 #湊', '本文'],
    ['本文(4月1日)https://t.co/a #港　', '本文(4月1日)'],
    ['#港 の本文', '#港 の本文'],
    ['https://t.co/a', ''],
    ['番号#1', '番号#1'],
  ])('leaves of %s', (line, rest) => {
    expect(withoutMarksAtEnd(line)).toBe(rest);
  });
});
