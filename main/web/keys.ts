import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** An unguessable word of 256 bits that fits into an address. */
export function randomKey(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares in a time that tells nothing of where two words differ. */
export function sameKey(a: string, b: string): boolean {
  const digest = (word: string) => createHash('sha256').update(word).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** The value of a request's cookie, or an empty word. */
export function cookieOf(request: IncomingMessage, name: string): string {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return value.join('=');
  }
  return '';
}
