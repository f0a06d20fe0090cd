import type { Answer, CallName, CallParams, Connection, EventName, Events } from '../../app/contract.ts';
import { answered } from './answer.ts';

/** What the preload script puts into the window. */
export interface Bridge {
  call<N extends CallName>(name: N, params: CallParams<N>): Promise<Answer<N>>;
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
  /** Empty for a file that has no path. */
  pathOf(file: File): Promise<string>;
}

/** A connection through Electron's preload script. */
export function electronConnection(bridge: Bridge): Connection {
  return {
    call: async (name, params) => answered(await bridge.call(name, params)),
    on: (event, listener) => bridge.on(event, listener),
    pathOf: (file) => bridge.pathOf(file as File),
  };
}
