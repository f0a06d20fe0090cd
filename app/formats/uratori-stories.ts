import { z } from 'zod';
import type { Problem } from '../problem.ts';
import type { Story } from '../story.ts';
import { originSchema, storyFields } from '../story-schema.ts';
import type { Entry, Format, Head } from './format.ts';
import { CONTAINERS, FORMAT_IDS } from './format-ids.ts';
import { LINE_LIMIT, textLines } from './reading/text-lines.ts';
import type { StoryRecord } from './story-record.ts';

/**
 * Stories that Uratori itself took out of a dump, for a bundle (docs/bundle.md): JSON lines, the first one about the
 * dump that they were taken from, then one a story. Ids, texts, segments and bylines are as they were read there, so
 * that every anchor stands where it stood.
 */
export const uratoriStories: Format = { id: 'uratori-stories', sniff, parse };

const MARK = 'uratori-stories';
const VERSION = 1;

const count = z.number().int().nonnegative();

/** The dump that stories were taken from, as it was. */
export const originalDumpSchema = z.strictObject({
  /** File name without folders. */
  name: z.string().min(1),
  format: z.enum([...FORMAT_IDS, ...CONTAINERS]),
  encoding: z.string(),
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
});
export type OriginalDump = z.infer<typeof originalDumpSchema>;

const headSchema = z.strictObject({
  format: z.literal(MARK),
  version: z.literal(VERSION),
  dump: originalDumpSchema,
});

const storySchema = z.strictObject({
  ...storyFields,
  /** Where it stood in the dump that it was taken from. */
  origin: originSchema,
});

/** The first line, without its line break. */
export function headOfStories(dump: OriginalDump): string {
  return JSON.stringify({ format: MARK, version: VERSION, dump });
}

/** The dump that the stories were taken from, by the first line; null where it is no such line. */
export function originalOf(line: string): OriginalDump | null {
  try {
    return headSchema.parse(JSON.parse(line)).dump;
  } catch {
    return null;
  }
}

/** The line of a story, without its line break. @param dumpName the file that a story of a lone text stood in */
export function lineOfStory(story: Story, dumpName: string): string {
  const { id, source, publishedAt, precision, lang, lead, links, hashtags, media, link, title } = story;
  const { relations, details, text, segments, byteStart } = story;
  const origin = story.origin ?? { entry: dumpName, unit: 'byte', position: byteStart };
  return JSON.stringify({
    ...{ id, source, publishedAt, precision, lang, lead, links, hashtags, media, link, title },
    ...{ relations, details, origin, text, segments },
  } satisfies z.infer<typeof storySchema>);
}

function sniff({ text }: Head): number {
  return text.startsWith(`{"format":"${MARK}","version":`) ? 1 : 0;
}

async function* parse(entry: Entry): AsyncGenerator<StoryRecord | Problem> {
  for await (const { text, number, cut } of textLines(entry.text())) {
    const where = { entry: entry.name, unit: 'line', position: number } as const;
    if (cut) {
      yield { code: 'record-too-large', params: { ...where, limit: LINE_LIMIT } };
      continue;
    }
    if (number === 1 ? originalOf(text) !== null : text === '') continue;
    yield storyOfLine(text, where);
  }
}

function storyOfLine(
  text: string,
  where: { entry: string; unit: 'line'; position: number },
): StoryRecord | Problem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    return { code: 'record-bad-json', params: { ...where, detail: (thrown as Error).message } };
  }
  const { data, error } = storySchema.safeParse(value);
  const detail = error?.issues[0]?.path.join('.') ?? (data && misplaced(data));
  return data === undefined || detail != null
    ? { code: 'record-bad-shape', params: { ...where, detail: detail ?? '' } }
    : data;
}

/** What is wrong with the places of a story's segments; null where they are in order and within its text. */
function misplaced({ text, segments }: z.infer<typeof storySchema>): string | null {
  let end = 0;
  for (const [index, segment] of segments.entries()) {
    if (segment.start < end || segment.end < segment.start || segment.end > text.length)
      return `segments.${index}`;
    end = segment.end;
  }
  return null;
}
