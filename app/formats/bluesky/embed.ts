import type { Source } from '../../story.ts';
import { at, type JsonObject, objectOf, objectsOf, textOf } from '../reading/shape.ts';
import { sourceOf } from './author.ts';

/** What a post carries beside its text. */
export interface Embedded {
  media: string[];
  /** What is said about the media for those who do not see them. */
  alts: string[];
  links: string[];
  /** Headline and description of the page that a link leads to. */
  card: string;
  /** The record that is quoted; its text and author where the dump has them too. */
  quoted: { uri: string; text: string; author: Source | null } | null;
}

const IMAGES = 'https://cdn.bsky.app/img/feed_fullsize/plain';

/**
 * @param embed the embed of a record, or of a view, which has the addresses and the quoted text too
 * @param did of the author: part of the address of a picture; null where it is not known
 */
export function embeddedIn(embed: JsonObject | null, did: string | null): Embedded {
  const found: Embedded = { media: [], alts: [], links: [], card: '', quoted: null };
  if (embed === null) return found;
  // A quote together with pictures or a card has both inside.
  const media = objectOf(embed.media) ?? embed;
  for (const image of objectsOf(media.images)) {
    note(found.media, textOf(image.fullsize) ?? address(blobOf(image.image), did));
    note(found.alts, textOf(image.alt));
  }
  if (media.video !== undefined || media.playlist !== undefined) {
    note(found.media, textOf(media.playlist) ?? blobOf(media.video));
    note(found.alts, textOf(media.alt));
  }
  const external = objectOf(media.external);
  if (external !== null) {
    note(found.links, textOf(external.uri));
    found.card = [external.title, external.description]
      .flatMap((words) => textOf(words)?.trim() ?? [])
      .join('\n');
  }
  found.quoted = quotedIn(objectOf(embed.record));
  return found;
}

function quotedIn(record: JsonObject | null): Embedded['quoted'] {
  // `recordWithMedia` has one more `record` around it.
  const quoted = textOf(record?.uri) === null ? objectOf(record?.record) : record;
  const uri = textOf(quoted?.uri);
  if (quoted === null || uri === null) return null;
  const author = objectOf(quoted.author);
  return {
    uri,
    text: textOf(at(quoted, 'value', 'text'))?.trim() ?? '',
    author: author === null ? null : sourceOf(author),
  };
}

/** A blob's CID; those of the first months are written otherwise. */
function blobOf(blob: unknown): string | null {
  return textOf(at(blob, 'ref', '$link')) ?? textOf(at(blob, 'cid'));
}

function address(cid: string | null, did: string | null): string | null {
  return cid === null || did === null ? cid : `${IMAGES}/${did}/${cid}@jpeg`;
}

function note(list: string[], value: string | null): void {
  if (value !== null) list.push(value.trim());
}
