import { join } from 'node:path';
import { app, type BrowserWindow, dialog, session } from 'electron';
import { OpenRequests } from '../open-requests.ts';
import { RENDERER_FOLDER } from '../renderer-folder.ts';
import { createWorkbench } from '../workbench.ts';
import { Grants } from './grants.ts';
import { electronHost, openLink } from './host.ts';
import { InterfaceState } from './interface-state.ts';
import { connectWindow } from './ipc.ts';
import { Leaving } from './leaving.ts';
import { serveInterface } from './protocol.ts';
import { harden } from './security.ts';
import { createWindow } from './window.ts';

/** The running application: one workbench behind one window. */
export class Desktop {
  readonly #dataFolder: string;
  readonly #grants = new Grants();
  readonly #requests = new OpenRequests();
  #window: BrowserWindow | null = null;

  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder;
  }

  /** The system, or a second instance, asks to open a file: the person let us into it by that. */
  open(path: string): void {
    this.#grants.allowRead(path);
    this.#requests.add(path);
  }

  focus(): void {
    if (this.#window?.isMinimized()) this.#window.restore();
    this.#window?.focus();
  }

  /** When the application is ready. */
  async start(): Promise<void> {
    const window = () => this.#window;
    const workbench = createWorkbench({
      dataFolder: this.#dataFolder,
      version: app.getVersion(),
      host: electronHost({ window, texts: () => state.texts(), grants: this.#grants }),
    });
    const state = new InterfaceState(workbench, (path) => this.open(path));
    const leaving = new Leaving(workbench, state);
    const tell = (path: string) => workbench.emit('open.requested', { path });

    harden(session.defaultSession, (url) => void openLink(url));
    serveInterface(session.defaultSession, RENDERER_FOLDER);
    connectWindow({ workbench, grants: this.#grants, window, onStart: () => this.#requests.ready(tell) });
    await state.refresh();

    this.#window = createWindow(join(this.#dataFolder, 'window.json'));
    leaving.watch(this.#window);
    this.#window.on('closed', () => {
      this.#window = null;
    });
    this.#reopenAfterCrash(this.#window, state);
  }

  /** What was confirmed is saved; the page only shows it. */
  #reopenAfterCrash(window: BrowserWindow, state: InterfaceState): void {
    window.webContents.on('render-process-gone', async (_event, { reason }) => {
      if (reason === 'clean-exit' || window.isDestroyed()) return;
      this.#requests.away();
      const { crashedTitle: message, crashedDetail: detail, reopen } = state.texts();
      await dialog.showMessageBox(window, { type: 'error', message, detail, buttons: [reopen] });
      if (!window.isDestroyed()) window.reload();
    });
  }
}
