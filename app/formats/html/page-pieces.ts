import type { Document } from 'domhandler';
import type { Problem } from '../../problem.ts';
import { type PieceLimits, PieceReader } from './piece-reader.ts';

/** A page, or what fits into memory of one. */
export interface PagePiece {
  tree: Document;
  /** Nothing was read before it, or comes behind it. */
  isFirst: boolean;
  isLast: boolean;
  nodes: number;
  savedFrom: string | null;
}

const LIMITS: PieceLimits = { nodes: 1 << 17, units: 1 << 23, token: 1 << 25 };
/** After about so many UTF-16 units the limits are looked at, behind a tag if there is one soon. */
const STEP = 1 << 12;
const LONGEST_STEP = 1 << 16;
/** Posts are quotations: where a page has to be cut, it is behind one. */
const QUOTE_END = '</blockquote>';

/**
 * Reads HTML as trees. A page of ordinary size is one; where a larger one is cut, all elements end. Elements that are
 * nested too deep end early too: their text goes on at the top.
 * @param entry the name that problems give
 */
export async function* pagePieces(
  chunks: AsyncIterable<string>,
  entry: string,
  limits: PieceLimits = LIMITS,
): AsyncGenerator<PagePiece | Problem> {
  const reader = new PieceReader(limits);
  let isFirst = true;
  const piece = (isLast: boolean): PagePiece => {
    const { tree, nodes, savedFrom } = reader.take();
    const made = { tree, isFirst, isLast, nodes, savedFrom };
    isFirst = false;
    return made;
  };
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const end = reader.isOverLimit ? stepEnd(chunk, at, QUOTE_END, 0) : stepEnd(chunk, at);
      reader.write(chunk.slice(at, end));
      at = end;
      if (reader.isStuck) {
        const position = reader.abandon();
        yield { code: 'record-too-large', params: { entry, unit: 'line', position, limit: limits.token } };
      } else if (reader.isFull) yield piece(false);
      else if (reader.isTooDeep) reader.restart();
    }
  }
  yield piece(true);
}

/** The tree of a piece of HTML that is known to be small. */
export function parseTree(html: string): Document {
  const reader = new PieceReader(LIMITS);
  for (let at = 0; at < html.length; at = stepEnd(html, at)) {
    reader.write(html.slice(at, stepEnd(html, at)));
    if (reader.isTooDeep) reader.restart();
  }
  return reader.take().tree;
}

/** @param behind where a step best ends @param least how long it is at least */
function stepEnd(chunk: string, at: number, behind = '>', least = STEP): number {
  const found = chunk.indexOf(behind, at + least);
  const most = Math.min(chunk.length, at + LONGEST_STEP);
  return found === -1 ? most : Math.min(found + behind.length, most);
}
