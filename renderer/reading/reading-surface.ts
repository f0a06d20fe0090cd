import type { Segment } from '../../app/story.ts';
import type { TextRange } from '../store/state.ts';
import type { Caret } from './moves.ts';

/** An element that holds text of a segment, as one text node; the value is the segment's index. */
export const SEGMENT_TEXT = 'data-segment-text';
/** Where its text begins, in UTF-16 units of the story's text, where it is not the whole segment. */
export const TEXT_FROM = 'data-from';

/** A text node and the run of the story's text that it holds. */
interface Piece {
  node: Text;
  start: number;
  end: number;
}

/**
 * The text on the screen: between UTF-16 units of the story's text and places in the DOM, both ways. The DOM holds
 * each segment as one text node, or as several that follow each other, and does not change while it is shown so; both
 * directions are simple sums.
 */
export class ReadingSurface {
  readonly root: HTMLElement;
  /** In the order of the text. */
  readonly #pieces: readonly Piece[];
  readonly #byNode: ReadonlyMap<Node, Piece>;
  #rest: number | null = null;

  constructor(root: HTMLElement, segments: readonly Segment[]) {
    this.root = root;
    // By what they hold, not by their order in the DOM: side by side, a translation stands before what follows it.
    this.#pieces = [...root.querySelectorAll(`[${SEGMENT_TEXT}]`)]
      .flatMap((element): Piece[] => {
        const segment = segments[Number(element.getAttribute(SEGMENT_TEXT))];
        const node = element.firstChild;
        if (!segment || !(node instanceof Text)) return [];
        const start = Number(element.getAttribute(TEXT_FROM) ?? segment.start);
        return [{ node, start, end: start + node.length }];
      })
      .sort((a, b) => a.start - b.start);
    this.#byNode = new Map(this.#pieces.map((piece) => [piece.node, piece]));
  }

  /** Lines run from top to bottom, the next one to the left. */
  get vertical(): boolean {
    return this.root.dataset.writing === 'vertical';
  }

  /** A place in the DOM as UTF-16 units of the story's text; null outside of the text. */
  offsetOf(node: Node, offset: number): number | null {
    const piece = this.#byNode.get(node);
    if (piece) return piece.start + Math.min(offset, piece.end - piece.start);
    if (!this.root.contains(node)) return null;
    // Between texts, as after a triple click: the end of the last text before that place.
    const place = document.createRange();
    place.setStart(node, offset);
    const before = this.#pieces.findLast(
      ({ node: text }) => text.isConnected && place.comparePoint(text, 0) < 0,
    );
    return before?.end ?? this.#pieces[0]?.start ?? null;
  }

  /** The place of the text under a point of the window; null where there is none. */
  offsetAt(x: number, y: number): number | null {
    const caret = document.caretPositionFromPoint(x, y);
    return caret ? this.offsetOf(caret.offsetNode, caret.offset) : null;
  }

  /** A run of text in the DOM: one range a text node that it crosses. */
  rangesOf({ start, end }: TextRange): StaticRange[] {
    const ranges: StaticRange[] = [];
    for (let index = this.#firstEndingAfter(start); index < this.#pieces.length; index += 1) {
      const piece = this.#pieces[index] as Piece;
      if (piece.start >= end) break;
      const from = Math.max(start, piece.start);
      const to = Math.min(end, piece.end);
      if (!piece.node.isConnected || from >= to) continue;
      ranges.push(
        new StaticRange({
          startContainer: piece.node,
          startOffset: from - piece.start,
          endContainer: piece.node,
          endOffset: to - piece.start,
        }),
      );
    }
    return ranges;
  }

  /** Boxes of a run of text, relative to the window. */
  boxesOf(range: TextRange): DOMRect[] {
    return this.rangesOf(range).flatMap(({ startContainer, startOffset, endContainer, endOffset }) => {
      const live = document.createRange();
      live.setStart(startContainer, startOffset);
      live.setEnd(endContainer, endOffset);
      return [...live.getClientRects()];
    });
  }

  /** What is selected in the text, with its direction; null where nothing is. */
  caret(): Caret | null {
    const caret = this.#place();
    return caret && caret.anchor !== caret.focus ? caret : null;
  }

  /** Where the keys go on from: what is selected, the place that was clicked, or where the last selection ended. */
  origin(): Caret | null {
    return this.#place() ?? (this.#rest === null ? null : { anchor: this.#rest, focus: this.#rest });
  }

  #place(): Caret | null {
    const selection = document.getSelection();
    if (!selection?.anchorNode || !selection.focusNode) return null;
    if (!this.root.contains(selection.anchorNode) || !this.root.contains(selection.focusNode)) return null;
    const anchor = this.offsetOf(selection.anchorNode, selection.anchorOffset);
    const focus = this.offsetOf(selection.focusNode, selection.focusOffset);
    return anchor === null || focus === null ? null : { anchor, focus };
  }

  select({ anchor, focus }: Caret): void {
    const from = this.#placeOf(anchor, anchor < focus);
    const to = this.#placeOf(focus, focus < anchor);
    if (!from || !to) return;
    document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
    this.reveal({ start: Math.min(anchor, focus), end: Math.max(anchor, focus) });
  }

  clear(): void {
    const caret = this.caret();
    if (caret) this.#rest = Math.max(caret.anchor, caret.focus);
    document.getSelection()?.removeAllRanges();
  }

  /** Scrolls as little as it takes to have a run of text in sight, opening what is folded over it. */
  reveal(range: TextRange): void {
    for (const { startContainer } of this.rangesOf(range)) {
      const folded = startContainer.parentElement?.closest('details');
      if (folded) folded.open = true;
    }
    const [box] = this.boxesOf(range);
    const view = this.root.getBoundingClientRect();
    if (!box) return;
    if (this.vertical) {
      const aside = Math.min(96, view.width / 4);
      if (box.right > view.right - aside) this.root.scrollBy({ left: box.right - view.right + aside });
      else if (box.left < view.left + aside) this.root.scrollBy({ left: box.left - view.left - aside });
      return;
    }
    const margin = Math.min(96, view.height / 4);
    if (box.top < view.top + margin) this.root.scrollBy({ top: box.top - view.top - margin });
    else if (box.bottom > view.bottom - margin)
      this.root.scrollBy({ top: box.bottom - view.bottom + margin });
  }

  /** @param starts what begins here counts, where one text ends and the next begins */
  #placeOf(position: number, starts: boolean): { node: Text; offset: number } | null {
    const index = this.#pieces.findIndex(({ end }) => (starts ? position < end : position <= end));
    const piece = this.#pieces[index] ?? this.#pieces.at(-1);
    if (!piece) return null;
    return {
      node: piece.node,
      offset: Math.max(0, Math.min(position, piece.end) - piece.start),
    };
  }

  #firstEndingAfter(position: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle] as Piece).end <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
