/**
 * Browsers cap an element's height (33.5 million CSS pixels in Chromium), and a list of 1,000,000 rows is higher.
 * So the scrolling element is never higher than this, and its scroll position is scaled to the list's.
 */
export const MOST_PIXELS = 8_000_000;

export interface ScrollGeometry {
  /** CSS pixels of all rows, of the visible part, and of the element that scrolls. */
  content: number;
  viewport: number;
  scrolled: number;
}

export function geometry(count: number, rowHeight: number, viewport: number): ScrollGeometry {
  const content = count * rowHeight;
  return { content, viewport, scrolled: Math.min(content, MOST_PIXELS) };
}

/** Pixels of the list above the visible part, for a scroll position of the element. */
export function contentTop({ content, viewport, scrolled }: ScrollGeometry, scrollTop: number): number {
  if (content <= viewport || scrolled <= viewport) return 0;
  return clamp((scrollTop / (scrolled - viewport)) * (content - viewport), content - viewport);
}

/** The scroll position of the element, for pixels of the list above the visible part. */
export function scrollTopFor({ content, viewport, scrolled }: ScrollGeometry, top: number): number {
  if (content <= viewport) return 0;
  return (clamp(top, content - viewport) / (content - viewport)) * (scrolled - viewport);
}

/** The least move that has a row wholly in sight. */
export function revealRow({ viewport }: ScrollGeometry, top: number, row: number, rowHeight: number): number {
  const start = row * rowHeight;
  if (start < top) return start;
  if (start + rowHeight > top + viewport) return start + rowHeight - viewport;
  return top;
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}
