import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { EventName, Events } from '../../app/contract.ts';
import { CALL_NAMES, EVENT_NAMES } from '../../app/contract-names.ts';
import { CALL_CHANNEL, EVENT_CHANNEL, FINISHED_CHANNEL, GIVEN_CHANNEL } from './channels.ts';

type Listener = (payload: Events[EventName]) => unknown;

const listeners = new Map<EventName, Set<Listener>>(EVENT_NAMES.map((event) => [event, new Set()]));

// The page sees the payload only: Electron's event holds the way back to `ipcRenderer`.
ipcRenderer.on(EVENT_CHANNEL, async (_event, name: EventName, payload: Events[EventName]) => {
  const told = [...(listeners.get(name) ?? [])].map(async (listener) => listener(payload));
  const ended = await Promise.allSettled(told);
  if (name === 'host.leaving') await ipcRenderer.invoke(FINISHED_CHANNEL);
  for (const result of ended) if (result.status === 'rejected') throw result.reason;
});

/** What the page finds as `window.uratori`; the shape is `Bridge` of renderer/connection/electron.ts. */
contextBridge.exposeInMainWorld('uratori', {
  call(name: string, params: unknown): Promise<unknown> {
    if (!CALL_NAMES.has(name)) throw new TypeError(`There is no call ${name}.`);
    return ipcRenderer.invoke(CALL_CHANNEL, name, params);
  },

  on(name: EventName, listener: Listener): () => void {
    const those = listeners.get(name);
    if (!those) throw new TypeError(`There is no event ${name}.`);
    const entry: Listener = (payload) => listener(payload);
    those.add(entry);
    return () => {
      those.delete(entry);
    };
  },

  /** Only a `File` that the person gave to the page has a path, so a script cannot let itself into other files. */
  async pathOf(file: File): Promise<string> {
    const path = webUtils.getPathForFile(file);
    if (path !== '') await ipcRenderer.invoke(GIVEN_CHANNEL, path);
    return path;
  },
});
