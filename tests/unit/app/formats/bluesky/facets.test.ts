import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { facetsOf } from '../../../../../app/formats/bluesky/facets.ts';
import { corpusPath, hasCorpora } from '../support.ts';
import { CARGO_TEXT, RECORDS } from './records.ts';

describe('facets', () => {
  it('lie where their bytes of UTF-8 lie; those that lie nowhere are left out', () => {
    const facets = facetsOf(RECORDS['app.bsky.feed.post/3k2'] ?? {}, CARGO_TEXT);
    expect(facets.map(({ kind, start, end, value }) => [kind, CARGO_TEXT.slice(start, end), value])).toEqual([
      ['link', 'port.minato.example/sta...', 'https://port.minato.example/statistics/2025'],
      ['tag', '#港', '港'],
      ['mention', '@kamome.example', 'did:plc:ferry'],
    ]);
  });

  it('of the first months count UTF-16 units', () => {
    const text = '🐟 minato.example';
    const entity = { type: 'link', index: { start: 3, end: 17 }, value: 'https://minato.example' };
    const outside = { ...entity, index: { start: 3, end: 18 } };
    expect(facetsOf({ entities: [entity, outside, { type: 'mention' }] }, text)).toEqual([
      { kind: 'link', start: 3, end: 17, value: 'https://minato.example' },
    ]);
  });

  it.skipIf(!hasCorpora)('of a real repository cover exactly what they name', () => {
    const posts: Record<string, unknown>[] = JSON.parse(
      readFileSync(corpusPath('bluesky/bsky-app.json'), 'utf8'),
    );
    const found = posts.flatMap((post) => {
      const text = String(post.text ?? '');
      return facetsOf(post, text).map((facet) => ({ ...facet, words: text.slice(facet.start, facet.end) }));
    });
    const of = (kind: string) => found.filter((facet) => facet.kind === kind);
    expect([of('link').length, of('mention').length, of('tag').length]).toEqual([93, 64, 1]);
    for (const { words } of of('mention')) expect(words).toMatch(/^@[\w.-]+$/u);
    for (const { words, value } of of('tag')) expect(words).toBe(`#${value}`);
    // Bluesky shows an address without its scheme, some slashes, and its end as three dots.
    const bare = (address: string) => address.replace(/^https?:|\/|\.\.\.$/gu, '');
    for (const { words, value } of of('link')) expect(bare(value)).toContain(bare(words));
  });
});
