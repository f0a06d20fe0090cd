import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type WebSocket as Served, WebSocketServer } from 'ws';
import { ReturningSocket } from '../../../../renderer/connection/socket.ts';

let server: WebSocketServer | null = null;
afterEach(() => {
  for (const client of server?.clients ?? []) client.terminate();
  server?.close();
});

/** A server that answers every call with its own name. */
async function serve(port = 0): Promise<{ port: number; connections: Served[] }> {
  server = new WebSocketServer({ host: '127.0.0.1', port });
  const connections: Served[] = [];
  server.on('connection', (socket) => {
    connections.push(socket);
    socket.on('message', (data) => {
      const { id, name } = JSON.parse(String(data));
      if (name !== 'stories.view') socket.send(JSON.stringify({ id, answer: { ok: true, value: name } }));
    });
  });
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, connections };
}

function connectTo(port: number) {
  const states: boolean[] = [];
  const { promise: back, resolve } = Promise.withResolvers<void>();
  const socket = new ReturningSocket(
    `ws://127.0.0.1:${port}`,
    async () => undefined,
    (connected) => {
      states.push(connected);
      if (connected) resolve();
    },
  );
  return { socket, states, back };
}

describe('the socket of a page', () => {
  it('keeps calls that were made before it was open', async () => {
    const { port } = await serve();
    const { socket, states } = connectTo(port);
    const answers = await Promise.all([socket.call('workbench.start', {}), socket.call('project.undo', {})]);
    expect(answers).toEqual([
      { ok: true, value: 'workbench.start' },
      { ok: true, value: 'project.undo' },
    ]);
    expect(states).toEqual([]);
  });

  it('refuses what was under way when it broke, comes back, and works again', async () => {
    const { port, connections } = await serve();
    const { socket, states, back } = connectTo(port);
    await socket.call('workbench.start', {});
    const unanswered = socket.call('stories.view', {});
    connections[0]?.terminate();
    await expect(unanswered).rejects.toMatchObject({ code: 'connection-lost' });
    await expect(socket.call('project.undo', {})).rejects.toMatchObject({ code: 'connection-lost' });
    await back;
    expect(states).toEqual([false, true]);
    expect(await socket.call('project.undo', {})).toEqual({ ok: true, value: 'project.undo' });
  });
});
