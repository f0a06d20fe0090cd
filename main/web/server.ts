import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { OpenRequests } from '../open-requests.ts';
import { createWorkbench } from '../workbench.ts';
import { createAccess } from './access.ts';
import { Downloads } from './downloads.ts';
import { Gate } from './gate.ts';
import { browserHost } from './host.ts';
import { acceptedLanguages } from './languages.ts';
import { route } from './router.ts';
import { attachSockets } from './socket.ts';
import { MAX_UPLOAD_BYTES } from './uploads.ts';

export interface WebHostOptions {
  dataFolder: string;
  version: string;
  /** The built interface. */
  rendererFolder: string;
  /** What the page may see beside its own: absolute paths of files and folders. */
  given: readonly string[];
  /** Of those, what to open once a page is there. */
  openFirst: readonly string[];
  /** 0: any that is free. */
  port: number;
  /** Bytes; `MAX_UPLOAD_BYTES` where not given. */
  uploadLimit?: number;
}

export interface WebHost {
  /** With the token that lets its reader in. */
  url: string;
  port: number;
  /** Lets the pages finish, settles all work, then ends. Resolves when everything is on disk. */
  close(): Promise<void>;
}

/** Starts the browser host, on the loopback interface only. Rejects with the system's error if the port is taken. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const folders = Object.fromEntries(
    ['uploads', 'projects', 'exports'].map((name) => [name, join(options.dataFolder, name)]),
  ) as Record<'uploads' | 'projects' | 'exports', string>;
  await Promise.all(Object.values(folders).map((folder) => mkdir(folder, { recursive: true, mode: 0o700 })));

  const downloads = new Downloads();
  const access = await createAccess({
    given: options.given,
    own: [options.dataFolder],
    ownWritable: Object.values(folders),
  });
  const server = createServer();
  let languages: string[] = [];
  const port = await listen(server, options.port);
  const gate = new Gate(port);
  const workbench = createWorkbench({
    dataFolder: options.dataFolder,
    version: options.version,
    host: browserHost(access, downloads, () => languages),
  });
  const requests = new OpenRequests();
  for (const path of options.openFirst) requests.add(path);

  const routes = {
    gate,
    downloads,
    rendererFolder: options.rendererFolder,
    uploadFolder: folders.uploads,
    uploadLimit: options.uploadLimit ?? MAX_UPLOAD_BYTES,
  };
  server.on('request', (request, response) => {
    route(request, response, routes).catch(() => response.destroy());
  });
  const sockets = attachSockets(server, {
    gate,
    workbench,
    onConnect: (headers) => {
      languages = acceptedLanguages(headers['accept-language'] ?? '');
    },
    onStart: () => requests.ready((path) => workbench.emit('open.requested', { path })),
  });

  return {
    url: `http://127.0.0.1:${port}/?token=${gate.token}`,
    port,
    async close() {
      await sockets.finish();
      await workbench.settle();
      sockets.close();
      server.close();
      server.closeAllConnections();
      await workbench.close();
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  // A large upload takes its time; on the loopback nobody else can hold a connection open.
  server.requestTimeout = 0;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port }, () => resolve((server.address() as AddressInfo).port));
  });
}
