import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { EventName, Events } from '../../app/contract.ts';
import { CALL_NAMES, EVENT_NAMES } from '../../app/contract-names.ts';
import { CALL_CHANNEL, EVENT_CHANNEL, GIVEN_CHANNEL } from './channels.ts';

type Listener = (payload: Events[EventName]) => void;

const listeners = new Map<EventName, Set<Listener>>(EVENT_NAMES.map((event) => [event, new Set()]));

// The page sees the payload only: Electron's event holds the way back to `ipcRenderer`.
ipcRenderer.on(EVENT_CHANNEL, (_event, name: EventName, payload: Events[EventName]) => {
  for (const listener of [...(listeners.get(name) ?? [])]) listener(payload);
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
