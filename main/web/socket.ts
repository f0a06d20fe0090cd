import type { IncomingHttpHeaders, IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { EVENT_NAMES } from '../../app/contract-names.ts';
import type { Workbench } from '../workbench.ts';
import type { Gate } from './gate.ts';
import { Page } from './page.ts';

const SOCKET = '/socket';
/** Bytes of one message: a batch of some hundred thousand commands. */
const MAX_MESSAGE_BYTES = 64 * 1024 ** 2;
const BEAT_MS = 30_000;

interface Options {
  gate: Gate;
  workbench: Workbench;
  /** Told the headers of each page that comes. */
  onConnect(headers: IncomingHttpHeaders): void;
  /** A page had its answer to `workbench.start`. */
  onStart(): void;
}

export interface Sockets {
  /** Lets every page send what stands unsent. */
  finish(): Promise<void>;
  close(): void;
}

/**
 * Carries the contract over WebSockets: `{ id, name, params }` in, `{ id, answer }` out, and every event as
 * `{ event, payload }` to each of them.
 */
export function attachSockets(server: Server, { gate, workbench, onConnect, onStart }: Options): Sockets {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  const pages = new Set<Page>();

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    // Node takes its own listener off here: a connection that breaks now would end the program.
    stream.on('error', () => stream.destroy());
    if (!mayConnect(request, gate)) {
      stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    onConnect(request.headers);
    sockets.handleUpgrade(request, stream, head, (socket: WebSocket) => {
      const page = new Page(socket, workbench, onStart);
      pages.add(page);
      socket.on('close', () => pages.delete(page));
    });
  });

  const undo = EVENT_NAMES.map((event) =>
    workbench.on(event, (payload) => {
      for (const page of pages) page.tell(event, payload);
    }),
  );
  const beat = setInterval(() => {
    for (const page of pages) page.beat();
  }, BEAT_MS);

  return {
    async finish() {
      await Promise.all([...pages].map((page) => page.finish()));
    },
    close() {
      clearInterval(beat);
      for (const stop of undo) stop();
      for (const page of pages) page.close();
      sockets.close();
    },
  };
}

function mayConnect(request: IncomingMessage, gate: Gate): boolean {
  return request.url === SOCKET && gate.originIsOurs(request) && gate.hasCookie(request);
}
