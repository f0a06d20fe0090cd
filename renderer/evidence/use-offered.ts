import { type DragEvent, useEffect, useRef, useState } from 'react';
import { isTyping } from '../keys/typing.ts';
import { useWorkspace } from '../store/context.ts';
import { type Offered, offeredIn } from './offered.ts';

interface DropProps {
  onDragOver: (event: DragEvent) => void;
  onDragLeave: (event: DragEvent) => void;
  onDrop: (event: DragEvent) => void;
}

/**
 * What is pasted anywhere but into a text field while this is on the screen, and what is dropped on the element that
 * gets the props. `dragging`: something is held over it.
 */
export function useOffered(
  enabled: boolean,
  onOffered: (offered: Offered[]) => void,
): { dragging: boolean; dropProps: DropProps } {
  const workspace = useWorkspace();
  const [dragging, setDragging] = useState(false);
  const latest = useRef(onOffered);
  useEffect(() => {
    latest.current = onOffered;
  });

  useEffect(() => {
    if (!enabled) return;
    const paste = (event: ClipboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (!event.clipboardData || isTyping(target) || workspace.state.get().dialog !== null) return;
      const offered = offeredIn(event.clipboardData);
      if (offered.length === 0) return;
      event.preventDefault();
      latest.current(offered);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [enabled, workspace]);

  return {
    dragging,
    dropProps: {
      onDragOver: (event) => {
        // A text field takes text by itself.
        if (isTyping(event.target as Element) && !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = enabled ? 'copy' : 'none';
        setDragging(enabled);
      },
      onDragLeave: (event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
          setDragging(false);
      },
      onDrop: (event) => {
        setDragging(false);
        if (isTyping(event.target as Element) && !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        const offered = enabled ? offeredIn(event.dataTransfer) : [];
        if (offered.length > 0) onOffered(offered);
      },
    },
  };
}
