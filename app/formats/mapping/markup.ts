import type { ColumnMapping } from '../column-mapping.ts';
import { textsAt } from './values.ts';

/** How the texts of a table are written: as they are, with `&amp;` for `&`, or as HTML. */
export type Markup = 'none' | 'escaped' | 'html';

/** What a text says to a reader, and the addresses that its markup has. */
export interface Decoded {
  text: string;
  links?: readonly string[];
  media?: readonly string[];
}
export type Decode = (written: string) => Decoded;

const TAG =
  /<\/(?:p|div|span|a|b|i|u|em|strong|ul|ol|li|h[1-6]|blockquote|td|figure|font)\s*>|<(?:br|img|hr)\b[^<>]*>/iu;
const ENTITY = /&(?:amp|lt|gt|quot|apos|nbsp|#0?39|#x27);/iu;
/** Of the texts so many have tags where they are HTML: one alone may be about HTML. */
const HTML_SHARE = 0.3;
/** Beginnings of texts tell enough. In UTF-16 units. */
const LOOK_AT = 1 << 14;

/** How the texts of these records are written, by all of them: one alone need not have a sign that is escaped. */
export function markupOf(samples: readonly unknown[], mapping: ColumnMapping): Markup {
  const texts = samples
    .flatMap((record) => mapping.text.flatMap((path) => textsAt(record, path)))
    .map((text) => text.slice(0, LOOK_AT));
  const tagged = texts.filter((text) => TAG.test(text)).length;
  if (tagged > 0 && tagged >= texts.length * HTML_SHARE) return 'html';
  return tagged === 0 && texts.some((text) => ENTITY.test(text)) ? 'escaped' : 'none';
}

export const asWritten: Decode = (text) => ({ text });

/** Loads what decoding takes, where it takes anything. */
export async function decoderOf(markup: Markup): Promise<Decode> {
  switch (markup) {
    case 'none':
      return asWritten;
    case 'escaped': {
      const { decodeHTML } = await import('entities');
      return (written) => ({ text: decodeHTML(written) });
    }
    case 'html':
      return (await import('../reading/html-text.ts')).htmlText;
  }
}
