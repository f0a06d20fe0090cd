import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { archivedPage } from '../../../app/archives.ts';

/** Address, service, original, time. The shapes are those that people paste; the pages are invented. */
const SHAPES: [address: string, service: string, original: string | null, capturedAt: string | null][] = [
  [
    'https://web.archive.org/web/20250208103015/https://harbour.example/a?b=1#c',
    'wayback',
    'https://harbour.example/a?b=1#c',
    '2025-02-08T10:30:15Z',
  ],
  [
    'http://web.archive.org/web/20080918101635/harbour.example/reader/',
    'wayback',
    'http://harbour.example/reader/',
    '2008-09-18T10:16:35Z',
  ],
  [
    'https://web.archive.org/web/20250208103015id_/https://harbour.example/a',
    'wayback',
    'https://harbour.example/a',
    '2025-02-08T10:30:15Z',
  ],
  [
    'https://web.archive.org/web/20250208103015if_/http://harbour.example:80/a',
    'wayback',
    'http://harbour.example/a',
    '2025-02-08T10:30:15Z',
  ],
  [
    'https://web.archive.org/web/20250208103015/https:/harbour.example/a',
    'wayback',
    'https://harbour.example/a',
    '2025-02-08T10:30:15Z',
  ],
  [
    'https://web.archive.org/web/20250208103015/https://harbour.example:8443/a',
    'wayback',
    'https://harbour.example:8443/a',
    '2025-02-08T10:30:15Z',
  ],
  [
    'https://wayback.archive.org/web/20250208103015/https://harbour.example/a',
    'wayback',
    'https://harbour.example/a',
    '2025-02-08T10:30:15Z',
  ],
  [
    'https://web.archive.org/web/2025*/https://harbour.example/a',
    'wayback',
    'https://harbour.example/a',
    null,
  ],
  ['https://web.archive.org/web/*/https://harbour.example/a', 'wayback', 'https://harbour.example/a', null],
  [
    'https://web.archive.org/web/20250208/https://harbour.example/a',
    'wayback',
    'https://harbour.example/a',
    null,
  ],
  ['https://web.archive.org/web/https://harbour.example/a', 'wayback', 'https://harbour.example/a', null],
  ['https://web.archive.org/save/https://harbour.example/a', 'wayback', 'https://harbour.example/a', null],
  [
    'https://web.archive.org/web/20251308103015/https://harbour.example/a',
    'wayback',
    'https://harbour.example/a',
    null,
  ],
  ['https://archive.ph/AbC12', 'archive-today', null, null],
  ['http://archive.fo/AbCdE', 'archive-today', null, null],
  ['https://archive.is/aBc9z#selection-227.0-231.18', 'archive-today', null, null],
  ['https://archive.md/AbC12/image', 'archive-today', null, null],
  [
    'https://archive.ph/20250208103015/https://harbour.example/a',
    'archive-today',
    'https://harbour.example/a',
    '2025-02-08T10:30:15Z',
  ],
  [
    'https://archive.ph/2025.02.08-103015/https://harbour.example/a',
    'archive-today',
    'https://harbour.example/a',
    '2025-02-08T10:30:15Z',
  ],
  [
    'https://archive.today/2025.02.08-103015/https://harbour.example/a/#selection-227.0-231.18',
    'archive-today',
    'https://harbour.example/a/',
    '2025-02-08T10:30:15Z',
  ],
  ['https://archive.li/newest/https://harbour.example/a', 'archive-today', 'https://harbour.example/a', null],
  ['https://archive.vn/https://harbour.example/a', 'archive-today', 'https://harbour.example/a', null],
  [
    'https://archive.is/20140131124629/http://web.archive.org/web/20080918101635/harbour.example/a',
    'archive-today',
    'http://harbour.example/a',
    '2008-09-18T10:16:35Z',
  ],
  [
    'https://megalodon.jp/2025-0208-1930-15/https://minato.example:443/news/1?p=2',
    'megalodon',
    'https://minato.example/news/1?p=2',
    '2025-02-08T10:30:15Z',
  ],
  [
    'http://megalodon.jp/2014-0606-0419-08/minato.example/web/vote/',
    'megalodon',
    'http://minato.example/web/vote/',
    '2014-06-05T19:19:08Z',
  ],
  [
    'https://megalodon.jp/ref/2016-0714-0216-03/minato.example/a',
    'megalodon',
    'http://minato.example/a',
    '2016-07-13T17:16:03Z',
  ],
  [
    'http://s01.megalodon.jp/2009-0101-0900-00/minato.example/a',
    'megalodon',
    'http://minato.example/a',
    '2009-01-01T00:00:00Z',
  ],
  ['https://megalodon.jp/https://minato.example/a', 'megalodon', 'https://minato.example/a', null],
  ['https://gyo.tc/https://minato.example/a', 'megalodon', 'https://minato.example/a', null],
];

