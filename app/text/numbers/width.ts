/** Signs that come in full width, or in a second form, as their usual one. Each is one UTF-16 unit, so that places stay. */
const FORMS: Readonly<Record<string, string>> = {
  '￥': '¥',
  '￡': '£',
  '￠': '¢',
  '￦': '₩',
  '〜': '~',
  '−': '-',
  '―': '-',
  '–': '-',
  '‐': '-',
  '‑': '-',
  '\u3000': ' ',
  '\u00a0': ' ',
  '\u202f': ' ',
  '○': '〇',
  零: '〇',
  壱: '一',
  弐: '二',
  参: '三',
  拾: '十',
};
const FULL_WIDTH = /[\uff01-\uff5e]/gu;
const OTHERS = new RegExp(`[${Object.keys(FORMS).join('')}]`, 'gu');

/** A text with full-width signs as ASCII and dashes as one: as long as before, unit by unit. */
export function narrowed(text: string): string {
  return text
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(OTHERS, (sign) => FORMS[sign] as string);
}
