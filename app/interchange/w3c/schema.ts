import { z } from 'zod';
import { manyOf } from '../reading.ts';
import { evidenceRecord, ratingRecord, storyFacts, tagRecord } from '../records.ts';

/** As much of the model as is read here; the rest of an annotation may be anything. */
const iri = z.string();
const words = z.string().optional();

export const selectorSchema = z.union([
  z.looseObject({
    type: words,
    start: z.number().optional(),
    end: z.number().optional(),
    exact: words,
    prefix: words,
    suffix: words,
  }),
  iri.transform((id) => ({ id, type: undefined, start: undefined, end: undefined, exact: undefined })),
]);

const resourceSchema = z.looseObject({ id: iri.optional() });

export const bodySchema = z.union([
  iri.transform(
    (id) =>
      ({ id, selector: [] }) as {
        id: string;
        purpose?: string;
        value?: string;
        selector: never[];
        'uratori:evidence'?: never;
      },
  ),
  z.looseObject({
    id: iri.optional(),
    purpose: z.union([z.string(), z.array(z.string()).transform(([first]) => first)]).optional(),
    value: words,
    selector: manyOf(selectorSchema),
    'uratori:evidence': evidenceRecord.optional(),
  }),
]);
export type Body = z.infer<typeof bodySchema>;

export const targetSchema = z.union([
  iri.transform((id) => ({ id, source: undefined, scope: undefined, selector: [] })),
  z.looseObject({
    id: iri.optional(),
    source: z.union([iri, resourceSchema.transform(({ id }) => id ?? '')]).optional(),
    scope: z.unknown().optional(),
    selector: manyOf(selectorSchema),
  }),
]);
export type Target = z.infer<typeof targetSchema>;

const agentSchema = z.union([
  iri,
  z
    .looseObject({
      name: z.union([z.string(), z.array(z.string()).transform(([first = '']) => first)]).optional(),
    })
    .transform(({ name }) => name ?? ''),
]);

export const annotationSchema = z.looseObject({
  id: iri.optional(),
  motivation: manyOf(z.string()),
  created: z.string().default(''),
  creator: manyOf(agentSchema),
  body: manyOf(bodySchema),
  bodyValue: words,
  'uratori:carriedFrom': words,
  target: manyOf(targetSchema),
});
export type Annotation = z.infer<typeof annotationSchema>;

export const pageSchema = z.looseObject({
  type: z.unknown().optional(),
  startIndex: z.number().default(0),
  items: z.array(annotationSchema),
});

export const collectionSchema = z.looseObject({
  first: z.union([iri, z.looseObject({ items: z.array(annotationSchema).optional() })]).optional(),
  'uratori:stories': z.array(z.object({ ...storyFacts, text: z.string() })).default([]),
  'uratori:tags': z.array(tagRecord).default([]),
  'uratori:ratings': z.array(ratingRecord).default([]),
});