const NONE = [
  'https://harbour.example/web/20250208103015/https://other.example/',
  'https://web.archive.org/',
  'https://web.archive.org/favicon.ico',
  'https://archive.org/details/harbour',
  'https://archive.ph/',
  'https://archive.ph/robots.txt',
  'https://archive.phx/AbC12',
  'https://notmegalodon.jp/2025-0208-1930-15/https://minato.example/',
  'https://megalodon.jp/?url=x',
  'https://gyo.tc/',
  'javascript:alert(1)',
  '裏取り',
  '',
];

describe('the address of an archived page', () => {
  test.each(SHAPES)('%s', (address, service, original, capturedAt) => {
    expect(archivedPage(address)).toEqual({ service, original, capturedAt });
    expect(archivedPage(` ${address}\n`)).toEqual({ service, original, capturedAt });
  });

  test.each(NONE)('is none: %j', (address) => {
    expect(archivedPage(address)).toBeNull();
  });

  test('gives back whatever original and time it was made of, at every service', () => {
    const original = fc
      .tuple(fc.constantFrom('http', 'https'), fc.webUrl({ withQueryParameters: true, withFragments: true }))
      .map(([scheme, url]) => url.replace(/^https?/u, scheme))
      .filter((url) => archivedPage(url) === null);
    const time = fc.date({
      min: new Date('1996-05-01T00:00:00Z'),
      max: new Date('2099-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(original, time, (url, at) => {
        const capturedAt = `${at.toISOString().slice(0, 19)}Z`;
        const digits = (date: Date) => date.toISOString().slice(0, 19).replace(/\D/gu, '');
        const utc = digits(at);
        const jst = digits(new Date(at.getTime() + 9 * 3_600_000));
        const dots = utc.replace(/^(....)(..)(..)/u, '$1.$2.$3-');
        const dashes = jst.replace(/^(....)(....)(....)(..)$/u, '$1-$2-$3-$4');
        for (const [service, address] of [
          ['wayback', `https://web.archive.org/web/${utc}/${url}`],
          ['wayback', `https://web.archive.org/web/${utc}id_/${url}`],
          ['archive-today', `https://archive.ph/${utc}/${url}`],
          ['archive-today', `https://archive.is/${dots}/${url}`],
          ['megalodon', `https://megalodon.jp/${dashes}/${url}`],
        ])
          expect(archivedPage(address as string)).toEqual({ service, original: url, capturedAt });
      }),
    );
  });

  test('never fails, whatever is pasted, and gives only web addresses', () => {
    const head = fc.constantFrom(
      'https://web.archive.org/web/',
      'https://archive.ph/',
      'https://megalodon.jp/',
      '',
    );
    fc.assert(
      fc.property(head, fc.string({ unit: 'binary' }), (start, rest) => {
        const page = archivedPage(start + rest);
        if (page?.original) expect(page.original).toMatch(/^https?:\/\/\S+$/u);
      }),
    );
  });
});
