import type { EventName, Events } from '../../app/contract.ts';

/** The listeners of one connection. */
export class Listeners {
  readonly #byEvent = new Map<EventName, Set<(payload: never) => unknown>>();

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

  /** Resolves once the promises that listeners returned are settled. */
  async tell<E extends EventName>(event: E, payload: Events[E]): Promise<void> {
    const told = [...(this.#byEvent.get(event) ?? [])].map(async (listener) => listener(payload as never));
    for (const result of await Promise.allSettled(told))
      if (result.status === 'rejected') reportError(result.reason);
  }
}
