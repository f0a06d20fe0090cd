import type { KeyboardEvent } from 'react';

/**
 * Moves the focus among the elements of a group that match `selector`: arrows step (and go round), Home and End jump.
 * Handled keys go no further, so that they mean nothing to the story meanwhile. Returns the element that has the focus now.
 */
export function roveFocus(
  event: KeyboardEvent<HTMLElement>,
  selector: string,
  axis: 'horizontal' | 'vertical' | 'both',
): HTMLElement | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  const elements = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
  const place = elements.indexOf(document.activeElement as HTMLElement);
  if (place < 0) return null;
  const next = targetOf(event.key, place, elements.length, axis);
  if (next === null) return null;
  event.preventDefault();
  event.stopPropagation();
  const element = elements[next] as HTMLElement;
  element.focus();
  return element;
}

/** The place that a key leads to from another one in a group of `count`; null where it leads nowhere. */
export function targetOf(
  key: string,
  place: number,
  count: number,
  axis: 'horizontal' | 'vertical' | 'both',
): number | null {
  const across = axis !== 'vertical';
  const along = axis !== 'horizontal';
  if ((across && key === 'ArrowRight') || (along && key === 'ArrowDown')) return (place + 1) % count;
  if ((across && key === 'ArrowLeft') || (along && key === 'ArrowUp')) return (place - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}
