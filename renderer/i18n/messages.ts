import type { Locale } from '../../app/settings.ts';
import aboutEn from '../../resources/locales/en/about.json';
import agreementEn from '../../resources/locales/en/agreement.json';
import alignmentEn from '../../resources/locales/en/alignment.json';
import bundleEn from '../../resources/locales/en/bundle.json';
import checksEn from '../../resources/locales/en/checks.json';
import deskEn from '../../resources/locales/en/desk.json';
import dialogsEn from '../../resources/locales/en/dialogs.json';
import errorsEn from '../../resources/locales/en/errors.json';
import evidenceEn from '../../resources/locales/en/evidence.json';
import exportEn from '../../resources/locales/en/export.json';
import importEn from '../../resources/locales/en/import.json';
import inspectorEn from '../../resources/locales/en/inspector.json';
import interchangeEn from '../../resources/locales/en/interchange.json';
import interfaceEn from '../../resources/locales/en/interface.json';
import likenessEn from '../../resources/locales/en/likeness.json';
import mergeEn from '../../resources/locales/en/merge.json';
import overviewEn from '../../resources/locales/en/overview.json';
import searchEn from '../../resources/locales/en/search.json';
import suggestionsEn from '../../resources/locales/en/suggestions.json';
import aboutJa from '../../resources/locales/ja/about.json';
import agreementJa from '../../resources/locales/ja/agreement.json';
import alignmentJa from '../../resources/locales/ja/alignment.json';
import bundleJa from '../../resources/locales/ja/bundle.json';
import checksJa from '../../resources/locales/ja/checks.json';
import deskJa from '../../resources/locales/ja/desk.json';
import dialogsJa from '../../resources/locales/ja/dialogs.json';
import errorsJa from '../../resources/locales/ja/errors.json';
import evidenceJa from '../../resources/locales/ja/evidence.json';
import exportJa from '../../resources/locales/ja/export.json';
import importJa from '../../resources/locales/ja/import.json';
import inspectorJa from '../../resources/locales/ja/inspector.json';
import interchangeJa from '../../resources/locales/ja/interchange.json';
import interfaceJa from '../../resources/locales/ja/interface.json';
import likenessJa from '../../resources/locales/ja/likeness.json';
import mergeJa from '../../resources/locales/ja/merge.json';
import overviewJa from '../../resources/locales/ja/overview.json';
import searchJa from '../../resources/locales/ja/search.json';
import suggestionsJa from '../../resources/locales/ja/suggestions.json';

const en = {
  ...interfaceEn,
  ...agreementEn,
  ...alignmentEn,
  ...interchangeEn,
  ...exportEn,
  ...importEn,
  ...inspectorEn,
  ...dialogsEn,
  ...searchEn,
  ...deskEn,
  ...overviewEn,
  ...likenessEn,
  ...mergeEn,
  ...evidenceEn,
  ...checksEn,
  ...bundleEn,
  ...aboutEn,
  ...suggestionsEn,
};

export type MessageKey = keyof typeof en;

/** Every message of the interface, by language and key, in ICU MessageFormat. */
export const MESSAGES: Record<Locale, Record<MessageKey, string>> = {
  en,
  ja: {
    ...interfaceJa,
    ...agreementJa,
    ...alignmentJa,
    ...interchangeJa,
    ...exportJa,
    ...importJa,
    ...inspectorJa,
    ...dialogsJa,
    ...searchJa,
    ...deskJa,
    ...overviewJa,
    ...likenessJa,
    ...mergeJa,
    ...evidenceJa,
    ...checksJa,
    ...bundleJa,
    ...aboutJa,
    ...suggestionsJa,
  },
};

export const ERRORS: Record<Locale, Record<string, string>> = { en: errorsEn, ja: errorsJa };
