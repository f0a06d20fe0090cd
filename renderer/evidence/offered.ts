import { z } from 'zod';
import { anchorSchema } from '../../app/anchor.ts';
import { storyRefSchema } from '../../app/story.ts';
import { isWebAddress } from './web-address.ts';

/** The type under which words of a story are copied and dragged, beside their plain text. */
export const QUOTE_TYPE = 'application/x-uratori-quote';

/** Words of a story, with all that evidence needs to know of it. */
export const quotedWordsSchema = z.object({ story: storyRefSchema, anchor: anchorSchema, link: z.string() });
export type QuotedWords = z.infer<typeof quotedWordsSchema>;

/** What was pasted or dropped, as far as it may become evidence. */
export type Offered =
  | { kind: 'quote'; quoted: QuotedWords }
  | { kind: 'file'; file: File }
  | { kind: 'address'; address: string }
  | { kind: 'words'; words: string };

/**
 * Reads a clipboard or what is dragged. What says more wins: words of a story of ours before the plain text that comes
 * with them, files before their names, a list of addresses before its text. Text is a source's address where every line
 * is one, and somebody's words otherwise.
 */
export function offeredIn(transfer: Pick<DataTransfer, 'getData' | 'files'>): Offered[] {
  const quoted = quotedIn(transfer.getData(QUOTE_TYPE));
  if (quoted) return [{ kind: 'quote', quoted }];
  if (transfer.files.length > 0) return [...transfer.files].map((file) => ({ kind: 'file', file }));
  const listed = lines(transfer.getData('text/uri-list')).filter((line) => !line.startsWith('#'));
  const text = transfer.getData('text/plain');
  for (const addresses of [listed, lines(text)]) {
    if (addresses.length > 0 && addresses.every(isWebAddress))
      return [...new Set(addresses)].map((address) => ({ kind: 'address', address }));
  }
  const words = text.trim();
  return words === '' ? [] : [{ kind: 'words', words }];
}

function quotedIn(data: string): QuotedWords | null {
  if (data === '') return null;
  try {
    return quotedWordsSchema.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    return null;
  }
}

function lines(text: string): string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
