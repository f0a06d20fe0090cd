import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { securityHeaders } from '../content-security.ts';
import { locateStatic } from '../static-files.ts';
import { DOWNLOADS, type Downloads } from './downloads.ts';
import type { Gate } from './gate.ts';
import { refuse } from './responses.ts';
import { receiveUpload, UPLOADS } from './uploads.ts';

export interface Routes {
  gate: Gate;
  downloads: Downloads;
  rendererFolder: string;
  uploadFolder: string;
  /** Bytes. */
  uploadLimit: number;
}

const STRANGER =
  'Open the address that Uratori printed when it started; it holds the key to this page.\n' +
  'Uratoriが起動時に表示したアドレスを開いてください。そのアドレスにこのページの鍵が含まれています。';

/** Answers one request; every way in passes the gate first. */
export async function route(
  request: IncomingMessage,
  response: ServerResponse,
  routes: Routes,
): Promise<void> {
  const { gate } = routes;
  if (!gate.hostIsOurs(request))
    return refuse(response, 421, 'This server answers only under its own address.');
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const reading = request.method === 'GET' || request.method === 'HEAD';

  const token = url.searchParams.get('token');
  if (reading && url.pathname === '/' && token !== null) {
    if (!gate.tokenFits(token)) return refuse(response, 403, STRANGER);
    response.writeHead(303, {
      ...securityHeaders(),
      Location: '/',
      'Set-Cookie': gate.setCookie(),
      'Cache-Control': 'no-store',
    });
    return void response.end();
  }
  if (!gate.hasCookie(request)) return refuse(response, 401, STRANGER);

  if (request.method === 'POST' && url.pathname === UPLOADS) {
    if (!gate.originIsOurs(request)) return refuse(response, 403, 'This request comes from another page.');
    const name = url.searchParams.get('name') ?? '';
    return receiveUpload(request, response, { folder: routes.uploadFolder, name, limit: routes.uploadLimit });
  }
  if (!reading) return refuse(response, 405, 'There is nothing to be changed here.');
  if (url.pathname.startsWith(DOWNLOADS)) return routes.downloads.serve(url.pathname, request, response);
  return sendStatic(url.pathname, request, response, routes.rendererFolder);
}

async function sendStatic(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
): Promise<void> {
  const file = await locateStatic(folder, path);
  if (!file) return refuse(response, 404, 'There is no such file.');
  response.writeHead(200, {
    ...securityHeaders([`ws://${request.headers.host}`]),
    'Content-Type': file.type,
    'Content-Length': file.bytes,
    // A rebuilt interface shows at the next reload.
    'Cache-Control': 'no-cache',
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file.path), response).catch(() => response.destroy());
}
