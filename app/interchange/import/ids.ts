import type { Anchor } from '../../anchor.ts';
import { recordKeySchema } from '../../id.ts';
import { fingerprint } from '../../translation/checks/fingerprint.ts';

/** An id that is made from what an annotation is, so that the same file gives the same ids. */
export function derivedId(...parts: readonly string[]): string {
  return `import-${fingerprint(JSON.stringify(parts))}`;
}

export function isUsableId(id: string): boolean {
  return recordKeySchema.safeParse(id).success;
}

/** Where anchors stand, for an id that is made from what an annotation is. */
export function spots(anchors: readonly Anchor[]): string[] {
  return anchors.map(({ start, end }) => `${start}-${end}`);
}
