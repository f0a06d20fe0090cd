import type { WebFrameMain } from 'electron';

/** The interface's own scheme and its one host. */
export const SCHEME = 'app';
export const ORIGIN = `${SCHEME}://uratori`;
export const START_URL = `${ORIGIN}/index.html`;

/** Whether an address belongs to the interface. Custom schemes have the origin `null` in WHATWG URLs, so by its parts. */
export function isOwnUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return `${protocol}//${host}` === ORIGIN && username === '' && password === '';
}

/** Whether a message comes from the interface's main frame. A frame that is gone meanwhile is null, and refused. */
export function isTrustedFrame(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isOwnUrl(frame.url);
}
