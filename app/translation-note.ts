import { z } from 'zod';
import { anchorSchema } from './anchor.ts';
import { richTextSchema } from './rich-text.ts';

export const TRANSLATION_NOTE_KINDS = [
  'mistranslation',
  'omission',
  'addition',
  'nuance',
  'terminology',
  'untranslated',
] as const;
export type TranslationNoteKind = (typeof TRANSLATION_NOTE_KINDS)[number];

/**
 * A note on how faithful a translation is, apart from whether what it says is true. `original` sits in the
 * source text, `translation` in its counterpart; an omission has no counterpart, an addition has no original.
 */
export const translationNoteSchema = z
  .object({
    id: z.string().min(1),
    storyKey: z.string().min(1),
    kind: z.enum(TRANSLATION_NOTE_KINDS),
    original: anchorSchema.nullable(),
    translation: anchorSchema.nullable(),
    comment: richTextSchema,
    suggestion: z.string(),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
  })
  .refine((note) => note.original !== null || note.translation !== null, {
    message: 'a note sits on at least one anchor',
  });
export type TranslationNote = z.infer<typeof translationNoteSchema>;
