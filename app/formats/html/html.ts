import type { Entry, Format } from '../format.ts';
import { likenessOfHtml } from './likeness.ts';

/**
 * Saved pages, parts of pages, and answers to oEmbed. Embedded posts of X, Mastodon, Bluesky, Instagram, Telegram and
 * others are stories, and so is the article around them, a story a heading. Scripts never run, nothing is fetched.
 */
export const html: Format = {
  id: 'html',
  sniff: likenessOfHtml,
  parse: async function* (entry) {
    if (await isJson(entry)) {
      const { readOEmbed } = await import('./oembed.ts');
      yield* readOEmbed(entry);
    } else {
      const { readPage } = await import('./page.ts');
      yield* readPage(entry);
    }
  },
};

async function isJson(entry: Entry): Promise<boolean> {
  let head = '';
  for await (const chunk of entry.text()) {
    head = (head + chunk).trimStart();
    if (head.length > 100) break;
  }
  return /^(?:\[\s*)?\{/u.test(head);
}
