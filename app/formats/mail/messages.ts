import type { Problem } from '../../problem.ts';
import { MessageSplitter, type RawMessage } from './message-splitter.ts';

/** A message may have so many bytes, its attachments not included; a larger one is left out. */
export const MESSAGE_LIMIT = 1 << 25;

/**
 * Splits a mailbox into messages, one at a time. A message begins at a `From ` line with a date, behind a blank line.
 * Lines of a message that would look so are written with a `>` in front (mboxo, mboxrd), which is taken away; programs
 * that give the length of a body instead (mboxcl) are believed where a message, or nothing, follows there.
 * @param name the name that problems give
 */
export async function* mailboxMessages(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  limit: number = MESSAGE_LIMIT,
): AsyncGenerator<RawMessage | Problem> {
  yield* split(chunks, new MessageSplitter(name, limit, false));
}

/** The one message of a file, or why it was left out. */
export async function* loneMessage(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  limit: number = MESSAGE_LIMIT,
): AsyncGenerator<RawMessage | Problem> {
  yield* split(chunks, new MessageSplitter(name, limit, true));
}

async function* split(
  chunks: AsyncIterable<Uint8Array>,
  splitter: MessageSplitter,
): AsyncGenerator<RawMessage | Problem> {
  for await (const chunk of chunks) {
    splitter.push(chunk);
    yield* splitter.take();
  }
  splitter.finish();
  yield* splitter.take();
}
