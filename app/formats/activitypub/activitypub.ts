import type { Problem } from '../../problem.ts';
import type { Entry, Format, Head } from '../format.ts';
import { type JsonPath, type JsonValue, jsonValues } from '../reading/json-values.ts';
import type { StoryRecord } from '../story-record.ts';
import { readActivity } from './activity.ts';
import { ownerBeside } from './actor.ts';

/**
 * ActivityPub: the `outbox.json` of a Mastodon export, any collection of ActivityStreams 2.0, a single activity or post,
 * or a list of them (W3C Recommendations of 23 May 2017 and 23 January 2018).
 */
export const activitypub: Format = {
  id: 'activitypub',
  sniff,
  parse,
  companions:
    /(?:^|\/)(?:actor|likes|bookmarks)\.json$|(?:^|\/)media_attachments\/|(?:^|\/)(?:avatar|header)\.\w+$/u,
};

const CONTEXT = /"https?:\/\/www\.w3\.org\/ns\/activitystreams"/u;
const STORIES =
  /"@?type"\s*:\s*(?:\[\s*)?"(?:as:)?(?:Create|Update|Announce|Note|Article|Question|Page|Video|Audio|Event)"/u;

/** Where the items of collections stand. */
const ITEMS: readonly JsonPath[] = [
  ['orderedItems', '*'],
  ['items', '*'],
  ['first', 'orderedItems', '*'],
  ['first', 'items', '*'],
];

/** An actor, or a list of addresses that somebody liked, holds no stories. */
function sniff({ text }: Head): number {
  if (!/^\s*[{[]/u.test(text) || !text.includes('"@context"') || !CONTEXT.test(text)) return 0;
  if (text.includes('/ns/anno.jsonld"')) return 0;
  return STORIES.test(text) ? 0.95 : 0;
}

async function* parse(entry: Entry): AsyncGenerator<StoryRecord | Problem> {
  const owner = await ownerBeside(entry);
  if (owner !== null && 'code' in owner) yield owner;
  const source = owner === null || 'code' in owner ? null : owner;
  for await (const item of itemsOf(entry)) {
    const read =
      'code' in item
        ? item
        : readActivity(item.value, source, { entry: entry.name, unit: 'record', position: item.record });
    if (read !== null) yield read;
  }
}

async function* itemsOf(entry: Entry): AsyncGenerator<JsonValue | Problem> {
  let isCollection = false;
  for await (const item of jsonValues(entry.text(), ITEMS, entry.name)) {
    isCollection = true;
    yield item;
  }
  if (!isCollection)
    yield* jsonValues(entry.text(), [(await beginsWithList(entry)) ? ['*'] : []], entry.name);
}

async function beginsWithList(entry: Entry): Promise<boolean> {
  for await (const chunk of entry.text()) {
    const first = chunk.trimStart()[0];
    if (first !== undefined) return first === '[';
  }
  return false;
}
