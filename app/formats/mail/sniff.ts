import type { Head } from '../format.ts';
import { latin1 } from './bytes.ts';
import { isFromLine } from './from-line.ts';

/** Enough for the headers of any message that people get. In bytes. */
const LOOK_AT = 1 << 14;
const HEADER = /^([!-9;-~]{1,70})[ \t]*:/u;
/** Headers that say that a message is mail, and not a page or an article of some other protocol. */
const OF_MAIL =
  /^(?:from|to|cc|subject|date|message-id|received|return-path|reply-to|delivered-to|mime-version|in-reply-to|references|sender)$/iu;
const NAMED = /\.(?:mbox|mbx|eml|mht|mhtml)$/iu;

/** By the headers of the first message, whatever the file is called. */
export function sniffMail({ bytes, name }: Head): number {
  const lines = latin1(bytes, 0, LOOK_AT)
    .replace(/^(?:\xef\xbb\xbf)?[\r\n]{0,99}/u, '')
    .split(/\r?\n/u);
  const isMailbox = isFromLine(lines[0] ?? '');
  const headers = new Set(
    headersOf(isMailbox ? lines.slice(1) : lines).filter((header) => OF_MAIL.test(header)),
  );
  if (isMailbox) return headers.size > 0 ? 0.97 : 0.5;
  if (headers.has('from') || headers.has('received') || headers.has('date')) {
    return headers.size >= 3 ? 0.95 : headers.size === 2 ? 0.7 : 0;
  }
  return hasMessageInside(lines) ? (NAMED.test(name) ? 0.6 : 0.3) : 0;
}

/** Names of the headers above the first line that is none. */
function headersOf(lines: readonly string[]): string[] {
  const names: string[] = [];
  for (const line of lines) {
    if (/^[ \t]/u.test(line) && names.length > 0) continue;
    const name = HEADER.exec(line)?.[1];
    if (name === undefined) break;
    names.push(name.toLowerCase());
  }
  return names;
}

/** A mailbox that somebody wrote something above. */
function hasMessageInside(lines: readonly string[]): boolean {
  return lines.some(
    (line, at) => lines[at - 1] === '' && isFromLine(line) && HEADER.test(lines[at + 1] ?? ''),
  );
}
