import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import type { Problem } from '../../problem.ts';
import type { Detail, Origin, Relation, Source } from '../../story.ts';
import { absoluteAddress } from '../reading/addresses.ts';
import { article, htmlBody } from '../reading/article.ts';
import { readTimestamp } from '../reading/timestamps.ts';
import { type StoryRecord, storyRecord } from '../story-record.ts';
import { latin1 } from './bytes.ts';
import { dateOfFromLine, isFromLine } from './from-line.ts';
import { messageIds, withEncodedHeaders } from './headers.ts';

/** Messages in messages deeper than this are left out. */
const MAX_DEPTH = 8;
/** Some headers cost the square of their length. In bytes. */
const PARSING = { forceRfc822Attachments: true, maxHeadersSize: 1 << 19 };
const ATTACHED = 'message/rfc822';

/** A message and what stands in it. */
interface Message {
  email: Email;
  fromLine: string;
  attached: Message[];
}

/**
 * The story of a message, and those of the messages attached to it, which it quotes and which have its place in the file.
 */
export async function* messageStories(
  bytes: Uint8Array,
  fromLine: string,
  origin: Origin,
): AsyncGenerator<StoryRecord | Problem> {
  const problems: Problem[] = [];
  const message = await parsed(bytes, fromLine, 0, (detail) => {
    problems.push({ code: 'record-bad-shape', params: { ...origin, detail } });
  });
  if (message !== null) yield* storiesOf(message, origin);
  yield* problems;
}

async function parsed(
  bytes: Uint8Array,
  fromLine: string,
  depth: number,
  complain: (detail: string) => void,
): Promise<Message | null> {
  try {
    const email = await PostalMime.parse(withEncodedHeaders(bytes), PARSING);
    const attached: Message[] = [];
    for (const attachment of email.attachments.filter(({ mimeType }) => mimeType === ATTACHED)) {
      const inside = withoutFromLine(contentOf(attachment));
      const message =
        depth < MAX_DEPTH ? await parsed(inside.bytes, inside.fromLine, depth + 1, complain) : null;
      if (message !== null) attached.push(message);
    }
    return { email, fromLine, attached };
  } catch (thrown) {
    // Headers or parts beyond all bounds.
    complain(thrown instanceof Error ? thrown.message : String(thrown));
    return null;
  }
}

function contentOf({ content }: Attachment): Uint8Array {
  return content instanceof Uint8Array ? content : new Uint8Array(content as ArrayBuffer);
}

/** Some programs attach a message as it stood in its mailbox. */
function withoutFromLine(bytes: Uint8Array): { bytes: Uint8Array; fromLine: string } {
  const end = bytes.indexOf(10) + 1 || bytes.length;
  const line = latin1(bytes, 0, Math.min(end, 400)).trim();
  return isFromLine(line) ? { bytes: bytes.subarray(end), fromLine: line } : { bytes, fromLine: '' };
}

function* storiesOf(message: Message, origin: Origin): Generator<StoryRecord | Problem> {
  const { email, attached } = message;
  const body = bodyOf(email);
  const said = article(email.subject ?? '', body.text, null);
  if (said.text === '') {
    const { entry, unit, position } = origin;
    yield { code: 'record-bad-shape', params: { entry, unit, position, detail: 'Subject' } };
  } else {
    const moment = readTimestamp(headerOf(email, 'date')) ?? readTimestamp(dateOfFromLine(message.fromLine));
    yield storyRecord({
      id: idOf(email),
      source: sourceOf(email),
      publishedAt: moment?.iso ?? null,
      precision: moment?.precision ?? 'none',
      link: savedFrom(email),
      links: body.links ?? [],
      media: body.media ?? [],
      relations: relationsOf(message),
      details: attachmentsOf(email),
      origin,
      ...said,
    });
  }
  for (const inside of attached) yield* storiesOf(inside, origin);
}

/** What the sender wrote as text, if anything, else the text of the HTML. */
function bodyOf(email: Email): ReturnType<typeof htmlBody> {
  const text = (email.text ?? '')
    .replace(/\r\n?/gu, '\n')
    .replace(/^\s*\n/u, '')
    .trimEnd();
  return text.trim() === '' ? htmlBody(email.html ?? '') : { text };
}

function headerOf(email: Email, key: string): string {
  return email.headers.find((header) => header.key === key)?.value ?? '';
}

function idOf(email: Email): string | null {
  return messageIds(email.messageId)[0] ?? (email.messageId?.trim() || null);
}

function sourceOf(email: Email): Source | null {
  const { name, address } = mailboxOf(email.from ?? email.sender);
  if ((name === '' && address === '') || savedFrom(email) !== null) return null;
  return { name: name || address, handle: null };
}

/** Browsers save pages as messages too (mhtml), from themselves; then this is where the page comes from. */
function savedFrom(email: Email): string | null {
  return absoluteAddress(headerOf(email, 'snapshot-content-location'), '');
}

function mailboxOf(address: Address | undefined): { name: string; address: string } {
  if (address === undefined) return { name: '', address: '' };
  return {
    name: address.name.trim(),
    address: (address.address ?? address.group?.[0]?.address ?? '').trim(),
  };
}

function relationsOf({ email, attached }: Message): Relation[] {
  const answered = messageIds(email.inReplyTo)[0] ?? messageIds(email.references).at(-1);
  const relations: Relation[] = attached.map((inside) => ({
    kind: 'quote',
    id: idOf(inside.email),
    link: null,
    source: sourceOf(inside.email),
  }));
  if (answered !== undefined) relations.unshift({ kind: 'reply', id: answered, link: null, source: null });
  return relations;
}

function attachmentsOf(email: Email): Detail[] {
  if (savedFrom(email) !== null) return [];
  return email.attachments
    .filter(({ mimeType, related }) => mimeType !== ATTACHED && related !== true)
    .map(({ filename, mimeType }) => ({ kind: 'attachment', value: filename?.trim() || mimeType }));
}
