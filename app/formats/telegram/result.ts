import type { Problem } from '../../problem.ts';
import type { Entry } from '../format.ts';
import { type JsonPath, jsonValues } from '../reading/json-values.ts';
import type { StoryRecord } from '../story-record.ts';
import { type Chat, readMessage } from './message.ts';

const FIELDS = ['name', 'type', 'id'] as const;
/** A single chat, the chats of an account, and those that its owner has left. */
const CHATS: readonly JsonPath[] = [[], ['chats', 'list', '*'], ['left_chats', 'list', '*']];
const PATHS = CHATS.flatMap((chat) => [
  ...FIELDS.map((field) => [...chat, field]),
  [...chat, 'messages', '*'],
]);
const PER_CHAT = FIELDS.length + 1;

/** The messages of `result.json`. What a chat is called stands in front of its messages. */
export async function* readResult(entry: Entry): AsyncGenerator<StoryRecord | Problem> {
  let chat: Chat = {};
  for await (const item of jsonValues(entry.text(), PATHS, entry.name)) {
    if ('code' in item) {
      yield item;
      continue;
    }
    const field = FIELDS[item.path % PER_CHAT];
    if (field === undefined) {
      const read = readMessage(item.value, chat, { entry: entry.name, unit: 'line', position: item.line });
      if (read !== null) yield read;
    } else if (typeof item.value === 'string' || typeof item.value === 'number') {
      // Saved messages have no name: their type begins the chat.
      if (field === 'name' || chat[field] !== undefined) chat = {};
      chat[field] = String(item.value);
    }
  }
}
