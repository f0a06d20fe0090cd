import { normalizeEncoding } from '@exodus/bytes/encoding.js';

/** Names that programs write and the Encoding Standard does not list. */
const ALIASES: Record<string, string> = {
  cp932: 'shift_jis',
  'cp-932': 'shift_jis',
  windows932: 'shift_jis',
  'windows-932': 'shift_jis',
  shiftjis: 'shift_jis',
  'x-ms-cp932': 'shift_jis',
  'shift_jis-2004': 'shift_jis',
  eucjp: 'euc-jp',
  'eucjp-win': 'euc-jp',
  eucjpms: 'euc-jp',
  ujis: 'euc-jp',
  jis: 'iso-2022-jp',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-3': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  utf8mb4: 'utf-8',
  'utf-8n': 'utf-8',
  'utf-8-sig': 'utf-8',
  cp936: 'gbk',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  cp950: 'big5',
};

/**
 * The encoding that a label means, by its name in the Encoding Standard in lower case (`shift_jis` for `Windows-31J`).
 * Null where it means none that text can be read in.
 */
export function encodingOf(label: string): string | null {
  const name = label.trim().toLowerCase();
  const encoding = ALIASES[name] ?? normalizeEncoding(name);
  return encoding === 'replacement' || encoding === 'x-user-defined' ? null : encoding;
}
