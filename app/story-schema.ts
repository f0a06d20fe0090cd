import { z } from 'zod';
import { PRECISIONS } from './precision.ts';
import { DETAIL_KINDS, RELATION_KINDS, SEGMENT_KINDS } from './story.ts';

const unsigned = z.number().int().nonnegative();
const source = z.strictObject({ name: z.string(), handle: z.string().nullable() }).nullable();

export const originSchema = z.strictObject({
  entry: z.string(),
  unit: z.enum(['line', 'byte', 'record']),
  position: unsigned,
});

/** What a file that holds stories whole says of each, wherever it stands in a dump. */
export const storyFields = {
  id: z.string().min(1),
  source,
  publishedAt: z.string().nullable(),
  precision: z.enum(PRECISIONS),
  lang: z.string(),
  lead: z.string(),
  links: z.array(z.string()),
  hashtags: z.array(z.string()),
  media: z.array(z.string()),
  link: z.string().nullable(),
  title: z.string().nullable(),
  relations: z.array(
    z.strictObject({
      kind: z.enum(RELATION_KINDS),
      id: z.string().nullable(),
      link: z.string().nullable(),
      source,
    }),
  ),
  details: z.array(z.strictObject({ kind: z.enum(DETAIL_KINDS), value: z.string() })),
  text: z.string(),
  segments: z.array(
    z.strictObject({ kind: z.enum(SEGMENT_KINDS), lang: z.string(), start: unsigned, end: unsigned }),
  ),
};
