import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { storiesOf } from './dump-files.ts';

const SAMPLE = fileURLToPath(new URL('../../../../resources/sample/minato-250412.txt', import.meta.url));

describe('the sample dump', () => {
  it('has every shape that real dumps have', async () => {
    const stories = await storiesOf(SAMPLE);
    const quoted = 'post byline article';
    const cut = 'post byline post repeat';
    expect(stories.map((story) => story.segments.map(({ kind }) => kind).join(' '))).toEqual([
      'post byline',
      quoted,
      quoted,
      cut,
      cut,
      cut,
      'post byline post translation',
      cut,
      cut,
      quoted,
      'post byline repeat',
      quoted,
      `${quoted} footer`,
    ]);
    expect(stories.map(({ lang }) => lang).filter((lang) => lang !== 'ja')).toEqual(['en']);
    expect(stories.every(({ publishedAt }) => publishedAt?.startsWith('2025-04-1'))).toBe(true);
    const text = stories.map((story) => story.text).join('\n');
    expect(text).toMatch(/\p{RI}\p{RI}/u);
    expect(text).toMatch(/\u200d/u);
    expect(text).toMatch(/[０-９]/u);
  });
});
