import type { Answer, Connection } from '../../app/contract.ts';
import { answered } from './answer.ts';
import { Listeners } from './listeners.ts';
import { ReturningSocket } from './socket.ts';
import { upload } from './upload.ts';

/** A connection to the loopback server that this page came from. */
export function browserConnection(): Connection {
  const listeners = new Listeners();
  const address = new URL('socket', location.href.replace(/^http/u, 'ws'));
  const socket = new ReturningSocket(
    `${address.origin}${address.pathname}`,
    (event, payload) => listeners.tell(event, payload as never),
    (connected) => {
      void listeners.tell('connection.changed', { connected });
      // Lost once more: the next return catches up.
      if (connected) catchUp().catch(() => undefined);
    },
  );

  const connection: Connection = {
    async call(name, params) {
      // The server may run on a machine without a desktop; this browser is the person's.
      if (name === 'link.open') window.open((params as { url: string }).url, '_blank', 'noopener,noreferrer');
      else return answered((await socket.call(name, params)) as Answer<typeof name>);
      return null as never;
    },
    on: (event, listener) => listeners.on(event, listener),
    pathOf: (file) => upload(file as File),
  };

  /** Tells what was missed while the connection was lost. */
  async function catchUp(): Promise<void> {
    const { session, settings } = await connection.call('workbench.start', {});
    await listeners.tell('settings.changed', { settings });
    await listeners.tell('project.replaced', { session });
  }

  return connection;
}
