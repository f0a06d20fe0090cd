/** In CSS pixels of the window. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Room between what is shown and what tells of it, and to the edge of the window. */
const GAP = 14;

/**
 * Where a panel stands beside what it tells of: to its right, its left, below, above, or over it where there is no
 * room; always wholly in the window.
 */
export function placeBeside(
  target: Box,
  panel: { width: number; height: number },
  view: { width: number; height: number },
): { left: number; top: number } {
  const within = ({ left, top }: { left: number; top: number }) => ({
    left: Math.max(GAP, Math.min(left, view.width - panel.width - GAP)),
    top: Math.max(GAP, Math.min(top, view.height - panel.height - GAP)),
  });
  const right = target.left + target.width + GAP;
  const left = target.left - panel.width - GAP;
  const below = target.top + target.height + GAP;
  const above = target.top - panel.height - GAP;
  const beside = target.top + Math.min(48, target.height / 3);
  if (right + panel.width + GAP <= view.width) return within({ left: right, top: beside });
  if (left >= GAP) return within({ left, top: beside });
  if (below + panel.height + GAP <= view.height) return within({ left: target.left, top: below });
  if (above >= GAP) return within({ left: target.left + target.width - panel.width, top: above });
  return within({ left: target.left + target.width - panel.width, top: target.top + GAP });
}
