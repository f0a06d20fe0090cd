import { useEffect, useRef } from 'react';
import { combinationOf, isComposing } from '../keys/keymap.ts';

/**
 * Takes the next combination of keys before anything else sees it, and gives it to `onPressed`; null for Escape
 * alone and for a click elsewhere, which end the recording.
 */
export function useKeyRecorder(
  recording: boolean,
  mac: boolean,
  onPressed: (combination: string | null) => void,
): void {
  const handler = useRef(onPressed);
  useEffect(() => {
    handler.current = onPressed;
  });
  useEffect(() => {
    if (!recording) return;
    const press = (event: KeyboardEvent) => {
      if (isComposing(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const combination = combinationOf(event, mac);
      if (combination !== '') handler.current(combination === 'Escape' ? null : combination);
    };
    const release = (event: KeyboardEvent) => {
      // A button fires on the release of the space bar.
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const click = (event: PointerEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (!target?.closest('[aria-pressed="true"]')) handler.current(null);
    };
    window.addEventListener('keydown', press, true);
    window.addEventListener('keyup', release, true);
    window.addEventListener('pointerdown', click, true);
    return () => {
      window.removeEventListener('keydown', press, true);
      window.removeEventListener('keyup', release, true);
      window.removeEventListener('pointerdown', click, true);
    };
  }, [recording, mac]);
}
