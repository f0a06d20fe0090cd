import type { Problem } from '../../problem.ts';
import type { Entry, Format } from '../format.ts';
import { textLines } from '../reading/text-lines.ts';
import { BlockReader } from './blocks.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { likenessOfMarkdown } from './likeness.ts';
import { type EmbedReader, type MarkdownLine, RawEmbeds } from './raw-embeds.ts';
import { Sectioner } from './sectioner.ts';

/** A line of more UTF-16 units is left out. */
const LINE_LIMIT = 1 << 24;
/** Front matter ends within so many UTF-16 units, or it is none. */
const FRONT_MATTER = 1 << 16;

/**
 * Markdown, with or without front matter: a story a heading of the shallowest level that has several, or one story.
 * Posts that are embedded as HTML are stories of their own. The text of the others is what is written, marks and all.
 */
export const markdown: Format = {
  id: 'markdown',
  sniff: likenessOfMarkdown,
  parse: async function* (entry) {
    const { embedsIn } = await import('../html/collect-embeds.ts');
    const { sectionStories } = await import('./stories.ts');
    const matter = await frontMatterOf(entry);
    const blocks = new BlockReader();
    const sectioner = new Sectioner(await splittingLevel(entry, matter), blocks);
    const stories = sectionStories(entry, matter);
    for await (const item of linesOf(entry, matter, blocks, embedsIn)) {
      if ('code' in item) yield item;
      else {
        const ended = sectioner.push(item);
        if (ended !== null) yield* stories(ended);
      }
    }
    yield* stories(sectioner.finish());
  },
};

async function frontMatterOf(entry: Entry): Promise<FrontMatter> {
  let head = '';
  for await (const chunk of entry.text()) {
    head += chunk;
    if (head.length > FRONT_MATTER) break;
  }
  return readFrontMatter(head);
}

/** The shallowest level of several headings; 0: no level has several. */
async function splittingLevel(entry: Entry, matter: FrontMatter): Promise<number> {
  const blocks = new BlockReader();
  const counts = [0, 0, 0, 0, 0, 0];
  for await (const item of linesOf(entry, matter, blocks, () => [])) {
    if ('code' in item) continue;
    const heading = blocks.read(item.text);
    if (heading !== null) counts[heading.level - 1] = (counts[heading.level - 1] ?? 0) + 1;
  }
  return counts.findIndex((count) => count > 1) + 1;
}

/** The lines behind the front matter, without embeds. @param blocks is told of every line by whoever gets it */
async function* linesOf(
  entry: Entry,
  matter: FrontMatter,
  blocks: BlockReader,
  read: EmbedReader,
): AsyncGenerator<MarkdownLine | Problem> {
  const embeds = new RawEmbeds(read);
  for await (const { text, number, cut } of textLines(entry.text(), LINE_LIMIT)) {
    if (number <= matter.lines) continue;
    if (cut) {
      const params = { entry: entry.name, unit: 'line', position: number, limit: LINE_LIMIT };
      yield { code: 'record-too-large', params };
    } else if (blocks.isVerbatim && !embeds.isOpen) yield { text, number, posts: [], isCut: false };
    else yield* embeds.push(text, number);
  }
  yield* embeds.finish();
}
