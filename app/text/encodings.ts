/** An encoding that a person can choose for a dump. */
export interface TextEncoding {
  /** Its name in the Encoding Standard, in lower case: what is stored and given to decoders. */
  label: string;
  name: string;
  /** The language (BCP 47) whose texts are mostly meant by it; null where there is no one. */
  language: string | null;
}

/** Every encoding of the Encoding Standard, those first that a newsroom in Japan meets. */
export const TEXT_ENCODINGS: readonly TextEncoding[] = [
  { label: 'utf-8', name: 'UTF-8', language: null },
  { label: 'shift_jis', name: 'Shift_JIS (Windows-31J)', language: 'ja' },
  { label: 'euc-jp', name: 'EUC-JP', language: 'ja' },
  { label: 'iso-2022-jp', name: 'ISO-2022-JP (JIS)', language: 'ja' },
  { label: 'utf-16le', name: 'UTF-16LE', language: null },
  { label: 'utf-16be', name: 'UTF-16BE', language: null },
  { label: 'windows-1252', name: 'Windows-1252 (Latin-1)', language: null },
  { label: 'windows-1251', name: 'Windows-1251', language: 'ru' },
  { label: 'koi8-r', name: 'KOI8-R', language: 'ru' },
  { label: 'koi8-u', name: 'KOI8-U', language: 'uk' },
  { label: 'ibm866', name: 'IBM866 (DOS)', language: 'ru' },
  { label: 'iso-8859-5', name: 'ISO-8859-5', language: 'ru' },
  { label: 'x-mac-cyrillic', name: 'Mac Cyrillic', language: 'ru' },
  { label: 'gb18030', name: 'GB18030', language: 'zh-Hans' },
  { label: 'gbk', name: 'GBK (GB2312)', language: 'zh-Hans' },
  { label: 'big5', name: 'Big5 (HKSCS)', language: 'zh-Hant' },
  { label: 'euc-kr', name: 'EUC-KR (Windows-949)', language: 'ko' },
  { label: 'windows-1250', name: 'Windows-1250', language: 'pl' },
  { label: 'iso-8859-2', name: 'ISO-8859-2', language: 'pl' },
  { label: 'windows-1253', name: 'Windows-1253', language: 'el' },
  { label: 'iso-8859-7', name: 'ISO-8859-7', language: 'el' },
  { label: 'windows-1254', name: 'Windows-1254 (Latin-5)', language: 'tr' },
  { label: 'windows-1255', name: 'Windows-1255', language: 'he' },
  { label: 'iso-8859-8', name: 'ISO-8859-8', language: 'he' },
  { label: 'iso-8859-8-i', name: 'ISO-8859-8-I', language: 'he' },
  { label: 'windows-1256', name: 'Windows-1256', language: 'ar' },
  { label: 'iso-8859-6', name: 'ISO-8859-6', language: 'ar' },
  { label: 'windows-1257', name: 'Windows-1257', language: 'lt' },
  { label: 'iso-8859-4', name: 'ISO-8859-4', language: 'lt' },
  { label: 'iso-8859-13', name: 'ISO-8859-13', language: 'lt' },
  { label: 'windows-1258', name: 'Windows-1258', language: 'vi' },
  { label: 'windows-874', name: 'Windows-874 (TIS-620)', language: 'th' },
  { label: 'iso-8859-3', name: 'ISO-8859-3', language: 'mt' },
  { label: 'iso-8859-10', name: 'ISO-8859-10', language: null },
  { label: 'iso-8859-14', name: 'ISO-8859-14', language: 'cy' },
  { label: 'iso-8859-15', name: 'ISO-8859-15', language: null },
  { label: 'iso-8859-16', name: 'ISO-8859-16', language: 'ro' },
  { label: 'macintosh', name: 'Mac Roman', language: null },
];

const NAMES = new Map(TEXT_ENCODINGS.map(({ label, name }) => [label, name]));

/** What a person calls an encoding; the label itself where it is none of these. */
export function encodingName(label: string): string {
  return NAMES.get(label) ?? label;
}
