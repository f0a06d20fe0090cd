import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createMultibyteEncoder } from '@exodus/bytes/multi-byte.js';
import { createSinglebyteEncoder } from '@exodus/bytes/single-byte.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXT_ENCODINGS } from '../../../../../app/text/encodings.ts';
import type { EncodingHints } from '../../../../../main/dumps/intake/decide-encoding.ts';
import { type Decoded, decodeHead, decodeText } from '../../../../../main/dumps/intake/decode.ts';
import { encodingOf } from '../../../../../main/dumps/intake/encoding-label.ts';
import { guessEncoding } from '../../../../../main/dumps/intake/guess-encoding.ts';

const CORPUS = fileURLToPath(new URL('../../../../../../shared/corpora/text/', import.meta.url));
const corpus = (name: string) => readFileSync(CORPUS + name);

const NOTHING: EncodingHints = { choice: null, choiceIsForThis: true, declared: [] };

async function* cut(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] as number;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function decoded(
  bytes: Buffer,
  hints: Partial<EncodingHints> = {},
  sizes: readonly number[] = [1 << 16],
) {
  let result: Decoded | null = null;
  const parts: string[] = [];
  for await (const part of decodeText(cut(bytes, sizes), { ...NOTHING, ...hints }, (told) => {
    result = told;
  })) {
    parts.push(part);
  }
  return { text: parts.join(''), parts, ...(result as unknown as Decoded) };
}

function encoderOf(label: string): (text: string) => Buffer {
  const encode = /jis|jp|kr|big5|gb/.test(label)
    ? createMultibyteEncoder(label)
    : createSinglebyteEncoder(label, { mode: 'fatal' });
  return (text) => Buffer.from(encode(text));
}

describe.skipIf(!existsSync(CORPUS))('the corpora', () => {
  it.each([
    ['encrs_shift_jis', 'shift_jis'],
    ['encrs_jis0208', 'euc-jp'],
    ['encrs_jis0212', 'euc-jp'],
    ['encrs_iso_2022_jp', 'iso-2022-jp'],
  ])('%s decodes to its reference, whatever the pieces', async (name, choice) => {
    const reference = corpus(`${name}_in_ref.txt`).toString();
    for (const sizes of [[1 << 16], [7], [1, 2, 3, 4093]]) {
      const { text, invalid } = await decoded(corpus(`${name}_in.txt`), { choice }, sizes);
      expect(text).toBe(reference);
      expect(invalid?.count).toBe(reference.split('\ufffd').length - 1);
    }
  });

  it('the same text in three Japanese encodings is recognised and the same', async () => {
    const texts = await Promise.all(
      ['ude_eucjp.txt', 'ude_sjis.txt', 'ude_iso2022jp.txt'].map((name) => decoded(corpus(name))),
    );
    expect(texts.map(({ encoding }) => encoding)).toEqual(['euc-jp', 'shift_jis', 'iso-2022-jp']);
    expect(new Set(texts.map(({ text }) => text)).size).toBe(1);
    expect(texts[0]?.text).toHaveLength(1024);
  });

  it.each([
    ['encjs_eucjp.txt', 'euc-jp'],
    ['encjs_sjis.txt', 'shift_jis'],
    ['encjs_utf8.txt', 'utf-8'],
    ['eucjp_no_meta.html', 'euc-jp'],
    ['bom-utf16be.srt', 'utf-16be'],
    ['bom-utf16le.srt', 'utf-16le'],
    ['nobom-utf16le.txt', 'utf-16le'],
  ])('%s is %s', async (name, encoding) => {
    const result = await decoded(corpus(name));
    expect(result.encoding).toBe(encoding);
    expect(result.invalid).toBeNull();
    expect(result.text).not.toMatch(/[\0\ufeff\ufffd]/);
  });
});

