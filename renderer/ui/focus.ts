import { useEffect, useRef } from 'react';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';

/** Gives the keyboard back to the story. */
export function focusReading(): void {
  document.getElementById('reading')?.focus();
}

/** Takes the focus when `state.focusField` asks for the field of this name, once. */
export function useFocusField(name: string | undefined, focus: () => void): void {
  const workspace = useWorkspace();
  const latest = useRef(focus);
  latest.current = focus;
  const wanted = useWorkspaceState((state) => name !== undefined && state.focusField === name);
  useEffect(() => {
    if (!wanted) return;
    workspace.state.update({ focusField: null });
    latest.current();
  }, [wanted, workspace]);
}
