import { z } from 'zod';
import { claimSchema } from '../../claim.ts';
import { dumpRefSchema } from '../../dump-ref.ts';
import { evidenceSchema } from '../../evidence.ts';
import { glossaryEntrySchema } from '../../glossary/entry.ts';
import { ratingScaleSchema } from '../../rating-scale.ts';
import { reviewSchema } from '../../review.ts';
import { LOCALES } from '../../settings.ts';
import { DEFAULT_SIGN_OFF_RULES, signOffRuleFields } from '../../sign-off-rules.ts';
import { type Story, storyRefSchema } from '../../story.ts';
import { storyNoteSchema } from '../../story-note.ts';
import { originSchema, storyFields } from '../../story-schema.ts';
import { taggingSchema, tagSchema } from '../../tag.ts';
import { alignmentSchema } from '../../translation/alignment.ts';
import { dismissedFindingSchema } from '../../translation/dismissed-finding.ts';
import { judgementSchema } from '../../translation/judgement.ts';
import { translationNoteSchema } from '../../translation-note.ts';

/** The version of the JSON report that this program writes; docs/project-json.md describes it. */
export const REPORT_VERSION = 2;

const offset = z.number().int().nonnegative();
const range = { segment: offset, start: offset, end: offset };
const words = { quote: z.string().min(1), prefix: z.string(), suffix: z.string() };

/**
 * An anchor as the report has it. Where there is a `start`, `text.slice(start, end)` is the quote. `stored` is what
 * the project has, where that is something else: a range in a text that is not in this file.
 */
export const anchorEntrySchema = z.discriminatedUnion('status', [
  z.strictObject({
    ...words,
    status: z.enum(['exact', 'moved']),
    ...range,
    stored: z.strictObject(range).optional(),
  }),
  z.strictObject({
    ...words,
    status: z.enum(['ambiguous', 'orphan', 'unchecked']),
    stored: z.strictObject(range),
  }),
]);
export type AnchorEntry = z.infer<typeof anchorEntrySchema>;

const storySchema = z.strictObject({
  ...storyFields,
  ordinal: offset,
  origin: originSchema.nullable(),
  byteStart: offset,
  byteEnd: offset,
}) satisfies z.ZodType<Story>;

const storyQuote = z.strictObject({ storyKey: z.string().min(1), anchor: anchorEntrySchema });
export type StoryQuoteEntry = z.infer<typeof storyQuote>;

const claim = claimSchema.omit({ storyKey: true }).extend({
  anchors: z.array(anchorEntrySchema).min(1),
  evidence: z.array(evidenceSchema.extend({ story: storyQuote.nullable().default(null) })),
});
const tagging = taggingSchema.omit({ storyKey: true }).extend({ anchor: anchorEntrySchema.nullable() });
const note = z.object({
  ...translationNoteSchema.shape,
  original: anchorEntrySchema.nullable(),
  translation: anchorEntrySchema.nullable(),
});
const judgement = z.object({
  ...judgementSchema.shape,
  original: anchorEntrySchema.nullable(),
  translation: anchorEntrySchema.nullable(),
});

const storyEntrySchema = z.strictObject({
  key: z.string().min(1),
  ref: storyRefSchema,
  story: storySchema.nullable(),
  review: reviewSchema.omit({ storyKey: true }).nullable(),
  storyNote: storyNoteSchema.omit({ storyKey: true }).nullable().default(null),
  claims: z.array(z.strictObject(claim.shape)),
  taggings: z.array(z.strictObject(tagging.shape)),
  notes: z.array(z.strictObject(note.omit({ storyKey: true }).shape)),
  judgements: z.array(z.strictObject(judgement.omit({ storyKey: true }).shape)).default([]),
  alignment: alignmentSchema.omit({ storyKey: true }).nullable().default(null),
});
export type StoryEntry = z.infer<typeof storyEntrySchema>;

const headSchema = z.strictObject({
  format: z.literal('uratori-report'),
  version: z.number().int().positive(),
  offsetUnit: z.literal('utf-16-code-unit'),
  title: z.string(),
  locale: z.enum(LOCALES),
  provenance: z.strictObject({
    exportedAt: z.iso.datetime(),
    version: z.string(),
    dumps: z.array(
      z.strictObject({
        dumpId: z.string().min(1),
        name: z.string(),
        sha256: z.string().nullable(),
        bytes: offset,
        encoding: z.string(),
        format: z.string(),
        status: z.enum(['read', 'missing']),
      }),
    ),
  }),
  project: z.strictObject({
    id: z.string().min(1),
    title: z.string(),
    createdAt: z.iso.datetime(),
    scale: ratingScaleSchema,
    signOffRules: signOffRuleFields.default(DEFAULT_SIGN_OFF_RULES),
    dumps: z.array(dumpRefSchema),
    tags: z.array(tagSchema),
    /** Stories that evidence quotes and that are not in the report themselves. */
    citedStories: z.array(storyRefSchema).default([]),
    /** What the project says beside its stories; reports of older programs do not have these. */
    glossary: z.array(glossaryEntrySchema).default([]),
    dismissedFindings: z.array(dismissedFindingSchema).default([]),
  }),
});
export type ReportHead = z.infer<typeof headSchema>;

export const reportFileSchema = headSchema.extend({ stories: z.array(storyEntrySchema) });
