import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { securityHeaders } from '../content-security.ts';
import { locateStatic } from '../static-files.ts';
import { isOwnUrl, SCHEME } from './origin.ts';

/** Before the application is ready: pages of our scheme have an origin, relative addresses and a secure context. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built interface, and nothing else, under our scheme. */
export function serveInterface(session: Session, folder: string): void {
  session.protocol.handle(SCHEME, async (request) => {
    if (request.method !== 'GET') return refused(405);
    if (!isOwnUrl(request.url)) return refused(403);
    const file = await locateStatic(folder, new URL(request.url).pathname);
    if (!file) return refused(404);
    return new Response(await readFile(file.path), {
      headers: { ...securityHeaders(), 'Content-Type': file.type, 'Cache-Control': 'no-cache' },
    });
  });
}

function refused(status: number): Response {
  return new Response(null, { status, headers: securityHeaders() });
}
