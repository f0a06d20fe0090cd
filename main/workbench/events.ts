import type { EventName, Events } from '../../app/contract.ts';

type Listener<E extends EventName> = (payload: Events[E]) => void;

/** The events of the contract, to whoever listens. A listener that throws does not keep an event from the others. */
export class EventHub {
  readonly #listeners = new Map<EventName, Set<Listener<EventName>>>();

  /** Returns the undo of the subscription. */
  on<E extends EventName>(event: E, listener: Listener<E>): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners);
    // A wrapper of its own, so that a listener that subscribes twice is told twice and can leave once.
    const entry = ((payload: Events[E]) => listener(payload)) as Listener<EventName>;
    listeners.add(entry);
    return () => {
      listeners.delete(entry);
    };
  }

  emit<E extends EventName>(event: E, payload: Events[E]): void {
    for (const listener of [...(this.#listeners.get(event) ?? [])]) {
      try {
        listener(payload);
      } catch (thrown) {
        // A defect of the listener; the change that is reported has happened all the same.
        process.emitWarning(thrown instanceof Error ? thrown : String(thrown));
      }
    }
  }
}
