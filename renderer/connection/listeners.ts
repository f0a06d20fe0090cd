import type { EventName, Events } from '../../app/contract.ts';

/** The listeners of one connection. */
export class Listeners {
  readonly #byEvent = new Map<EventName, Set<(payload: never) => void>>();

  /** Returns the undo of the subscription. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void {
    const listeners = this.#byEvent.get(event) ?? new Set();
    this.#byEvent.set(event, listeners);
    // A wrapper of its own, so that a listener that subscribes twice is told twice and can leave once.
    const entry = (payload: Events[E]) => listener(payload);
    listeners.add(entry);
    return () => {
      listeners.delete(entry);
    };
  }

  tell<E extends EventName>(event: E, payload: Events[E]): void {
    for (const listener of [...(this.#byEvent.get(event) ?? [])]) listener(payload as never);
  }
}
