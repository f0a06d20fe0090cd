import { describe, expect, it } from 'vitest';
import { parseByline } from '../../../../../app/formats/plain-text/byline.ts';

const minato = { name: '湊ニュース', handle: 'minato_news' };

describe('parseByline', () => {
  it.each(['—', '–', '―', '─', '——', '--', '-', 'ー', '&mdash;', '&ndash;', '&#8212;', '&#x2014;'])(
    'begins with %s',
    (dash) => {
      expect(parseByline(`${dash} 湊ニュース (@minato_news) April 12, 2025`)).toMatchObject({
        source: minato,
        publishedAt: '2025-04-12',
      });
    },
  );

  it.each([
    ['  — 湊ニュース (@minato_news) April 12, 2025', minato, '2025-04-12', 'day'],
    ['　—湊ニュース（@minato_news）2025年4月12日', minato, '2025-04-12', 'day'],
    ['— 湊ニュース (＠minato_news) 2025/4/12', minato, '2025-04-12', 'day'],
    ['— 湊ニュース（＠ｍｉｎａｔｏ＿ｎｅｗｓ） ２０２５年４月１２日', minato, '2025-04-12', 'day'],
    ['— 湊ニュース (@minato_news) 2025年4月12日(土) 午後3:15', minato, '2025-04-12T15:15', 'minute'],
    ['— 湊ニュース (@minato_news) 10:30 AM · Apr 12, 2025', minato, '2025-04-12T10:30', 'minute'],
    ['— 湊ニュース (@minato_news) 令和7年4月12日', minato, '2025-04-12', 'day'],
    [
      '— 早瀬一郎(Ichiro Hayase) (@hayase) 12 April 2025',
      { name: '早瀬一郎(Ichiro Hayase)', handle: 'hayase' },
      '2025-04-12',
      'day',
    ],
    ['— A (@b) (@c) April 12, 2025', { name: 'A (@b)', handle: 'c' }, '2025-04-12', 'day'],
    [
      '— Shio (@shio@mastodon.example) April 12, 2025',
      { name: 'Shio', handle: 'shio@mastodon.example' },
      '2025-04-12',
      'day',
    ],
    [
      '— Shio (@shio.example.social) 2025-04-12',
      { name: 'Shio', handle: 'shio.example.social' },
      '2025-04-12',
      'day',
    ],
    ['— (@minato_news) April 12, 2025', { name: 'minato_news', handle: 'minato_news' }, '2025-04-12', 'day'],
    ['— 湊ニュース (@minato_news)', minato, null, 'none'],
  ])('reads %s', (line, source, publishedAt, precision) => {
    expect(parseByline(line)).toEqual({ source, publishedAt, precision, links: [] });
  });

  it.each([
    '— 湊ニュース (@minato_news) April 12, 2025 https://x.com/minato_news/status/1',
    '&mdash; 湊ニュース (@minato_news) <a href="https://x.com/minato_news/status/1">April 12, 2025</a>',
    '— 湊ニュース (@minato_news) [April 12, 2025](https://x.com/minato_news/status/1)',
  ])('takes the address of the post from %s', (line) => {
    expect(parseByline(line)).toMatchObject({
      source: minato,
      publishedAt: '2025-04-12',
      links: ['https://x.com/minato_news/status/1'],
    });
  });

  it.each([
    '',
    '湊ニュース (@minato_news) April 12, 2025',
    '- 湊ニュース (@minato_news)',
    '- buy milk',
    '— 湊ニュース April 12, 2025',
    '— I asked Hayase (@hayase) about the bridge on April 12, 2025',
    `— ${'長'.repeat(600)} (@minato_news) April 12, 2025`,
  ])('is not %s', (line) => {
    expect(parseByline(line)).toBeNull();
  });
});
