import { app, type BrowserWindow, dialog, type Event } from 'electron';
import { problemFrom } from '../../app/problem.ts';
import { messageOf } from '../messages.ts';
import type { Workbench } from '../workbench.ts';
import type { InterfaceState } from './interface-state.ts';
import { finishPage } from './ipc.ts';

type State = 'staying' | 'settling' | 'leaving' | 'closing' | 'gone';

/**
 * Nobody leaves before everything is on disk. Closing the window and quitting are held up until the workbench has
 * settled; where saving fails, the person decides.
 */
export class Leaving {
  readonly #workbench: Workbench;
  readonly #interface: InterfaceState;
  #state: State = 'staying';
  #window: BrowserWindow | null = null;

  constructor(workbench: Workbench, state: InterfaceState) {
    this.#workbench = workbench;
    this.#interface = state;
    app.on('before-quit', (event) => this.#holdUp(event));
    app.on('will-quit', (event) => {
      if (this.#state === 'gone') return;
      event.preventDefault();
      void this.#close();
    });
  }

  watch(window: BrowserWindow): void {
    this.#window = window;
    window.on('close', (event) => this.#holdUp(event));
  }

  #holdUp(event: Event): void {
    if (this.#state !== 'staying' && this.#state !== 'settling') return;
    event.preventDefault();
    if (this.#state === 'staying') void this.#leave();
  }

  async #leave(): Promise<void> {
    this.#state = 'settling';
    const window = this.#window?.isDestroyed() ? null : this.#window;
    if (window) await finishPage(window);
    const failure = await this.#settled();
    if (failure !== null && !(await this.#quitAnyway(window, failure))) {
      this.#state = 'staying';
      return;
    }
    this.#state = 'leaving';
    app.quit();
  }

  /** The windows are closed. What their pages said at the very end is settled too. */
  async #close(): Promise<void> {
    if (this.#state === 'closing') return;
    this.#state = 'closing';
    await this.#workbench.close().catch((thrown: unknown) => console.error(thrown));
    this.#state = 'gone';
    app.quit();
  }

  async #settled(): Promise<string | null> {
    try {
      await this.#workbench.settle();
      return null;
    } catch (thrown) {
      return messageOf(problemFrom(thrown), this.#interface.locale());
    }
  }

  async #quitAnyway(window: BrowserWindow | null, detail: string): Promise<boolean> {
    const texts = this.#interface.texts();
    const options = {
      type: 'warning' as const,
      message: texts.unsavedTitle,
      detail: texts.unsavedDetail.replace('{detail}', () => detail),
      buttons: [texts.stay, texts.quitAnyway],
      defaultId: 0,
      cancelId: 0,
    };
    const { response } = await (window
      ? dialog.showMessageBox(window, options)
      : dialog.showMessageBox(options));
    return response === 1;
  }
}
