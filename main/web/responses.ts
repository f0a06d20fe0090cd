import type { ServerResponse } from 'node:http';
import type { Problem } from '../../app/problem.ts';

const PLAIN = {
  'Content-Security-Policy': "default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** A short word of plain text to someone who is not let in, or asks for what is not there. */
export function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { ...PLAIN, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${reason}\n`);
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { ...PLAIN, 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

/** An answer in the shape of `Answer`. */
export function sendProblem(response: ServerResponse, status: number, problem: Problem): void {
  sendJson(response, status, { ok: false, problem });
}
