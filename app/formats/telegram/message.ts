import type { Problem } from '../../problem.ts';
import type { Detail, Origin, Relation } from '../../story.ts';
import { at, type JsonObject, objectOf, objectsOf, textOf } from '../reading/shape.ts';
import { readTimestamp } from '../reading/timestamps.ts';
import { type StoryRecord, storyRecord } from '../story-record.ts';
import { linksOfRuns, textOfRuns } from './runs.ts';
import { signed } from './signed.ts';

/** What an export says about a chat. */
export interface Chat {
  name?: string;
  type?: string;
  id?: string;
}

/** A message as a story; null for what nobody wrote, and for messages without anything to read. */
export function readMessage(value: unknown, chat: Chat, origin: Origin): StoryRecord | Problem | null {
  const message = objectOf(value);
  const id = message?.id;
  if (message === null || (typeof id !== 'number' && typeof id !== 'string')) {
    const { entry, unit, position } = origin;
    const detail = message === null ? 'not an object' : 'no "id"';
    return { code: 'record-bad-shape', params: { entry, unit, position, detail } };
  }
  if (message.type !== 'message') return null;
  const files = filesOf(message);
  const words = [textOfRuns(message.text ?? message.text_entities).trim(), ...attachedWords(message)];
  const text = words.filter((word) => word !== '').join('\n\n') || insteadOfWords(message, files);
  if (text === '') return null;
  const name = textOf('from' in message ? message.from : chat.name)?.trim() ?? null;
  return storyRecord({
    ...signed(text, textOf(message.author)?.trim() ?? ''),
    id: storyId(chat, id),
    source: name === null ? null : { name, handle: null },
    ...moment(message.date_unixtime, message.date),
    links: linksOfRuns(message.text ?? message.text_entities),
    media: files.filter(isIncluded),
    relations: relationsOf(message, chat),
    details: detailsOf(message, chat, name, files),
    origin,
  });
}

/** Message ids count within a chat. */
function storyId(chat: Chat, message: number | string): string {
  return chat.id === undefined ? String(message) : `${chat.id}/${message}`;
}

/** UTC where the export tells it; older ones have local time only. */
function moment(unix: unknown, local: unknown): Pick<StoryRecord, 'publishedAt' | 'precision'> {
  const seconds = Number(textOf(unix) ?? unix ?? Number.NaN);
  if (Number.isSafeInteger(seconds) && Math.abs(seconds) < 1e11)
    return { publishedAt: `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`, precision: 'second' };
  const read = readTimestamp(textOf(local) ?? '');
  return { publishedAt: read?.iso ?? null, precision: read?.precision ?? 'none' };
}

function relationsOf(message: JsonObject, chat: Chat): Relation[] {
  const relations: Relation[] = [];
  const answered = message.reply_to_message_id;
  if (typeof answered === 'number') {
    const elsewhere = /\d+$/u.exec(textOf(message.reply_to_peer_id) ?? '')?.[0];
    const id = storyId(elsewhere === undefined ? chat : { id: elsewhere }, answered);
    relations.push({ kind: 'reply', id, link: null, source: null });
  }
  if ('forwarded_from' in message || 'saved_from' in message) {
    const name = textOf(message.forwarded_from) ?? textOf(message.saved_from);
    const source = name === null ? null : { name: name.trim(), handle: null };
    relations.push({ kind: 'repost', id: null, link: null, source });
  }
  return relations;
}

function detailsOf(message: JsonObject, chat: Chat, from: string | null, files: readonly string[]): Detail[] {
  const details: Detail[] = [];
  const add = (kind: Detail['kind'], value: string | null) => {
    if (value !== null) details.push({ kind, value });
  };
  if (message.media_spoiler === true) add('content-warning', 'spoiler');
  // Exports of long ago write 1970 for messages that nobody edited.
  const edited = moment(message.edited_unixtime, message.edited).publishedAt;
  add('edited', edited?.startsWith('1970') ? null : edited);
  const chatName = textOf(chat.name)?.trim() ?? null;
  add('category', chatName === from ? null : chatName);
  add('place', placeOf(message));
  if (files.length > 0) add('attachment', textOf(message.file_name) ?? textOf(message.media_type));
  return details;
}

function placeOf(message: JsonObject): string | null {
  const names = [textOf(message.place_name), textOf(message.address)].filter((name) => name !== null);
  if (names.length > 0) return names.join(', ');
  const latitude = at(message, 'location_information', 'latitude');
  const longitude = at(message, 'location_information', 'longitude');
  return typeof latitude === 'number' && typeof longitude === 'number' ? `${latitude}, ${longitude}` : null;
}

/** Polls, lists and the like, each as its lines. */
function attachedWords(message: JsonObject): string[] {
  const lines = (...runs: unknown[]) =>
    runs
      .map((run) => textOfRuns(run).trim())
      .filter((line) => line !== '')
      .join('\n');
  const poll = objectOf(message.poll);
  const list = objectOf(message.todo_list);
  return [
    lines(poll?.question, ...objectsOf(poll?.answers).map((answer) => answer.text)),
    lines(list?.title, ...objectsOf(list?.answers).map((item) => item.text)),
    lines(message.game_title, message.game_description),
    lines(at(message, 'invoice_information', 'title'), at(message, 'invoice_information', 'description')),
  ];
}

/** What stands for a message without words. */
function insteadOfWords(message: JsonObject, files: readonly string[]): string {
  const contact = objectOf(message.contact_information);
  const person = [contact?.first_name, contact?.last_name, contact?.phone_number].flatMap(
    (part) => textOf(part) ?? [],
  );
  const instead = [
    textOf(message.sticker_emoji),
    placeOf(message),
    person.join(' '),
    textOf(message.file_name),
    files.find(isIncluded),
    textOf(message.media_type),
    files.length > 0 ? 'photo' : '',
  ];
  return instead.find(Boolean)?.trim() ?? '';
}

function filesOf(message: JsonObject): string[] {
  return [textOf(message.photo), textOf(message.file), textOf(message.contact_vcard)].filter(
    (path) => path !== null,
  );
}

/** A file that was left out of the export has a sentence in parentheses for its path. */
function isIncluded(path: string): boolean {
  return !path.startsWith('(');
}