describe('the encoding', () => {
  const sentence = '港の予算を市長が説明した。';
  const shiftJis = encoderOf('shift_jis');
  const encodingIn = async (bytes: Buffer, hints: Partial<EncodingHints> = {}) =>
    (await decoded(bytes, hints)).encoding;

  it('is what a byte order mark says, against the person and any declaration', async () => {
    const marked = Buffer.from(`\ufeff${sentence}`);
    const result = await decoded(marked, { choice: 'shift_jis', declared: ['euc-jp'] });
    expect(result).toMatchObject({ encoding: 'utf-8', text: sentence });
  });

  it('is what the person chose, against any declaration and what the bytes look like', async () => {
    expect(await encodingIn(Buffer.from(sentence), { choice: 'shift_jis', declared: ['utf-8'] })).toBe(
      'shift_jis',
    );
    expect(await encodingIn(Buffer.from('ascii'), { choice: 'utf-16le' })).toBe('utf-16le');
  });

  it('chosen for many texts is not meant for those that are plainly UTF-8', async () => {
    const hints = { choice: 'windows-1251', choiceIsForThis: false };
    expect(await encodingIn(Buffer.from(sentence), hints)).toBe('utf-8');
    expect(await encodingIn(Buffer.from('cff0e8e2e5f2', 'hex'), hints)).toBe('windows-1251');
  });

  it('is UTF-8 where the text is, whatever a page says of itself', async () => {
    expect(await encodingIn(Buffer.from(sentence), { declared: ['shift_jis'] })).toBe('utf-8');
  });

  it('is what is declared, unless the bytes refute it', async () => {
    // One half-width kana pair that would be UTF-8 too.
    const ambiguous = Buffer.from([0x61, 0xc2, 0xb1, 0x0a]);
    expect(await encodingIn(ambiguous)).toBe('utf-8');
    expect(await encodingIn(ambiguous, { declared: ['Shift_JIS'] })).toBe('shift_jis');
    expect(await encodingIn(shiftJis(sentence), { declared: ['euc-jp'] })).toBe('shift_jis');
    expect(await encodingIn(shiftJis(sentence), { declared: ['utf-16', 'nonsense'] })).toBe('shift_jis');
  });

  it.each([
    `<?xml version="1.0" encoding='Shift_JIS'?><a>`,
    '<!-- <meta charset=koi8-r> --><html><head><META http-equiv="Content-Type" content="text/html; charset=x-sjis">',
    '\n<meta charset="Windows-31J">',
  ])('is read from markup: %s', async (start) => {
    const bytes = Buffer.concat([Buffer.from(start), Buffer.from([0xb1, 0x0a])]);
    expect(await encodingIn(bytes)).toBe('shift_jis');
  });

  it('is decided where ASCII ends, however late', async () => {
    const text = `${'plain lines\n'.repeat(20_000)}the last ${sentence}`;
    const result = await decoded(shiftJis(text), {}, [5000]);
    expect(result).toMatchObject({ encoding: 'shift_jis', text });
  });

  it.each([
    ['shift_jis', sentence],
    ['euc-jp', sentence],
    ['iso-2022-jp', sentence],
    ['windows-1251', 'Город отремонтирует набережную к лету'],
    ['koi8-r', 'Город отремонтирует набережную к лету'],
    ['ibm866', 'Город отремонтирует набережную к лету'],
    ['windows-1252', 'Die Bürgermeisterin erklärte am Mittwoch, die Brücke bleibe gesperrt.'],
    ['windows-1252', 'déjà vu à la gare'],
    ['gb18030', '市长周三表示，港口的新预算是为了人民'],
    ['big5', '市長週三表示，港口的新預算是為了人民'],
    ['euc-kr', '시장은 수요일에 항구 예산을 설명했다.'],
  ])('is guessed from a sentence: %s', (label, text) => {
    expect(guessEncoding(encoderOf(label)(text), true)).toBe(label);
  });

  it('is still UTF-8 where some bytes are damaged', () => {
    const damaged = Buffer.concat([Buffer.from(sentence), Buffer.from([0xff, 0x93]), Buffer.from(sentence)]);
    expect(guessEncoding(damaged, true)).toBe('utf-8');
    expect(guessEncoding(Buffer.from('plain \xff\n'.repeat(9), 'latin1'), true)).toBe('utf-8');
  });

  it('is none of what is no text', () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452000001000000010008060000005c72a866', 'hex');
    expect(guessEncoding(png, false)).toBeNull();
    expect(decodeHead(png, false, NOTHING)).toBe('');
    const utf32 = Buffer.from('fffe00006d000000', 'hex');
    expect(decodeHead(utf32, true, NOTHING)).toBe('');
  });

  it('has the labels of the standard and those that programs make up', () => {
    const labels = [
      'Windows-31J',
      'CP932',
      'x-sjis',
      'MS932',
      'ujis',
      'x-euc-jp',
      'latin1',
      'UTF8',
      'iso-2022-kr',
      'klingon',
    ];
    const eucJp = 'euc-jp';
    expect(labels.map(encodingOf)).toEqual([
      ...Array(4).fill('shift_jis'),
      eucJp,
      eucJp,
      'windows-1252',
      'utf-8',
      null,
      null,
    ]);
    for (const { label } of TEXT_ENCODINGS) expect(encodingOf(label)).toBe(label);
  });

  it('of a declared Shift_JIS is Windows-31J', async () => {
    const bytes = Buffer.from('87408782fa40', 'hex');
    expect((await decoded(bytes, { declared: ['Shift_JIS'] })).text).toBe('①№ⅰ');
  });
});

