import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantitiesIn, valueText } from '../../../../../app/text/numbers/quantity.ts';

const read = (text: string) =>
  quantitiesIn(text).map((found) => `${valueText(found)} ${found.unit?.id ?? '-'}`);

describe('a number is read as the same value, however it is written', () => {
  const KANJI = '〇一二三四五六七八九';
  const inKanji = (value: number): string => {
    const section = (part: number): string =>
      [1000, 100, 10, 1]
        .map((unit) => {
          const digit = Math.floor(part / unit) % 10;
          if (digit === 0) return '';
          const sign = { 1000: '千', 100: '百', 10: '十', 1: '' }[unit] as string;
          return `${digit === 1 && unit > 1 ? '' : KANJI[digit]}${sign}`;
        })
        .join('');
    return (
      [
        [1e12, '兆'],
        [1e8, '億'],
        [1e4, '万'],
        [1, ''],
      ] as const
    )
      .map(([unit, sign]) => {
        const part = Math.floor(value / unit) % 10_000;
        return part === 0 ? '' : `${section(part)}${sign}`;
      })
      .join('');
  };
  const inSteps = (value: number): string =>
    (
      [
        [1e12, '兆'],
        [1e8, '億'],
        [1e4, '万'],
        [1, ''],
      ] as const
    )
      .map(([unit, sign]) => {
        const part = Math.floor(value / unit) % 10_000;
        return part === 0 ? '' : `${part}${sign}`;
      })
      .join('');
  const fullWidth = (text: string) =>
    text.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const value = fc.oneof(fc.integer({ min: 11, max: 99_999 }), fc.integer({ min: 1e5, max: 9e15 }));

  it('in digits, groups, full width, kanji and steps of ten thousand', () => {
    fc.assert(
      fc.property(value, (n) => {
        const forms = [`${n}円`, `${n.toLocaleString('en')}円`, `${inSteps(n)}円`, `${inKanji(n)}円`];
        for (const form of [...forms, ...forms.map(fullWidth)]) expect(read(form)).toEqual([`${n} JPY`]);
      }),
      { numRuns: 200 },
    );
  });

  it('in English words of size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.constantFrom(...SIZES),
        (tenths, [word, short, ja, power]) => {
          const decimal = String(tenths / 10);
          const digits = String(BigInt(tenths) * 10n ** BigInt(power - 1));
          const forms = [
            `$${decimal} ${word}`,
            `${decimal} ${word} dollars`,
            `US$${decimal}${short}`,
            `${decimal}${ja}ドル`,
          ];
          for (const form of forms) expect(read(form)).toEqual([`${digits} USD`]);
        },
      ),
      { numRuns: 200 },
    );
  });
  const SIZES = [
    ['million', 'm', '百万', 6],
    ['billion', 'bn', '十億', 9],
    ['trillion', 'tn', '兆', 12],
  ] as const;

  it('wherever it stands in a text', () => {
    fc.assert(
      fc.property(value, fc.constantFrom('市は', '、', 'The city paid ', '👩‍🔬', '（'), (n, before) => {
        const text = `${before}${inSteps(n)}円を払った。`;
        const [found] = quantitiesIn(text);
        expect(found && text.slice(found.start, found.end)).toBe(`${inSteps(n)}円`);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what a number counts is read with it', () => {
  it.each([
    ['200億ドル', '20000000000 USD'],
    ['three hundred and twenty million euros', '320000000 EUR'],
    ['€3.5m', '3500000 EUR'],
    ['1兆2000億ルーブル', '1200000000000 RUB'],
    ['50人民元', '50 CNY'],
    ['40元', '40 CNY'],
    ['3割', '30 percent'],
    ['3割5分2厘', '35.2 percent'],
    ['３８％', '38 percent'],
    ['12.5 per cent', '12.5 percent'],
    ['2.5ポイント', '2.5 point'],
    ['3〜5%', '3~5 percent'],
    ['3 to 5 percent', '3~5 percent'],
    ['2-3 million people', '2000000~3000000 person'],
    ['$3-5 billion', '3000000000~5000000000 USD'],
    ['3分の2', '2/3 fraction'],
    ['two-thirds', '2/3 fraction'],
    ['第3回', '3 ordinal'],
    ['3rd', '3 ordinal'],
    ['第三', '3 ordinal'],
    ['二番目', '2 ordinal'],
    ['マイナス3%', '-3 percent'],
    ['a dozen people', '12 person'],
    ['half a million', '500000 -'],
    ['三百二十万人', '3200000 person'],
    ['3万5000人', '35000 person'],
    ['32カ国', '32 country'],
    ['まもなく40日になる', '40 day'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each(['約40人', '40人ほど', 'about 40 people'])('%s is about forty', (text) => {
    expect(quantitiesIn(text)[0]?.bound).toBe('about');
  });
  it.each([
    ['40人以上', 'at-least'],
    ['40人超', 'more-than'],
    ['at least 40', 'at-least'],
    ['40人未満', 'less-than'],
    ['up to 40', 'at-most'],
  ])('%s: %s', (text, bound) => {
    expect(quantitiesIn(text)[0]?.bound).toBe(bound);
  });
});

describe('what is no number', () => {
  it.each([
    '数十億ドル',
    'dozens of people',
    '一部の百貨店は十分に準備した',
    '千葉と四国と九州',
    'https://example.org/2025/04/12?id=77',
    '@user2025 #tag42 #湊市(250412)',
    '(1:07:20)',
    'MiG-31 と COVID-19 と G7',
    '2025年4月12日',
    '1️⃣ 2️⃣',
    '2万3億',
  ])('%s', (text) => {
    expect(quantitiesIn(text).filter(({ soft }) => !soft)).toEqual([]);
  });
});
