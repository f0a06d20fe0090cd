import { z } from 'zod';
import type { AnnotationSet } from '../annotation-set.ts';
import { type Files, jsonIn } from '../reading.ts';
import { ratingRecord, storyFacts, tagRecord } from '../records.ts';

/** Beside the documents: what is true of all of them, or has no room in them. */
export const NAMES = 'uratori.json';

const namesSchema = z.looseObject({
  stories: z
    .array(z.object({ document: z.string(), ...storyFacts, lead: z.string().default('') }))
    .default([]),
  tags: z.array(tagRecord).default([]),
  ratings: z.array(ratingRecord).default([]),
});
export type Names = z.infer<typeof namesSchema>;
export type DocumentName = Names['stories'][number];

export function namesText({ tags, ratings }: AnnotationSet, stories: readonly DocumentName[]): string {
  return `${JSON.stringify({ ...(stories.length > 0 ? { stories } : {}), tags, ratings }, null, 1)}\n`;
}

/** @throws UratoriError `interchange-unreadable` */
export function namesIn(files: Files): Names {
  const text = files.get(NAMES);
  return text === undefined ? namesSchema.parse({}) : jsonIn(NAMES, text, namesSchema);
}
