import type { Connection } from '../../app/contract.ts';
import { browserConnection } from './browser.ts';
import { type Bridge, electronConnection } from './electron.ts';

declare global {
  interface Window {
    /** There in Electron only. */
    uratori?: Bridge;
  }
}

/** The connection to whichever host this page runs in. */
export function connect(): Connection {
  return window.uratori ? electronConnection(window.uratori) : browserConnection();
}
