import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Choice } from '../bulk/use-choice.ts';
import { contentTop, geometry, revealRow, scrollTopFor } from './scaled-scroll.ts';

interface Props {
  id: string;
  label: string;
  /** Names what is listed, in its order: under another name the list is looked at from its beginning. */
  list?: string;
  count: number;
  /** CSS pixels; all rows are equally high. */
  rowHeight: number;
  /** The place of the chosen row, which is kept in sight; undefined as long as it is being looked for. */
  current: number | null | undefined;
  onChoose: (place: number) => void;
  /** Several rows can be chosen: Shift with arrows or a click extends, Ctrl with a click or the space bar toggles. */
  choice?: Choice;
  /** Tells which rows are in sight, first and one past the last. */
  onVisible: (from: number, to: number) => void;
  /** What the list depends on beside its own props: rows are rendered again when it changes. */
  render: (place: number) => ReactNode;
}

/** A list box of any length, of which only the rows in sight exist. */
export function VirtualList({
  id,
  label,
  list = '',
  count,
  rowHeight,
  current: found,
  onChoose,
  choice,
  onVisible,
  render,
}: Props) {
  const current = found ?? null;
  const scroller = useRef<HTMLDivElement>(null);
  const [viewport, setViewport] = useState(0);
  const [top, setTop] = useState(0);
  // The list's own position is exact; the element's is rounded, and scaled for long lists. What we set ourselves
  // must not come back to us rounded.
  const written = useRef(-1);
  const shape = geometry(count, rowHeight, viewport);
  const scaled = shape.scrolled < shape.content;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setViewport(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const goTo = (next: number) => {
    const element = scroller.current;
    const bounded = Math.max(0, Math.min(next, shape.content - shape.viewport));
    setTop(bounded);
    if (!element) return;
    element.scrollTop = scrollTopFor(shape, bounded);
    written.current = element.scrollTop;
  };

  const placed = useRef(list);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new choice or list moves it; scrolling away must not snap back.
  useLayoutEffect(() => {
    if (found === undefined || viewport === 0) return;
    if (found !== null) goTo(revealRow(shape, top, found, rowHeight));
    else if (placed.current !== list) goTo(0);
    placed.current = list;
  }, [found, list, viewport > 0]);

  // In a scaled list a turn of the wheel would jump over rows: it moves by the pixels that it means.
  useEffect(() => {
    const element = scroller.current;
    if (!element || !scaled) return;
    const turn = (event: WheelEvent) => {
      if (event.ctrlKey) return;
      event.preventDefault();
      goTo(top + event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? rowHeight / 3 : 1));
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  });

  const from = Math.max(0, Math.floor(top / rowHeight));
  const to = Math.min(count, Math.ceil((top + viewport) / rowHeight) + 1);
  useEffect(() => {
    if (to > from) onVisible(from, to);
  }, [from, to, onVisible]);

  const step = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(viewport / rowHeight) - 1);
    const moves: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -count,
      End: count,
    };
    const by = moves[event.key];
    if (count === 0 || event.altKey) return;
    const modified = event.ctrlKey || event.metaKey;
    const next = Math.max(0, Math.min(count - 1, (current ?? -1) + (by ?? 0)));
    if (choice && modified && event.key === 'a') choice.all();
    else if (choice && modified && event.key === ' ' && current !== null) choice.toggle(current);
    else if (choice && choice.size > 0 && event.key === 'Escape') choice.none();
    else if (by === undefined || modified) return;
    else {
      if (choice && event.shiftKey) choice.extend(current ?? next, next);
      onChoose(next);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const rows: ReactNode[] = [];
  for (let place = from; place < to; place += 1) {
    rows.push(
      // biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus and names the active option.
      // biome-ignore lint/a11y/useKeyWithClickEvents: the list box listens to the keys.
      <div
        key={place}
        id={`${id}-${place}`}
        role="option"
        aria-selected={choice && choice.size > 0 ? choice.has(place) : place === current}
        data-current={place === current || undefined}
        aria-setsize={count}
        aria-posinset={place + 1}
        className="row"
        style={{ height: rowHeight, transform: `translateY(${place * rowHeight - top}px)` }}
        onClick={(event) => {
          if (choice && (event.ctrlKey || event.metaKey)) return choice.toggle(place);
          if (choice && event.shiftKey) choice.extend(current ?? place, place);
          else if (choice && choice.size > 0) choice.none();
          onChoose(place);
        }}
      >
        {render(place)}
      </div>,
    );
  }
  return (
    <div
      id={id}
      ref={scroller}
      className="virtual-list"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable={choice ? true : undefined}
      aria-activedescendant={
        current !== null && current >= from && current < to ? `${id}-${current}` : undefined
      }
      onKeyDown={step}
      onScroll={(event) => {
        const { scrollTop } = event.currentTarget;
        if (scrollTop === written.current) return;
        written.current = -1;
        setTop(contentTop(shape, scrollTop));
      }}
    >
      <div role="presentation" style={{ height: shape.scrolled }}>
        <div role="presentation" className="window" style={{ height: viewport }}>
          {rows}
        </div>
      </div>
    </div>
  );
}
