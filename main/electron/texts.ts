import type { Locale } from '../../app/settings.ts';
import en from '../../resources/locales/en/menu.json' with { type: 'json' };
import ja from '../../resources/locales/ja/menu.json' with { type: 'json' };

/** What the native menu and dialogs say. */
export type Texts = typeof en;

const ALL: Record<Locale, Texts> = { en, ja };

export function textsFor(locale: Locale): Texts {
  return ALL[locale];
}
