import type { Readable, Writable } from 'node:stream';

/** What the browser says without having been asked. */
export interface DevToolsEvent {
  method: string;
  params: Record<string, unknown>;
  sessionId?: string;
}

interface Waiting {
  resolve(result: Record<string, unknown>): void;
  reject(error: Error): void;
}

/**
 * The DevTools protocol (https://chromedevtools.github.io/devtools-protocol/) over the two pipes of
 * `--remote-debugging-pipe`: JSON messages, each ended by a NUL. Nobody else can reach it, as they could a port.
 */
export class DevToolsPipe {
  readonly #output: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<(event: DevToolsEvent) => void>();
  #pieces: Buffer[] = [];
  #lastId = 0;
  readonly #end = Promise.withResolvers<never>();
  #error: Error | null = null;

  /** @param output what the browser reads; @param input what it writes */
  constructor(output: Writable, input: Readable) {
    this.#output = output;
    input.on('data', (chunk: Buffer) => this.#take(chunk));
    // A browser that is gone is told of by `end`; these would end the process.
    output.on('error', () => undefined);
    input.on('error', () => undefined);
    this.ended.catch(() => undefined);
  }

  /** Rejects with the error of `end`, for those who wait for events. */
  get ended(): Promise<never> {
    return this.#end.promise;
  }

  /** Rejects with what the browser refuses, or with the error of `end`. */
  send(
    method: string,
    params: Record<string, unknown> = {},
    sessionId?: string,
  ): Promise<Record<string, unknown>> {
    if (this.#error) return Promise.reject(this.#error);
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  onEvent(listener: (event: DevToolsEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** All that waits for an answer, and all that is asked from now on, fails by `error`. */
  end(error: Error): void {
    this.#error ??= error;
    this.#end.reject(this.#error);
    for (const { reject } of this.#waiting.values()) reject(this.#error);
    this.#waiting.clear();
  }

  #take(chunk: Buffer): void {
    let from = 0;
    for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, from)) {
      this.#pieces.push(chunk.subarray(from, at));
      const message = Buffer.concat(this.#pieces).toString('utf8');
      this.#pieces = [];
      from = at + 1;
      this.#receive(JSON.parse(message));
    }
    if (from < chunk.length) this.#pieces.push(chunk.subarray(from));
  }

  #receive(message: {
    id?: number;
    method?: string;
    params?: Record<string, unknown>;
    sessionId?: string;
    result?: Record<string, unknown>;
    error?: { message: string };
  }): void {
    const { id, method, params = {}, sessionId, result = {}, error } = message;
    if (id === undefined) {
      const event = { method: method ?? '', params, ...(sessionId === undefined ? {} : { sessionId }) };
      for (const listener of this.#listeners) listener(event);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }
}
