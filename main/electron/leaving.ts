import { app, type BrowserWindow, dialog, type Event } from 'electron';
import { problemFrom } from '../../app/problem.ts';
import type { Workbench } from '../workbench.ts';
import type { Texts } from './texts.ts';

type State = 'staying' | 'settling' | 'leaving' | 'closing' | 'gone';

/**
 * Nobody leaves before everything is on disk. Closing the window and quitting are held up until the workbench has
 * settled; where saving fails, the person decides.
 */
export class Leaving {
  readonly #workbench: Workbench;
  readonly #texts: () => Texts;
  #state: State = 'staying';

  constructor(workbench: Workbench, texts: () => Texts) {
    this.#workbench = workbench;
    this.#texts = texts;
    app.on('before-quit', (event) => this.#holdUp(event, null));
    app.on('will-quit', (event) => {
      if (this.#state === 'gone') return;
      event.preventDefault();
      void this.#close();
    });
  }

  watch(window: BrowserWindow): void {
    window.on('close', (event) => this.#holdUp(event, window));
  }

  #holdUp(event: Event, window: BrowserWindow | null): void {
    if (this.#state !== 'staying' && this.#state !== 'settling') return;
    event.preventDefault();
    if (this.#state === 'staying') void this.#leave(window);
  }

  async #leave(window: BrowserWindow | null): Promise<void> {
    this.#state = 'settling';
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
      const { code, params } = problemFrom(thrown);
      return `${code} ${Object.values(params).join(' ')}`;
    }
  }

  async #quitAnyway(window: BrowserWindow | null, detail: string): Promise<boolean> {
    const texts = this.#texts();
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
