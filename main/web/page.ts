import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { CallName, EventName, Events } from '../../app/contract.ts';
import type { Workbench } from '../workbench.ts';

/** What comes in: a call, whose name and params the workbench checks, or the answer to `host.leaving`. */
const messageSchema = z.union([
  z.strictObject({ id: z.number().int().nonnegative(), name: z.string(), params: z.unknown() }),
  z.strictObject({ finished: z.literal(true) }),
]);
type Message = z.infer<typeof messageSchema>;

/** Longer than any page needs to send what was typed; one that hangs must not keep the program alive. */
const FINISH_MS = 3000;
const UNSUPPORTED_DATA = 1003;
const GOING_AWAY = 1001;

/** One page at the other end of a WebSocket. */
export class Page {
  readonly #socket: WebSocket;
  readonly #workbench: Workbench;
  readonly #onStart: () => void;
  #alive = true;
  #finished: (() => void) | null = null;

  /** @param onStart called after the page had its answer to `workbench.start` */
  constructor(socket: WebSocket, workbench: Workbench, onStart: () => void) {
    this.#socket = socket;
    this.#workbench = workbench;
    this.#onStart = onStart;
    socket.on('pong', () => {
      this.#alive = true;
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.#finished?.());
    socket.on('message', (data, isBinary) => {
      const message = isBinary ? null : parse(String(data));
      if (message === null) socket.close(UNSUPPORTED_DATA);
      else if ('finished' in message) this.#finished?.();
      else void this.#answer(message);
    });
  }

  tell<E extends EventName>(event: E, payload: Events[E]): void {
    this.#send({ event, payload });
  }

  /** Lets the page send what stands unsent. Resolves once it has, or is gone, or takes too long. */
  async finish(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#finished = resolve;
    const timer = setTimeout(resolve, FINISH_MS);
    if (this.#socket.readyState === this.#socket.OPEN) this.tell('host.leaving', {});
    else resolve();
    await promise;
    clearTimeout(timer);
  }

  /** A connection that does not answer between two beats is dead. */
  beat(): void {
    if (!this.#alive) this.#socket.terminate();
    this.#alive = false;
    this.#socket.ping();
  }

  close(): void {
    this.#socket.close(GOING_AWAY);
  }

  async #answer({ id, name, params }: Extract<Message, { id: number }>): Promise<void> {
    const answer = await this.#workbench.call(name as CallName, params);
    this.#send({ id, answer });
    if (name === 'workbench.start' && answer.ok) this.#onStart();
  }

  #send(message: unknown): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(message));
  }
}

function parse(text: string): Message | null {
  try {
    return messageSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
