import { html, type Markup } from './markup.ts';

/** The `lang` attribute, where the language is known and well-formed. */
export function langAttribute(lang: string | null | undefined): Markup | null {
  if (!lang || lang === 'und') return null;
  return /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/iu.test(lang) ? html` lang="${lang}"` : null;
}

export function idAttribute(id: string | null | undefined): Markup | null {
  return id ? html` id="${id}"` : null;
}
