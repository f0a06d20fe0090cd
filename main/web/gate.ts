import type { IncomingMessage } from 'node:http';
import { cookieOf, randomKey, sameKey } from './keys.ts';

/**
 * Who is let in. The address that the server prints carries a token; whoever opens it gets a cookie, which no script
 * and no other site can read or send. `Host` is checked against a site that makes its own name lead to this machine
 * (DNS rebinding), `Origin` against pages of other sites in the same browser.
 */
export class Gate {
  readonly token = randomKey();
  readonly #cookie = randomKey();
  readonly #port: number;

  constructor(port: number) {
    this.#port = port;
  }

  hostIsOurs(request: IncomingMessage): boolean {
    return this.#hosts().includes(request.headers.host ?? '');
  }

  /** The page's own scripts say where they come from; a request without a word of it is refused too. */
  originIsOurs(request: IncomingMessage): boolean {
    return request.headers.origin === `http://${request.headers.host}` && this.hostIsOurs(request);
  }

  hasCookie(request: IncomingMessage): boolean {
    return sameKey(cookieOf(request, this.#name()), this.#cookie);
  }

  tokenFits(token: string): boolean {
    return sameKey(token, this.token);
  }

  /** Cookies are shared by all ports of a host, so the name holds the port. */
  setCookie(): string {
    return `${this.#name()}=${this.#cookie}; HttpOnly; SameSite=Strict; Path=/`;
  }

  #name(): string {
    return `uratori-${this.#port}`;
  }

  #hosts(): string[] {
    // Browsers leave the port of plain HTTP out.
    const ports = this.#port === 80 ? [`:${this.#port}`, ''] : [`:${this.#port}`];
    return ['127.0.0.1', 'localhost'].flatMap((name) => ports.map((port) => `${name}${port}`));
  }
}
