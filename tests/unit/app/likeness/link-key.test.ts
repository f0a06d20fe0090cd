import { describe, expect, it } from 'vitest';
import { isFrontPage, linkKey } from '../../../../app/likeness/link-key.ts';

describe('links to the same page', () => {
  it.each([
    ['https://www.minato.example/news/bridge', 'http://minato.example/news/bridge/'],
    ['https://m.minato.example/news/bridge?utm_source=x&fbclid=1', 'https://minato.example/news/bridge#top'],
    ['https://amp.minato.example/news/bridge', 'https://minato.example/news/bridge/amp/'],
    ['https://minato.example/amp/news/bridge', 'https://MINATO.example:443/news//bridge'],
    ['https://minato.example/a?b=2&a=1', 'https://minato.example/a?a=1&b=2&amp'],
    ['https://minato.example/news/index.html', 'https://minato.example/news'],
  ])('%s and %s', (one, other) => {
    expect(linkKey(one)).toBe(linkKey(other));
  });

  it.each([
    ['https://minato.example/news/bridge', 'https://minato.example/news/ferry'],
    ['https://minato.example/a?id=1', 'https://minato.example/a?id=2'],
    ['https://t.co/AbC', 'https://t.co/aBc'],
    ['https://m.example/a', 'https://n.example/a'],
  ])('but not %s and %s', (one, other) => {
    expect(linkKey(one)).not.toBe(linkKey(other));
  });

  it('are told from front pages and from what is no link', () => {
    expect(isFrontPage(linkKey('https://www.minato.example/') as string)).toBe(true);
    expect(isFrontPage(linkKey('https://www.minato.example/?p=3') as string)).toBe(false);
    expect(linkKey('mailto:a@minato.example')).toBeNull();
  });
});
