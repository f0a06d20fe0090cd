import type { Source } from '../../story.ts';
import { type JsonObject, textOf } from '../reading/shape.ts';

/** The author of a view. Somebody without a name of their own is shown by their handle. */
export function sourceOf(author: JsonObject): Source | null {
  const handle = textOf(author.handle);
  const name = textOf(author.displayName)?.trim() ?? handle ?? textOf(author.did);
  return name === null ? null : { name, handle };
}
