import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isProblem } from '../../../../app/formats/format.ts';
import { recognise } from '../../../../app/formats/formats.ts';
import {
  headOfStories,
  lineOfStory,
  originalOf,
  uratoriStories,
} from '../../../../app/formats/uratori-stories.ts';
import { storyFrom } from '../exports/support.ts';
import { mutantsOf } from './laws.ts';
import { entryOf, headOf, readAll } from './support.ts';

const ORIGINAL = {
  name: 'harbour.txt',
  format: 'plain-text',
  encoding: 'utf-8',
  bytes: 1234,
  sha256: 'a'.repeat(64),
} as const;
const words = fc
  .array(
    fc.constantFrom('灯台', '👩‍✈️', 'か\u3099', 'ﾊﾝｶｸ', '\r\n', '"', '\\', '\u2028', ' ', 'pier', '\ud83d'),
    { minLength: 1 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '');
const stories = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[0-9a-z~:/-]{1,12}$/u),
    parts: fc.array(words, { minLength: 1, maxLength: 3 }),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 4 },
);

describe('stories taken from a dump', () => {
  it('are read as they were: ids, texts, segments and all', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (given) => {
        const written = given.map(({ id, parts }, ordinal) =>
          storyFrom({ id, ordinal, parts: parts.map((text) => ({ kind: 'post' as const, text })) }),
        );
        const lines = [headOfStories(ORIGINAL), ...written.map((story) => lineOfStory(story, ORIGINAL.name))];
        const entry = entryOf('harbour.txt.jsonl', `${lines.join('\n')}\n`);
        const { records, problems } = await readAll(uratoriStories, entry);
        expect(problems).toEqual([]);
        const origin = { entry: 'harbour.txt', unit: 'byte', position: 0 };
        expect(records).toEqual(
          written.map(({ ordinal: _, byteStart: __, byteEnd: ___, ...story }) => ({ ...story, origin })),
        );
      }),
    );
  });

  it('say which dump they are from', () => {
    expect(originalOf(headOfStories(ORIGINAL))).toEqual(ORIGINAL);
    expect(originalOf('{"format":"uratori-stories","version":2}')).toBeNull();
    expect(originalOf('')).toBeNull();
  });

  it('are told by their first line, whatever the file is called', async () => {
    const head = await headOf(entryOf('x.txt', `${headOfStories(ORIGINAL)}\n`));
    expect(recognise(head)?.id).toBe('uratori-stories');
  });

  it('are read as far as they are sound', async () => {
    const story = storyFrom({ id: 's', ordinal: 0, parts: [{ kind: 'post', text: 'The pier is closed.' }] });
    const content = `${headOfStories(ORIGINAL)}\n${lineOfStory(story, 'a')}\n`;
    await fc.assert(
      fc.asyncProperty(mutantsOf(content), async (mutant) => {
        for await (const item of uratoriStories.parse(entryOf('a.jsonl', mutant), {
          rule: null,
          mapping: null,
        })) {
          if (isProblem(item)) continue;
          for (const { end } of item.segments) expect(end).toBeLessThanOrEqual(item.text.length);
        }
      }),
    );
  });
});
