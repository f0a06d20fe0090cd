import { numberOf } from './decimal.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';

/** One sum in two currencies: 200億ドル(約3兆303億円). Ranges are UTF-16 units of the text. */
export interface Conversion {
  start: number;
  end: number;
  from: Quantity;
  to: Quantity;
  /** What is dear in what is cheap, such as `USD/JPY`: one order for each two currencies. */
  pair: string;
  /** What one of the pair's first currency is worth in its second one. */
  rate: number;
  /** The rates that `to` may have been rounded from. */
  low: number;
  high: number;
}

/** What may stand between the two sums. */
const BETWEEN =
  /^(?:\s*[(（[［]\s*|\s*、?日本円(?:で|にして|換算で)\s*|\s*(?:=|or|, or|、)\s*)(?:日本円(?:で|にして|換算で)?)?(?:約|およそ|レートで約|about |around |approximately |some |roughly |~|≈|≒)?\s*$/u;

/** The conversions of a text, in its order. */
export function conversionsIn(text: string): Conversion[] {
  const quantities = quantitiesIn(text);
  return quantities.flatMap((from, index) => {
    const to = quantities[index + 1];
    if (!to || from.unit?.kind !== 'currency' || to.unit?.kind !== 'currency') return [];
    if (from.unit.id === to.unit.id || from.high || to.high) return [];
    // 以上 and the like may stand between as well.
    const between = text.slice(from.end, to.start).replace(/^(?:以上|超|余り|あまり|以下|未満|相当)/u, '');
    if (!BETWEEN.test(between)) return [];
    const [a, b] = [numberOf(from.value), numberOf(to.value)];
    if (a <= 0 || b <= 0) return [];
    const half = 10 ** to.place / 2;
    const rates = [b, b - half, b + half].map((sum) => sum / a) as [number, number, number];
    const [pair, turned] = pairOf(from.unit.id, to.unit.id);
    const [rate, low, high] = turned ? (rates.map((each) => 1 / each) as typeof rates) : rates;
    return [
      {
        start: from.start,
        end: to.end + (/^\s?[)）\]］]/u.exec(text.slice(to.end, to.end + 2))?.[0].length ?? 0),
        from,
        to,
        pair,
        rate,
        low: Math.min(low, high),
        high: Math.max(low, high),
      },
    ];
  });
}

/** As markets quote them: the currency that is worth more first, by and large. */
const ORDER = [
  'GBP',
  'EUR',
  'CHF',
  'USD',
  'CAD',
  'AUD',
  'HKD',
  'CNY',
  'TWD',
  'UAH',
  'INR',
  'RUB',
  'JPY',
  'KRW',
];

function pairOf(from: string, to: string): [pair: string, turned: boolean] {
  const turned = ORDER.indexOf(from) > ORDER.indexOf(to);
  return [turned ? `${to}/${from}` : `${from}/${to}`, turned];
}
