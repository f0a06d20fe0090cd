import { app, Menu, nativeTheme } from 'electron';
import type { Recent } from '../../app/contract.ts';
import { DEFAULT_SETTINGS, type Locale, localeFor, type Settings } from '../../app/settings.ts';
import type { Workbench } from '../workbench.ts';
import { menuTemplate } from './menu.ts';
import { type Texts, textsFor } from './texts.ts';

/** Keeps the native menu, its language and the theme in step with settings and recent projects. */
export class InterfaceState {
  readonly #workbench: Workbench;
  readonly #open: (path: string) => void;
  #settings: Settings = DEFAULT_SETTINGS;
  #recent: readonly Recent[] = [];

  /** @param open what becomes of a recent project that is chosen from the menu */
  constructor(workbench: Workbench, open: (path: string) => void) {
    this.#workbench = workbench;
    this.#open = open;
    workbench.on('settings.changed', ({ settings }) => {
      this.#settings = settings;
      this.#show();
    });
    workbench.on('project.replaced', ({ session }) => {
      if (session) app.addRecentDocument(session.file);
      void this.refresh();
    });
  }

  locale(): Locale {
    return localeFor(this.#settings.locale, app.getPreferredSystemLanguages());
  }

  texts(): Texts {
    return textsFor(this.locale());
  }

  async refresh(): Promise<void> {
    const answer = await this.#workbench.call('workbench.start', {});
    if (!answer.ok) return;
    this.#settings = answer.value.settings;
    this.#recent = answer.value.recent;
    this.#show();
  }

  #show(): void {
    nativeTheme.themeSource = this.#settings.theme;
    const template = menuTemplate({
      texts: this.texts(),
      platform: process.platform,
      keys: this.#settings.keys,
      recent: this.#recent,
      choose: (action) => this.#workbench.emit('menu.chosen', { action }),
      open: this.#open,
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }
}
