import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dumpFile, storiesOf } from './dump-files.ts';

/** A dump as people have them; not part of the project. */
const REAL = fileURLToPath(new URL('../../../../../shared/dumps/roshia-250208.txt', import.meta.url));
const BYLINES = [2, 4, 10, 19, 29, 41, 51, 75, 83, 89, 95, 98, 106];

describe.skipIf(!existsSync(REAL))('the real dump', () => {
  const bytes = existsSync(REAL) ? readFileSync(REAL) : Buffer.alloc(0);
  const lineOf = (byte: number) => bytes.subarray(0, byte).toString().split('\n').length;

  it('has 13 stories, each from the line before its byline', async () => {
    const stories = await storiesOf(REAL);
    expect(stories.map((story) => lineOf(story.byteStart))).toEqual(BYLINES.map((line) => line - 1));
    for (const [index, story] of stories.entries()) {
      const byline = story.segments.find((segment) => segment.kind === 'byline');
      expect(lineOf(story.byteStart) + story.text.slice(0, byline?.start).split('\n').length - 1).toBe(
        BYLINES[index],
      );
      expect(bytes.subarray(story.byteStart, story.byteEnd).toString()).toBe(story.text);
    }
  });

  it('tells posts, articles, repeats, the translation and the label apart', async () => {
    const kinds = (await storiesOf(REAL)).map((story) =>
      story.segments.map((segment) => segment.kind).join(' '),
    );
    const quoted = 'post byline article';
    const cut = 'post byline post repeat';
    expect(kinds).toEqual([
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
  });

  it('knows languages, dates and sources', async () => {
    const stories = await storiesOf(REAL);
    expect(stories.map((story) => story.lang)).toEqual(
      Array.from({ length: 13 }, (_, index) => (index === 6 ? 'en' : 'ja')),
    );
    const days = [8, 7, 8, 8, 7, 8, 8, 8, 8, 7, 7, 8, 7];
    expect(stories.map((story) => story.publishedAt)).toEqual(days.map((day) => `2025-02-0${day}`));
    expect(new Set(stories.map((story) => story.precision))).toEqual(new Set(['day']));
    expect(new Set(stories.map((story) => story.source?.handle)).size).toBe(5);
    expect(stories[10]?.source?.name).toMatch(/\(.+\)$/u);
    expect(stories.map((story) => story.media.length)).toEqual([0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0]);
    expect(stories[12]?.hashtags).toEqual([]);
  });

  it('has the same stories in any encoding and with any line ends', async () => {
    const text = bytes.toString();
    const expected = (await storiesOf(REAL)).map(({ id, text }) => ({ id, text }));
    const crlf = text.replaceAll('\n', '\r\n');
    for (const content of [
      crlf,
      `\ufeff${text}`,
      `${text}\n`,
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(`\ufeff${crlf}`, 'utf16le').swap16(),
    ]) {
      const stories = await storiesOf(dumpFile(content));
      expect(stories.map(({ id, text }) => ({ id, text: text.replaceAll('\r\n', '\n') }))).toEqual(expected);
    }
  });

  it('keeps its ids when other dumps are put before and behind it', async () => {
    const text = bytes.toString();
    const ids = (await storiesOf(REAL)).map((story) => story.id);
    const both = await storiesOf(
      dumpFile(`${text.replaceAll('2025', '2024')}\n${text}\n\n港の話\n— 湊 (@minato) April 1, 2025\n`),
    );
    expect(both).toHaveLength(27);
    expect(both.slice(13, 26).map((story) => story.id)).toEqual(ids);
  });
});