describe('decoding', () => {
  const characters = fc.string({ unit: fc.constantFrom(...'a\n港予👩‍👧é～①\u0000', '👩‍👧'), maxLength: 60 });
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });

  it('gives the same whatever the pieces, and never half a surrogate pair', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes)),
          characters.map((text) => Buffer.from(text)),
          characters.map((text) => Buffer.from(text, 'utf16le')),
        ),
        fc.constantFrom(
          null,
          'utf-8',
          'utf-16le',
          'utf-16be',
          'shift_jis',
          'euc-jp',
          'iso-2022-jp',
          'gb18030',
        ),
        sizes,
        async (bytes, choice, pieces) => {
          const whole = await decoded(bytes, { choice });
          const cutUp = await decoded(bytes, { choice }, pieces);
          expect({ ...cutUp, parts: null }).toEqual({ ...whole, parts: null });
          for (const part of cutUp.parts) expect(part.isWellFormed()).toBe(true);
        },
      ),
    );
  });

  it('of UTF-8 and UTF-16 is what the platform does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 60 }),
        fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'),
        sizes,
        async (bytes, choice, pieces) => {
          const { text, invalid } = await decoded(Buffer.from(bytes), { choice }, pieces);
          const expected = new TextDecoder(choice).decode(bytes);
          if (!/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/.test(Buffer.from(bytes).toString('latin1'))) {
            expect(text).toBe(expected);
            if (!Buffer.from(bytes).includes('efbfbd', 0, 'hex') && choice === 'utf-8')
              expect(invalid?.count ?? 0).toBe(expected.split('\ufffd').length - 1);
          }
        },
      ),
    );
  });

  it('comes back from every encoding that can hold the text', async () => {
    for (const [label, text] of [
      ['shift_jis', '港①№ⅰ～表ソ能\\~'],
      ['euc-jp', '港①予算\n'],
      ['iso-2022-jp', '港の\n予算'],
      ['windows-1251', 'Набережная №5'],
    ] as const)
      expect((await decoded(encoderOf(label)(text), { choice: label })).text).toBe(text);
  });

  it('tells how many sequences are invalid and where the first one is', async () => {
    const start = encoderOf('shift_jis')('港の話\n'.repeat(30_000));
    const bytes = Buffer.concat([start, Buffer.from([0x81, 0x20, 0x41, 0xfd, 0x42])]);
    for (const pieces of [[1 << 16], [1000], [7]]) {
      expect(await decoded(bytes, { choice: 'shift_jis' }, pieces)).toMatchObject({
        invalid: { count: 2, byte: start.length },
      });
    }
    const utf8 = Buffer.concat([Buffer.from('\ufeff港'), Buffer.from([0xff]), Buffer.from('は')]);
    expect((await decoded(utf8)).invalid).toEqual({ count: 1, byte: 6 });
  });
});
