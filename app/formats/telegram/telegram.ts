import type { Entry, Format, Head } from '../format.ts';
import { readPage } from './page.ts';
import { readResult } from './result.ts';

/**
 * What Telegram Desktop exports: `result.json` of a chat or of an account, and the pages `messages.html`,
 * `messages2.html` …. Messages become stories; what Telegram says itself (somebody joined, a date) does not.
 */
export const telegram: Format = {
  id: 'telegram',
  sniff,
  parse: readExport,
  companions: /(?:^|\/)(?:export_results\.html|lists\/\w+\.html|css\/style\.css|js\/script\.js)$/u,
};

const CHAT =
  /"type"\s*:\s*"(?:saved_messages|replies|verification_codes|personal_chat|bot_chat|(?:private|public)_(?:group|supergroup|channel))"/u;
const MESSAGES = /"messages"\s*:\s*\[/u;
/** An account's export begins with words about itself, in the language of the program. */
const ACCOUNT = /^\s*\{\s*"about"\s*:\s*"[^"]{0,2000}Telegram/u;
const PAGE = ['class="page_wrap"', 'class="history"', 'class="message '];

function sniff({ text }: Head): number {
  if (isPage(text)) return PAGE.every((mark) => text.includes(mark)) ? 0.95 : 0;
  if (!/^\s*\{/u.test(text)) return 0;
  return (CHAT.test(text) && MESSAGES.test(text)) || ACCOUNT.test(text) ? 0.95 : 0;
}

async function* readExport(entry: Entry): ReturnType<Format['parse']> {
  for await (const beginning of entry.text()) {
    if (beginning.trim() === '') continue;
    yield* isPage(beginning) ? readPage(entry) : readResult(entry);
    return;
  }
}

function isPage(text: string): boolean {
  return /^\s*</u.test(text);
}
