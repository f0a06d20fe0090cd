import type { Problem } from '../../problem.ts';
import type { Entry } from '../format.ts';
import { type StoryRecord, storyRecord } from '../story-record.ts';
import { judgeArticle } from './article-judge.ts';
import { collectEmbeds } from './collect-embeds.ts';
import { declaredCharset } from './declared-charset.ts';
import { type PageFacts, readPageFacts } from './page-facts.ts';
import { type PagePiece, pagePieces } from './page-pieces.ts';
import { PageSections } from './page-sections.ts';
import { PageWalk } from './page-walk.ts';
import { Section } from './section.ts';

/** Reads a page: the posts that are embedded in it, and the article around them by its headings, in document order. */
export async function* readPage(entry: Entry): AsyncGenerator<StoryRecord | Problem> {
  let facts: PageFacts | null = null;
  for await (const piece of pagePieces(entry.text(await declaredCharset(entry)), entry.name)) {
    if ('code' in piece) yield piece;
    else {
      facts ??= readPageFacts(piece.tree, entry.url ?? piece.savedFrom);
      yield* storiesOf(piece, facts, entry.name);
    }
  }
}

/** A judgement that leaves fewer UTF-16 units of a page is none. */
const LEAST_ARTICLE = 100;

function* storiesOf(piece: PagePiece, facts: PageFacts, entry: string): Generator<StoryRecord> {
  const embeds = collectEmbeds(piece.tree, facts.base);
  const judged =
    piece.isFirst && piece.isLast ? judgeArticle(piece.tree, piece.nodes, new Set(embeds.keys())) : null;
  let walk = new PageWalk(piece.tree, { embeds, holds: judged?.holds ?? null });
  if (judged !== null && lengthOf(walk) < LEAST_ARTICLE)
    walk = new PageWalk(piece.tree, { embeds, holds: null });
  const page = new PageSections(walk, facts, judged?.byline ?? '');
  for (const part of walk.parts) {
    if (part instanceof Section) {
      const record = page.recordOf(part, entry);
      if (record !== null) yield record;
    } else yield storyRecord({ ...part.embed.story, origin: { entry, unit: 'line', position: part.line } });
  }
}

function lengthOf(walk: PageWalk): number {
  return walk.parts.reduce((sum, part) => sum + (part instanceof Section ? part.result().text.length : 0), 0);
}
