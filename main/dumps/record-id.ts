import type { StoryRecord } from '../../app/formats/story-record.ts';
import { sha256OfText } from './hash-text.ts';

/** The id of a story that has none of its own: 20 hex digits of what tells it from others, as a plain-text story has. */
export function idOfRecord({
  id,
  identity,
  source,
  publishedAt,
  text,
}: Pick<StoryRecord, 'id' | 'identity' | 'source' | 'publishedAt' | 'text'>): string {
  return (
    id ?? sha256OfText(identity ?? [source?.name, source?.handle, publishedAt, text].join('\0')).slice(0, 20)
  );
}
