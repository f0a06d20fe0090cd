import { type DragEvent, useState } from 'react';
import type { Tag } from '../../app/tag.ts';

/** Where on a row a dragged tag would be dropped: before it, after it, or below it in the hierarchy. */
export type DropSide = 'before' | 'inside' | 'after';

interface Drag {
  tagId: string;
  over: { tagId: string; side: DropSide } | null;
}

/** Dragging rows of the tree. `onDrop` is told which tag was dropped where. */
export function useTagDrag(onDrop: (tagId: string, over: Tag, side: DropSide) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  return {
    sideOver: (tag: Tag): DropSide | undefined => (drag?.over?.tagId === tag.id ? drag.over.side : undefined),
    rowProps: (tag: Tag) => ({
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', tag.name);
        setDrag({ tagId: tag.id, over: null });
      },
      onDragOver: (event: DragEvent<HTMLElement>) => {
        if (!drag || drag.tagId === tag.id) return;
        event.preventDefault();
        const side = sideOf(event);
        if (drag.over?.tagId !== tag.id || drag.over.side !== side)
          setDrag({ ...drag, over: { tagId: tag.id, side } });
      },
      onDrop: (event: DragEvent<HTMLElement>) => {
        event.preventDefault();
        event.stopPropagation();
        if (drag && drag.tagId !== tag.id) onDrop(drag.tagId, tag, sideOf(event));
        setDrag(null);
      },
      onDragEnd: () => setDrag(null),
    }),
  };
}

/** The upper and lower quarters of a row are the places between rows. */
function sideOf(event: DragEvent<HTMLElement>): DropSide {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  const at = (event.clientY - top) / height;
  return at < 0.25 ? 'before' : at > 0.75 ? 'after' : 'inside';
}
