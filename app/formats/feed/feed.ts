import type { Format } from '../format.ts';
import { xmlRoot } from '../reading/xml-root.ts';
import { isWxr } from '../wxr/sniff.ts';

const ATOM = /http:\/\/(?:www\.w3\.org\/2005\/atom|purl\.org\/atom\/ns)/iu;
const RSS_1 = /http:\/\/(?:purl\.org\/(?:rss\/1\.0|net\/rss1\.1)|my\.netscape\.com\/rdf\/simple\/0\.9)/iu;
const JSON_FEED = /"version"\s{0,9}:\s{0,9}"https?:\\?\/\\?\/jsonfeed\.org\\?\/version\\?\/1/u;
/** Where keys are sorted, the version is the last one. */
const JSON_ITEMS = /"items"\s{0,9}:\s{0,9}\[/u;
const JSON_ITEM = /"content_(?:html|text)"\s{0,9}:/u;

/** What a site publishes of its articles: RSS 0.9 to 2.0, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1. */
export const feed: Format = {
  id: 'feed',
  sniff(head) {
    if (head.text.trimStart().startsWith('{')) return sniffJson(head.text);
    const root = xmlRoot(head.text);
    if (isWxr(root, head.text)) return 0.3;
    const name = /^<(?:[\w.-]{1,40}:)?([\w.-]{1,40})/u.exec(root)?.[1] ?? '';
    if (name === 'rss' || (name === 'RDF' && RSS_1.test(root)) || (name === 'feed' && ATOM.test(root))) {
      return 0.95;
    }
    return name === 'feed' && head.text.includes('<entry') ? 0.7 : 0;
  },
  parse: async function* (entry) {
    if (await startsWithBracket(entry.text())) yield* (await import('./json-feed.ts')).jsonFeed(entry);
    else yield* (await import('./xml-feed.ts')).xmlFeed(entry);
  },
};

function sniffJson(text: string): number {
  if (JSON_FEED.test(text)) return 0.98;
  return JSON_ITEMS.test(text) && JSON_ITEM.test(text) && text.includes('"date_published"') ? 0.8 : 0;
}

async function startsWithBracket(chunks: AsyncIterable<string>): Promise<boolean> {
  for await (const chunk of chunks) {
    const first = chunk.trimStart()[0];
    if (first !== undefined) return first === '{';
  }
  return false;
}
