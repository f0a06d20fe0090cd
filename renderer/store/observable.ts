import { useRef, useSyncExternalStore } from 'react';

/** A value that tells when it has changed. */
export class Observable<S> {
  #value: S;
  readonly #listeners = new Set<() => void>();

  constructor(value: S) {
    this.#value = value;
  }

  get = (): S => this.#value;

  update(changes: Partial<S>): void {
    this.#value = { ...this.#value, ...changes };
    for (const listener of this.#listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

/** Renders again only when the selected part changes. A selector that makes new objects needs `equal`. */
export function useSelected<S, T>(
  observable: Observable<S>,
  select: (state: S) => T,
  equal: (a: T, b: T) => boolean = Object.is,
): T {
  const last = useRef<{ value: T } | null>(null);
  return useSyncExternalStore(observable.subscribe, () => {
    const value = select(observable.get());
    if (last.current && equal(last.current.value, value)) return last.current.value;
    last.current = { value };
    return value;
  });
}
