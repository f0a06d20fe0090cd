import { isUtf8 } from 'node:buffer';
import { UratoriError } from '../../app/problem.ts';
import { codecOf, type Encoding } from './codec.ts';
import { findInvalid } from './invalid-bytes.ts';

export interface DetectedEncoding {
  encoding: Encoding;
  /** Bytes of the byte order mark: the text starts behind it. */
  bomBytes: number;
}

/** Fewer NULs than this share are strays in a text, more mean that it is none. */
const BINARY_SHARE = 0.001;
/** This many bytes that are not UTF-8 have to speak for another encoding; fewer are damage. */
const FEW = 3;

/**
 * Tells the encoding by a dump's first bytes.
 * @param whole false when the dump goes on behind `head`
 * @throws UratoriError `dump-binary` {path}, `dump-encoding-unsupported` {path, encoding}
 */
export function detectEncoding(head: Buffer, whole: boolean, path: string): DetectedEncoding {
  if (startsWith(head, [0xff, 0xfe, 0, 0]) || startsWith(head, [0, 0, 0xfe, 0xff]))
    throw unsupported(path, 'UTF-32');
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', bomBytes: 3 };
  if (startsWith(head, [0xff, 0xfe])) return { encoding: 'utf-16le', bomBytes: 2 };
  if (startsWith(head, [0xfe, 0xff])) return { encoding: 'utf-16be', bomBytes: 2 };
  const nulls = countNulls(head);
  if (nulls.even + nulls.odd > 0) {
    const utf16 = looksLikeUtf16(head, nulls);
    if (utf16 !== null) return { encoding: utf16, bomBytes: 0 };
    if ((nulls.even + nulls.odd) / head.length > BINARY_SHARE || !isUtf8(completeUtf8(head))) {
      throw new UratoriError('dump-binary', { path });
    }
  }
  if (hasIso2022(head)) throw unsupported(path, 'ISO-2022-JP');
  const text = whole ? head : completeUtf8(head);
  if (!isUtf8(text)) {
    const other = legacyEncoding(text);
    if (other !== null) throw unsupported(path, other);
  }
  return { encoding: 'utf-8', bomBytes: 0 };
}

const unsupported = (path: string, encoding: string) =>
  new UratoriError('dump-encoding-unsupported', { path, encoding });
const startsWith = (head: Buffer, bytes: number[]) => bytes.every((byte, index) => head[index] === byte);

/** Without a character at the end that the cut of the head went through. */
function completeUtf8(head: Buffer): Buffer {
  for (let back = 1; back <= 3 && back <= head.length; back++) {
    const byte = head[head.length - back] as number;
    if (byte < 0x80) return head;
    if (byte >= 0xc0) return head.subarray(0, head.length - back);
  }
  return head;
}

function countNulls(head: Buffer): { even: number; odd: number } {
  const nulls = { even: 0, odd: 0 };
  for (let index = head.indexOf(0); index !== -1; index = head.indexOf(0, index + 1)) {
    if (index % 2 === 0) nulls.even++;
    else nulls.odd++;
  }
  return nulls;
}

/** UTF-16 without a mark: the zero bytes of its ASCII characters all stand on one side, and it decodes to plain text. */
function looksLikeUtf16(head: Buffer, { even, odd }: { even: number; odd: number }): Encoding | null {
  if (Math.min(even, odd) > Math.max(even, odd) * 0.01) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const length = head.length - (head.length % 2);
  const text = codecOf(encoding).decode(head, 0, length);
  const controls = text.match(/[^\P{Cc}\t\n\v\f\r]|[\ufffe\uffff]/gu)?.length ?? 0;
  const replaced = text.split('\ufffd').length - 1;
  const ascii = text.match(/[\t\n\r -~]/gu)?.length ?? 0;
  // In half of all binary files some text has one zero byte a line; real text is characters that people use.
  const known = text.match(/[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\s]/gu)?.length ?? 0;
  const plausible = controls === 0 && replaced <= 1 && ascii > 0 && known >= text.length * 0.95;
  return plausible ? encoding : null;
}

function hasIso2022(head: Buffer): boolean {
  for (const shift of ['\x1b$B', '\x1b$@', '\x1b$(D', '\x1b(J'])
    if (head.includes(shift, 0, 'latin1')) return true;
  return false;
}

/** Which encoding the bytes are likely in, when they are not mostly UTF-8; null when they are. */
function legacyEncoding(bytes: Buffer): string | null {
  let invalid = 0;
  findInvalid('utf-8', bytes, 0, bytes.length, () => {
    invalid++;
  });
  const text = codecOf('utf-8').decode(bytes, 0, bytes.length);
  const characters = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  if (invalid < FEW || invalid <= characters) return null;
  // One wrong byte many times over is damage, not writing.
  if (new Set(bytes.filter((byte) => byte > 0x7f)).size < FEW) return null;
  const candidates: [name: string, score: number][] = [
    [
      'Shift_JIS',
      share(
        bytes,
        'shift_jis',
        /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}、。「」]/gu,
        /[\uff61-\uff9f]/gu,
      ),
    ],
    [
      'EUC-JP',
      share(
        bytes,
        'euc-jp',
        /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}、。「」]/gu,
        /[\uff61-\uff9f]/gu,
      ),
    ],
    ['EUC-KR', share(bytes, 'euc-kr', /\p{Script=Hangul}/gu, /[\p{Script=Hiragana}\p{Script=Han}]/gu)],
    [
      'Windows-1251',
      share(
        bytes,
        'windows-1251',
        /(?<=[а-яё])[а-яё]|[А-Яа-яё](?=[а-яё])/gu,
        /[^\p{ASCII}а-яёА-ЯЁ«»—–„“”…№]/gu,
      ) * 0.95,
    ],
    [
      'KOI8-R',
      share(bytes, 'koi8-r', /(?<=[а-яё])[а-яё]|[А-Яа-яё](?=[а-яё])/gu, /[^\p{ASCII}а-яёА-ЯЁ]/gu) * 0.95,
    ],
    [
      'Windows-1252',
      share(bytes, 'windows-1252', /(?<=[a-z])[à-öø-üß]|[à-öø-ü](?=[a-z])|[“”‘’–—«»]/giu, /[ÿþÐ¤¦]/gu) * 0.9,
    ],
    [
      'GB18030',
      share(bytes, 'gb18030', /[\p{Script=Han}，。、]/gu, /[^\p{ASCII}\p{Script=Han}，。、！？]/gu) * 0.8,
    ],
  ];
  const [name, score] = candidates.reduce((best, candidate) => (candidate[1] > best[1] ? candidate : best));
  if (score >= 0.5) return name;
  // Damage in an ASCII text is rare; text in an encoding that we cannot name is not.
  return invalid > bytes.length * 0.1 ? 'unknown' : null;
}

/** Of the characters that are not ASCII: how many an encoding's texts are made of, less those they are not. */
function share(bytes: Buffer, label: string, good: RegExp, bad: RegExp): number {
  const text = new TextDecoder(label).decode(bytes);
  const all = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  const replaced = text.split('\ufffd').length - 1;
  return ((text.match(good)?.length ?? 0) - (text.match(bad)?.length ?? 0) - replaced * 3) / Math.max(1, all);
}
