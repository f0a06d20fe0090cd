import type { Segment } from '../../app/story.ts';
import type { TextRange } from '../store/state.ts';
import type { Caret } from './moves.ts';

/** The element that holds a segment's text, as one text node. */
export const SEGMENT_TEXT = 'data-segment-text';

/**
 * The text on the screen: between UTF-16 units of the story's text and places in the DOM, both ways. The DOM holds
 * each segment as one text node and never changes while a story is shown, so both directions are simple sums.
 */
export class ReadingSurface {
  readonly root: HTMLElement;
  readonly segments: readonly Segment[];
  readonly #nodes: Text[];
  #rest: number | null = null;

  constructor(root: HTMLElement, segments: readonly Segment[]) {
    this.root = root;
    this.segments = segments;
    // By their index, not by their order in the DOM: side by side, a translation stands before what follows it.
    this.#nodes = segments.map((_, index) => {
      const node = root.querySelector(`[${SEGMENT_TEXT}="${index}"]`)?.firstChild;
      return node instanceof Text ? node : document.createTextNode('');
    });
  }

  /** Lines run from top to bottom, the next one to the left. */
  get vertical(): boolean {
    return this.root.dataset.writing === 'vertical';
  }

  /** A place in the DOM as UTF-16 units of the story's text; null outside of the text. */
  offsetOf(node: Node, offset: number): number | null {
    const index = this.#nodes.indexOf(node as Text);
    const segment = this.segments[index];
    if (segment) return segment.start + Math.min(offset, segment.end - segment.start);
    if (!this.root.contains(node)) return null;
    // Between segments, as after a triple click: the end of the last text before that place.
    const place = document.createRange();
    place.setStart(node, offset);
    let before: number | null = null;
    this.#nodes.forEach((text, at) => {
      const known = this.segments[at];
      if (known && text.isConnected && place.comparePoint(text, 0) < 0) before = known.end;
    });
    return before ?? this.segments[0]?.start ?? null;
  }

  /** The place of the text under a point of the window; null where there is none. */
  offsetAt(x: number, y: number): number | null {
    const caret = document.caretPositionFromPoint(x, y);
    return caret ? this.offsetOf(caret.offsetNode, caret.offset) : null;
  }

  /** A run of text in the DOM: one range a segment that it crosses. */
  rangesOf({ start, end }: TextRange): StaticRange[] {
    const ranges: StaticRange[] = [];
    this.segments.forEach((segment, index) => {
      const node = this.#nodes[index];
      const from = Math.max(start, segment.start);
      const to = Math.min(end, segment.end);
      if (!node?.isConnected || from >= to) return;
      ranges.push(
        new StaticRange({
          startContainer: node,
          startOffset: from - segment.start,
          endContainer: node,
          endOffset: to - segment.start,
        }),
      );
    });
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
    const from = this.#placeOf(anchor);
    const to = this.#placeOf(focus);
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

  #placeOf(position: number): { node: Text; offset: number } | null {
    for (let index = 0; index < this.segments.length; index += 1) {
      const segment = this.segments[index];
      const node = this.#nodes[index];
      if (segment && node && position <= segment.end)
        return { node, offset: Math.max(0, position - segment.start) };
    }
    const last = this.#nodes.at(-1);
    return last ? { node: last, offset: last.length } : null;
  }
}
