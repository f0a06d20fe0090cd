import { useCallback, useEffect, useId, useSyncExternalStore } from 'react';

/** One editor is on the screen at a time; this is whose. */
let holder: string | null = null;
const listeners = new Set<() => void>();

function give(to: string | null): void {
  holder = to;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether this field has the editor, and how it takes it. It keeps it until another field takes it or it is gone. */
export function useOnlyEditor(): [boolean, () => void] {
  const id = useId();
  const mine = useSyncExternalStore(subscribe, () => holder === id);
  useEffect(
    () => () => {
      if (holder === id) give(null);
    },
    [id],
  );
  return [mine, useCallback(() => give(id), [id])];
}
