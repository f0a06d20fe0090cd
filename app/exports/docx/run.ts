import { escaped } from './xml.ts';

/** How words look. Colours are RRGGBB. */
export interface RunLook {
  style?: string;
  bold?: boolean;
  italic?: boolean;
  code?: boolean;
  colour?: string | null;
  /** Half points. */
  size?: number;
  underline?: { line: string; colour: string } | null;
  wash?: string | null;
  superscript?: boolean;
  /** BCP 47. */
  lang?: string | null | undefined;
}

/** Words in one look, with their line breaks and tabs. Nothing in them is markup. */
export function run(text: string, look: RunLook = {}): string {
  if (text === '') return '';
  const pieces = text.split(/(\r\n|\n|\r|\t)/u).map((piece, index) => {
    if (index % 2 === 1) return piece === '\t' ? '<w:tab/>' : '<w:br/>';
    return piece === '' ? '' : `<w:t xml:space="preserve">${escaped(piece)}</w:t>`;
  });
  return `<w:r>${properties(look)}${pieces.join('')}</w:r>`;
}

/** In the order that the schema (ISO/IEC 29500-1, CT_RPr) wants. */
function properties(look: RunLook): string {
  const { style, bold, italic, code, colour, size, underline, wash, superscript, lang } = look;
  const all = [
    style ? `<w:rStyle w:val="${style}"/>` : '',
    code ? '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>' : '',
    bold ? '<w:b/><w:bCs/>' : '',
    italic ? '<w:i/><w:iCs/>' : '',
    colour ? `<w:color w:val="${colour}"/>` : '',
    size ? `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` : '',
    underline ? `<w:u w:val="${underline.line}" w:color="${underline.colour}"/>` : '',
    wash ? `<w:shd w:val="clear" w:color="auto" w:fill="${wash}"/>` : '',
    superscript ? '<w:vertAlign w:val="superscript"/>' : '',
    language(lang),
  ].join('');
  return all === '' ? '' : `<w:rPr>${all}</w:rPr>`;
}

/** Word keeps a language for East Asian characters beside the one for all others. */
function language(lang: string | null | undefined): string {
  if (!lang || lang === 'und' || !/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(lang)) return '';
  const isEastAsian = /^(?:ja|zh|ko)\b/iu.test(lang);
  const tag = TAGS[lang] ?? lang;
  return isEastAsian ? `<w:lang w:eastAsia="${tag}"/>` : `<w:lang w:val="${tag}"/>`;
}

/** Word knows languages with their countries. */
const TAGS: Readonly<Record<string, string>> = { ja: 'ja-JP', en: 'en-GB', zh: 'zh-CN', ko: 'ko-KR' };
