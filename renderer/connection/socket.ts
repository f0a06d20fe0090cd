import type { Answer, CallName, EventName, Events } from '../../app/contract.ts';
import { UratoriError } from '../../app/problem.ts';

type Incoming = { id: number; answer: Answer<CallName> } | { event: EventName; payload: Events[EventName] };
interface Waiting {
  resolve(answer: Answer<CallName>): void;
  reject(error: UratoriError): void;
}

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 5000;

/**
 * A WebSocket that comes back. Calls made while it first connects wait; those under way when it breaks, and those made
 * while it is broken, are refused with `connection-lost`, since nobody knows whether they were carried out.
 */
export class ReturningSocket {
  readonly #address: string;
  readonly #onEvent: (event: EventName, payload: Events[EventName]) => Promise<void>;
  readonly #onChange: (connected: boolean) => void;
  readonly #waiting = new Map<number, Waiting>();
  #socket: WebSocket;
  #lastId = 0;
  #broken = false;
  #retryMs = FIRST_RETRY_MS;
  #unsent: string[] = [];

  constructor(
    address: string,
    onEvent: (event: EventName, payload: Events[EventName]) => Promise<void>,
    onChange: (connected: boolean) => void,
  ) {
    this.#address = address;
    this.#onEvent = onEvent;
    this.#onChange = onChange;
    this.#socket = this.#connect();
  }

  call(name: CallName, params: unknown): Promise<Answer<CallName>> {
    if (this.#broken) return Promise.reject(new UratoriError('connection-lost'));
    const id = ++this.#lastId;
    const message = JSON.stringify({ id, name, params });
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(message);
      else this.#unsent.push(message);
    });
  }

  #connect(): WebSocket {
    const socket = new WebSocket(this.#address);
    socket.addEventListener('open', () => {
      this.#retryMs = FIRST_RETRY_MS;
      for (const message of this.#unsent.splice(0)) socket.send(message);
      if (!this.#broken) return;
      this.#broken = false;
      this.#onChange(true);
    });
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(data as string) as Incoming));
    socket.addEventListener('close', () => this.#lost());
    return socket;
  }

  #receive(message: Incoming): void {
    if ('event' in message) {
      const told = this.#onEvent(message.event, message.payload);
      if (message.event === 'host.leaving') {
        void told.then(() => this.#socket.send(JSON.stringify({ finished: true })));
      }
      return;
    }
    this.#waiting.get(message.id)?.resolve(message.answer);
    this.#waiting.delete(message.id);
  }

  #lost(): void {
    this.#unsent = [];
    for (const { reject } of this.#waiting.values()) reject(new UratoriError('connection-lost'));
    this.#waiting.clear();
    if (!this.#broken) {
      this.#broken = true;
      this.#onChange(false);
    }
    setTimeout(() => {
      this.#socket = this.#connect();
    }, this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS);
  }
}
