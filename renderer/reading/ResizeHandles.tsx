import { type PointerEvent, useLayoutEffect, useState } from 'react';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { resizeSpan } from '../store/spans.ts';
import type { TextRange } from '../store/state.ts';
import { type AnnotatedSpan, sameRef } from './annotated-spans.ts';
import type { ReadingSurface } from './reading-surface.ts';

interface Handle {
  side: 'start' | 'end';
  top: number;
  left: number;
  /** Across the line, in CSS pixels. */
  across: number;
}

/** Handles at both ends of the selected annotation; dragging one moves that end. By key: select text, then `r`. */
export function ResizeHandles({
  surface,
  spans,
}: {
  surface: ReadingSurface;
  spans: readonly AnnotatedSpan[];
}) {
  const workspace = useWorkspace();
  const { t } = useTranslator();
  const selected = useWorkspaceState((state) => state.selected);
  const readOnly = useWorkspaceState((state) => state.open?.readOnly ?? false);
  const [dragged, setDragged] = useState<TextRange | null>(null);
  const [handles, setHandles] = useState<Handle[]>([]);
  const span = selected ? spans.find((candidate) => sameRef(candidate.ref, selected)) : undefined;

  useLayoutEffect(() => {
    const place = () => setHandles(span && !readOnly ? handlesOf(surface, dragged ?? span) : []);
    place();
    const observer = new ResizeObserver(place);
    observer.observe(surface.root);
    return () => observer.disconnect();
  }, [surface, span, dragged, readOnly]);

  if (!span) return null;

  const rangeAt = (event: PointerEvent, side: Handle['side']): TextRange | null => {
    const at = surface.offsetAt(event.clientX, event.clientY);
    if (at === null) return null;
    const range = side === 'start' ? { start: at, end: span.end } : { start: span.start, end: at };
    return range.start < range.end ? range : null;
  };
  const { vertical } = surface;
  return handles.map(({ side, top, left, across }) => (
    <button
      key={side}
      type="button"
      tabIndex={-1}
      className="resize-handle"
      data-side={side}
      aria-label={t(side === 'start' ? 'reading.resize-start' : 'reading.resize-end')}
      data-vertical={vertical || undefined}
      style={vertical ? { top, left, width: across } : { top, left, height: across }}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged({ start: span.start, end: span.end });
      }}
      onPointerMove={(event) => {
        if (dragged) setDragged(rangeAt(event, side) ?? dragged);
      }}
      onPointerUp={() => {
        if (dragged) void resizeSpan(workspace, span, dragged);
        setDragged(null);
      }}
      onPointerCancel={() => setDragged(null)}
    />
  ));
}

function handlesOf(surface: ReadingSurface, range: TextRange): Handle[] {
  const boxes = surface.boxesOf(range);
  const first = boxes[0];
  const last = boxes.at(-1);
  if (!first || !last) return [];
  const view = surface.root.getBoundingClientRect();
  const at = (left: number, top: number, across: number) => ({
    top: top - view.top + surface.root.scrollTop,
    left: left - view.left + surface.root.scrollLeft,
    across,
  });
  if (surface.vertical)
    return [
      { side: 'start', ...at(first.left, first.top, first.width) },
      { side: 'end', ...at(last.left, last.bottom, last.width) },
    ];
  return [
    { side: 'start', ...at(first.left, first.top, first.height) },
    { side: 'end', ...at(last.right, last.top, last.height) },
  ];
}
