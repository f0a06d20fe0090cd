import type { IncomingHttpHeaders, IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { CallName } from '../../app/contract.ts';
import { EVENT_NAMES } from '../../app/contract-names.ts';
import type { Workbench } from '../workbench.ts';
import type { Gate } from './gate.ts';

export const SOCKET = '/socket';

/** A call as it comes in; the workbench checks name and params. */
const callMessage = z.strictObject({
  id: z.number().int().nonnegative(),
  name: z.string(),
  params: z.unknown(),
});

/** Bytes of one message: a batch of some hundred thousand commands. */
const MAX_MESSAGE_BYTES = 64 * 1024 ** 2;
/** A connection that does not answer between two beats is dead. */
const BEAT_MS = 30_000;
const UNSUPPORTED_DATA = 1003;
const GOING_AWAY = 1001;

interface SocketOptions {
  gate: Gate;
  workbench: Workbench;
  onConnect: (headers: IncomingHttpHeaders) => void;
  onStart: () => void;
}

/**
 * Carries the contract over WebSockets: `{ id, name, params }` in, `{ id, answer }` out, and every event as
 * `{ event, payload }` to each of them. `onConnect` is told the headers of each page that
 * comes; `onStart` is called after one had its answer to `workbench.start`. Returns what ends them all.
 */
export function attachSockets(
  server: Server,
  { gate, workbench, onConnect, onStart }: SocketOptions,
): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  const alive = new WeakSet<WebSocket>();

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (!mayConnect(request, gate))
      return void stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    onConnect(request.headers);
    sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit('connection', socket));
  });

  sockets.on('connection', (socket: WebSocket) => {
    alive.add(socket);
    socket.on('pong', () => alive.add(socket));
    socket.on('error', () => socket.terminate());
    socket.on('message', async (data, isBinary) => {
      const message = isBinary ? null : parse(String(data));
      if (!message) return socket.close(UNSUPPORTED_DATA);
      const answer = await workbench.call(message.name as CallName, message.params);
      send(socket, { id: message.id, answer });
      if (message.name === 'workbench.start' && answer.ok) onStart();
    });
  });

  const undo = EVENT_NAMES.map((event) =>
    workbench.on(event, (payload) => {
      for (const socket of sockets.clients) send(socket, { event, payload });
    }),
  );

  const beat = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, BEAT_MS);

  return () => {
    clearInterval(beat);
    for (const stop of undo) stop();
    for (const socket of sockets.clients) socket.close(GOING_AWAY);
    sockets.close();
  };
}

function mayConnect(request: IncomingMessage, gate: Gate): boolean {
  return request.url === SOCKET && gate.originIsOurs(request) && gate.hasCookie(request);
}

function parse(text: string): z.infer<typeof callMessage> | null {
  try {
    return callMessage.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function send(socket: WebSocket, message: unknown): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
}
