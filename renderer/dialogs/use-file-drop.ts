import { useEffect, useRef, useState } from 'react';

/**
 * Files dropped anywhere on the window. Resolves to whether files are being dragged over it now. `onFiles` null:
 * they are refused, and still the browser does not leave the page for them.
 */
export function useFileDrop(onFiles: ((files: File[]) => void) | null): boolean {
  const [dragging, setDragging] = useState(false);
  const handler = useRef(onFiles);
  useEffect(() => {
    handler.current = onFiles;
  });

  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // What is under the pointer takes files itself.
      if (event.defaultPrevented) return setDragging(false);
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = handler.current ? 'copy' : 'none';
      setDragging(handler.current !== null);
    };
    const leave = (event: DragEvent) => {
      // Between two elements of the page there is a related one; outside of the window there is none.
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      setDragging(false);
      if (event.defaultPrevented) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) handler.current?.(files);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);

  return dragging;
}
