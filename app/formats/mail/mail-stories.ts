import type { Problem } from '../../problem.ts';
import type { Entry } from '../format.ts';
import type { StoryRecord } from '../story-record.ts';
import { latin1 } from './bytes.ts';
import { messageStories } from './message-stories.ts';
import { loneMessage, mailboxMessages } from './messages.ts';

/** So much tells whether a file starts with a header. */
const LOOK_AT = 1000;

/** The messages of a mailbox, or the one of a file that holds no more. */
export async function* mailStories(entry: Entry): AsyncGenerator<StoryRecord | Problem> {
  const read = (await startsWithHeader(entry)) ? loneMessage : mailboxMessages;
  for await (const message of read(entry.read(), entry.name)) {
    if ('code' in message) yield message;
    else {
      const { bytes, fromLine, start } = message;
      yield* messageStories(bytes, fromLine, { entry: entry.name, unit: 'byte', position: start });
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
