import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseByline } from '../../../../../app/formats/plain-text/byline.ts';
import { guessRule } from '../../../../../app/formats/plain-text/guess.ts';
import { storyHash } from '../../../../../app/formats/plain-text/plain-text.ts';
import { linksIn } from '../../../../../app/text/marks.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a byline whose date is not read', () => {
  it.each([
    '9. Februar 2025',
    '02/09/25',
    'Feb 8',
    '2月8日',
    '2h',
    '3時間前',
    '8.2.2025',
    '10:30 AM · Feb 9 · 12.3K Views',
  ])('is a byline still: %s', (date) => {
    expect(parseByline(`— 湊日報 (@minato_nippo) ${date}`)?.source.handle).toBe('minato_nippo');
  });

  it.each(['は8日、橋を閉じると述べた', 'said on 8 occasions that nothing would change', '「8億円だ」'])(
    'is not taken for a sentence that begins like one: %s',
    (words) => {
      expect(parseByline(`— 湊日報 (@minato_nippo) ${words}`)).toBeNull();
    },
  );

  it('is read when the post was edited', () => {
    for (const tail of ['(edited)', '· Last edited Feb 9, 2025', '編集済み']) {
      expect(parseByline(`— 湊日報 (@minato_nippo) February 8, 2025 ${tail}`)?.publishedAt).toBe(
        '2025-02-08',
      );
    }
  });
});

it('articles with a paragraph a line are parted by their blank lines', () => {
  const article = (n: number) =>
    Array.from({ length: 10 }, (_, line) => `第${n}報の${line}段落目。市は理由を述べなかった。`).join('\n');
  expect(guessRule([1, 2, 3, 4, 5, 6].map(article).join('\n\n'))).toEqual({ kind: 'blank-lines' });
});

describe('hostile text', () => {
  it('that is all rules is guessed at once', () => {
    expect(guessRule('---\n'.repeat(65_536)).kind).toBe('lines');
  });

  it('of many short lines has no limit', () => {
    expect(guessRule('a\n'.repeat(140_000)).kind).toBe('lines');
  });

  it('with many brackets behind a link gives the link', () => {
    expect(linksIn(`https://a.example/x_(y)${')'.repeat(60_000)}`)).toEqual(['https://a.example/x_(y)']);
  });
});

it('a story that was saved again with blank lines between its paragraphs is the same story', () => {
  const lines = [
    '湊大橋、来春閉鎖へ https://t.co/aB3dE5fG7h',
    '— 湊日報 (@minato_nippo) April 12, 2025',
    '一段落。',
    '二段落。',
  ];
  const rule = { kind: 'byline' } as const;
  expect(storyHash(lines.join('\n\n'), rule, sha256)).toBe(storyHash(lines.join('\n'), rule, sha256));
  expect(storyHash(lines.join('\r\n'), rule, sha256)).toBe(storyHash(lines.join('\n'), rule, sha256));
});
