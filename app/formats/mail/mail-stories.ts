import type { Problem } from '../../problem.ts';
import type { Entry } from '../format.ts';
import type { StoryRecord } from '../story-record.ts';
import { joined, latin1 } from './bytes.ts';
import { messageStories, type Place } from './message-stories.ts';
import { MESSAGE_LIMIT, mailboxMessages } from './messages.ts';

/** So much tells whether a file starts with a header. */
const LOOK_AT = 1000;

/** The messages of a mailbox, or the one of a file that holds no more. */
export async function* mailStories(entry: Entry): AsyncGenerator<StoryRecord | Problem> {
  if (await startsWithHeader(entry)) yield* loneMessage(entry);
  else {
    for await (const message of mailboxMessages(entry.read(), entry.name)) {
      if ('code' in message) yield message;
      else yield* messageStories(message.bytes, message.fromLine, placeOf(entry, message.start));
    }
  }
}

async function startsWithHeader(entry: Entry): Promise<boolean> {
  let head = '';
  for await (const chunk of entry.read()) {
    head += latin1(chunk, 0, Math.min(chunk.length, LOOK_AT));
    if (head.length >= LOOK_AT) break;
  }
  return /^(?:\xef\xbb\xbf)?\s*[!-9;-~]{1,70}[ \t]*:/u.test(head);
}

async function* loneMessage(entry: Entry): AsyncGenerator<StoryRecord | Problem> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of entry.read()) {
    size += chunk.length;
    if (size > MESSAGE_LIMIT) {
      const params = { ...placeOf(entry, 0), limit: MESSAGE_LIMIT };
      yield { code: 'record-too-large', params };
      return;
    }
    parts.push(chunk.slice());
  }
  yield* messageStories(joined(parts), '', placeOf(entry, 0));
}

function placeOf(entry: Entry, position: number): Place {
  return { entry: entry.name, unit: 'byte', position };
}
