import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { randomKey } from './keys.ts';
import { refuse } from './responses.ts';

export const DOWNLOADS = '/downloads/';

/** Files that were written for the browser, each behind an address that cannot be guessed. */
export class Downloads {
  readonly #offered = new Map<string, { path: string; name: string }>();

  /** The address, relative to the server. */
  offer(path: string, name = basename(path)): string {
    const key = randomKey();
    this.#offered.set(key, { path, name });
    return DOWNLOADS + key;
  }

  /** Answers with the file as an attachment: it is saved and never shown as a page of this server. */
  async serve(urlPath: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { path, name } = this.#offered.get(urlPath.slice(DOWNLOADS.length)) ?? { path: null, name: '' };
    const stats = path === null ? null : await stat(path).catch(() => null);
    if (path === null || !stats?.isFile()) return refuse(response, 404, 'There is no such download.');
    response.writeHead(200, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': stats.size,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/gu, percent)}`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    });
    if (request.method === 'HEAD') response.end();
    else await pipeline(createReadStream(path), response).catch(() => response.destroy());
  }
}

/** Characters that RFC 8187 wants encoded and `encodeURIComponent` leaves. */
function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
