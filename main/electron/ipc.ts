import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { CallName } from '../../app/contract.ts';
import { EVENT_NAMES } from '../../app/contract-names.ts';
import type { Workbench } from '../workbench.ts';
import { CALL_CHANNEL, EVENT_CHANNEL, FINISHED_CHANNEL, GIVEN_CHANNEL } from './channels.ts';
import type { Grants } from './grants.ts';
import { isTrustedFrame } from './origin.ts';

/**
 * Carries the contract over Electron's IPC. Every handler looks at its sender first; the workbench checks names and
 * params. `onStart` is called after the page had its answer to `workbench.start`.
 */
export function connectWindow(options: {
  workbench: Workbench;
  grants: Grants;
  window: () => BrowserWindow | null;
  onStart: () => void;
}): void {
  const { workbench, grants, window, onStart } = options;

  handle(CALL_CHANNEL, async (name, params) => {
    const answer = await workbench.call(name as CallName, params);
    // After the answer is on its way.
    if (name === 'workbench.start' && answer.ok) setImmediate(onStart);
    return answer;
  });
  handle(GIVEN_CHANNEL, async (path) => {
    if (typeof path === 'string') grants.allowRead(path);
  });
  for (const event of EVENT_NAMES) {
    workbench.on(event, (payload) => window()?.webContents.send(EVENT_CHANNEL, event, payload));
  }
}

/** Longer than any page needs to send what was typed; a page that hangs must not keep the program alive. */
const FINISH_MS = 3000;

/** Lets the page send what stands unsent. Resolves once it has, or is gone, or takes too long. */
export async function finishPage(window: BrowserWindow): Promise<void> {
  const { webContents } = window;
  if (webContents.isDestroyed() || webContents.isCrashed()) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, FINISH_MS);
  handle(FINISHED_CHANNEL, async () => resolve());
  webContents.once('destroyed', resolve);
  webContents.send(EVENT_CHANNEL, 'host.leaving', {});
  await promise;
  clearTimeout(timer);
  ipcMain.removeHandler(FINISHED_CHANNEL);
}

function handle(channel: string, handler: (...args: unknown[]) => Promise<unknown>): void {
  ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...args: unknown[]) => {
    if (!isTrustedFrame(event.senderFrame))
      throw new Error('Refused: not from the main frame of the interface.');
    return handler(...args);
  });
}
