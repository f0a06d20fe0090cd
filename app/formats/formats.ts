import { activitypub } from './activitypub/activitypub.ts';
import { bluesky } from './bluesky/bluesky.ts';
import { communityNotes } from './community-notes.ts';
import { csv } from './csv/csv.ts';
import { feed } from './feed/feed.ts';
import type { Format, Head } from './format.ts';
import type { FormatId } from './format-ids.ts';
import { html } from './html/html.ts';
import { json } from './json/json.ts';
import { mail } from './mail/mail.ts';
import { markdown } from './markdown/markdown.ts';
import { movableType } from './movable-type/movable-type.ts';
import { plainText } from './plain-text/format.ts';
import { telegram } from './telegram/telegram.ts';
import { uratoriStories } from './uratori-stories.ts';
import { wxr } from './wxr/wxr.ts';
import { xApiV1 } from './x-api-v1.ts';
import { xApiV2 } from './x-api-v2.ts';
import { xArchive } from './x-archive/x-archive.ts';

/** Every format that is read. What is heavy about one is loaded when it first parses. */
export const FORMATS: readonly Format[] = [
  plainText,
  html,
  markdown,
  xArchive,
  xApiV1,
  xApiV2,
  communityNotes,
  activitypub,
  bluesky,
  telegram,
  feed,
  wxr,
  movableType,
  mail,
  json,
  csv,
  uratoriStories,
];

/** Less sure than this is no claim. */
const CLAIM = 0.1;

/** The format that is surest about a head; null where none claims it. */
export function recognise(head: Head): Format | null {
  let best: Format | null = null;
  let sureness = CLAIM;
  for (const format of FORMATS) {
    const claim = format.sniff(head);
    if (claim >= sureness && (best === null || claim > sureness)) {
      best = format;
      sureness = claim;
    }
  }
  return best;
}

/** @throws RangeError for an id that is none */
export function formatOf(id: FormatId): Format {
  const format = FORMATS.find((other) => other.id === id);
  if (!format) throw new RangeError(`there is no format ${id}`);
  return format;
}

/** True for files that belong to a format's export but hold no stories, such as the account of an archive. */
export function isCompanion(name: string): boolean {
  return FORMATS.some((format) => format.companions?.test(name) === true);
}
