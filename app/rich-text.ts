import { z } from 'zod';

/** A run of text with one look. `href` is http, https or mailto: nothing else becomes a link anywhere. */
export const inlineSchema = z.object({
  text: z.string(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  href: z
    .string()
    .regex(/^(?:https?:\/\/|mailto:)/iu)
    .optional(),
});
export type Inline = z.infer<typeof inlineSchema>;

export const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), children: z.array(inlineSchema) }),
  z.object({ kind: z.literal('quote'), children: z.array(inlineSchema) }),
  z.object({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(inlineSchema)) }),
]);
export type Block = z.infer<typeof blockSchema>;

/**
 * What people write: rationales and notes. Our own shape, not the editor's, so that files outlive the editor and
 * every export reads one thing.
 */
export const richTextSchema = z.array(blockSchema);
export type RichText = z.infer<typeof richTextSchema>;

/** The words alone, a line a block or list item. */
export function plainText(rich: RichText): string {
  return rich
    .flatMap((block) => (block.kind === 'list' ? block.items : [block.children]))
    .map((inlines) => inlines.map((inline) => inline.text).join(''))
    .join('\n');
}

export function isEmpty(rich: RichText): boolean {
  return plainText(rich).trim() === '';
}

/** One paragraph a line. */
export function fromPlainText(text: string): RichText {
  if (text === '') return [];
  return text
    .split('\n')
    .map((line) => ({ kind: 'paragraph', children: line === '' ? [] : [{ text: line }] }));
}
