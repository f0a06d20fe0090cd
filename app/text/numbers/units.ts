/**
 * What is counted or measured. Units of one `dimension` can be compared: `factor` is how many of the dimension's base
 * unit one is. Currencies have none: what a dollar is in yen is for the text to say.
 */
export interface Unit {
  id: string;
  kind: 'currency' | 'percent' | 'point' | 'measure' | 'count' | 'ordinal' | 'fraction' | 'time';
  dimension?: string;
  factor?: number;
}

interface Row extends Unit {
  /** How it is written behind a number: Japanese and signs as they are, English words with `\b` around them. */
  written: readonly string[];
  words?: readonly string[];
}

const currency = (id: string, written: readonly string[], words: readonly string[]): Row => ({
  id,
  kind: 'currency',
  written,
  words: [...words, id],
});
const measure = (
  id: string,
  dimension: string,
  factor: number,
  written: readonly string[],
  words: readonly string[],
): Row => ({ id, kind: 'measure', dimension, factor, written, words });
const count = (id: string, written: readonly string[], words: readonly string[] = []): Row => ({
  id,
  kind: 'count',
  written,
  words,
});
const time = (
  id: string,
  dimension: 'seconds' | 'months',
  factor: number,
  written: readonly string[],
  words: readonly string[],
): Row => ({ id, kind: 'time', dimension, factor, written, words });

/** One unit a line. The longest way of writing wins. */
const ROWS: readonly Row[] = [
  currency('USD', ['米ドル', 'ドル', 'ﾄﾞﾙ', '$'], ['us dollars?', 'u\\.s\\. dollars?', 'dollars?', 'bucks?']),
  currency('JPY', ['日本円', '円(?![形卓盤周満滑])', '¥'], ['yen']),
  currency('EUR', ['ユーロ', '€'], ['euros?']),
  currency('GBP', ['英ポンド', 'ポンド', '£'], ['pounds? sterling', 'british pounds?']),
  currency('RUB', ['ルーブル', '₽'], ['rou?bles?']),
  currency('CNY', ['人民元', '元(?![首年日月大素々気来々々は])'], ['yuan', 'renminbi', 'rmb']),
  currency('KRW', ['ウォン', '₩'], ['won']),
  currency('INR', ['ルピー', '₹'], ['rupees?']),
  currency('UAH', ['フリブナ', 'フリヴニャ', '₴'], ['hryvnias?', 'hryvnia']),
  currency('CHF', ['スイスフラン'], ['swiss francs?']),
  currency('AUD', ['豪ドル', 'オーストラリアドル'], ['australian dollars?']),
  currency('CAD', ['カナダドル', '加ドル'], ['canadian dollars?']),
  currency('HKD', ['香港ドル'], ['hong kong dollars?']),
  currency('TWD', ['台湾ドル', '台湾元'], ['taiwan(?:ese)? dollars?']),

  { id: 'point', kind: 'point', written: ['ポイント'], words: ['percentage points?', 'points?'] },
  {
    id: 'percent',
    kind: 'percent',
    written: ['%', 'パーセント', '㌫'],
    words: ['percent', 'per cent', 'pct'],
  },
  { id: 'wari', kind: 'percent', written: ['割(?![合引当愛り])'] },

  measure(
    'km',
    'length',
    1000,
    ['キロメートル', 'キロ(?!グラム|ワット|リットル|ヘルツ|バイト)', '㌔', '㎞'],
    ['km', 'kilomet(?:er|re)s?'],
  ),
  measure('m', 'length', 1, ['メートル', '㍍'], ['met(?:er|re)s?']),
  measure('cm', 'length', 0.01, ['センチメートル', 'センチ', '㎝'], ['cm', 'centimet(?:er|re)s?']),
  measure('mile', 'length', 1609.344, ['マイル'], ['miles?']),
  measure('foot', 'length', 0.3048, ['フィート'], ['foot', 'feet', 'ft']),
  measure('inch', 'length', 0.0254, ['インチ'], ['inch(?:es)?']),
  measure('kg', 'mass', 1, ['キログラム', '㎏'], ['kg', 'kilograms?', 'kilos?']),
  measure('g', 'mass', 0.001, ['グラム'], ['grams?']),
  measure('tonne', 'mass', 1000, ['トン', '㌧'], ['metric tons?', 'tons?', 'tonnes?']),
  measure('lb', 'mass', 0.45359237, [], ['pounds?', 'lbs?']),
  measure('hectare', 'area', 10_000, ['ヘクタール', '㌶'], ['hectares?', 'ha']),
  measure('acre', 'area', 4046.8564224, ['エーカー'], ['acres?']),
  measure('km2', 'area', 1_000_000, ['平方キロメートル', '平方キロ'], ['square kilomet(?:er|re)s?', 'sq km']),
  measure('mile2', 'area', 2_589_988.110336, ['平方マイル'], ['square miles?']),
  measure('barrel', 'volume', 158.987, ['バレル'], ['barrels?', 'bpd']),
  measure('litre', 'volume', 1, ['リットル'], ['lit(?:er|re)s?']),
  measure('MW', 'power', 1, ['メガワット'], ['megawatts?', 'mw']),
  measure('kW', 'power', 0.001, ['キロワット'], ['kilowatts?', 'kw']),

  time('second', 'seconds', 1, ['秒間', '秒'], ['seconds?', 'secs?']),
  time('minute', 'seconds', 60, ['分間', '分(?![の野析類離裂割断散配譲])'], ['minutes?', 'mins?']),
  time('hour', 'seconds', 3600, ['時間'], ['hours?', 'hrs?']),
  time('day', 'seconds', 86_400, ['日間', '日(?![本曜])'], ['days?']),
  time('week', 'seconds', 604_800, ['週間', '週'], ['weeks?']),
  time('month', 'months', 1, ['カ月', 'か月', 'ヶ月', 'ヵ月', 'ケ月', '箇月'], ['months?']),
  time('year', 'months', 12, ['年間', '年(?!生)', '周年'], ['years?', 'yrs?']),
  time('decade', 'months', 120, [], ['decades?']),
  time('age', 'months', 12, ['歳', '才(?!能)'], ['years? old', 'year-old', '-year-old']),

  {
    id: 'ordinal',
    kind: 'ordinal',
    written: ['番目', '位(?![置相])', '期目', '回目', '代目', '年目', '日目', '人目', '度目', '号'],
    words: ['st', 'nd', 'rd', 'th'],
  },
  count('times', ['倍'], ['times', 'fold', '-fold', 'x']),
  count('occasion', ['回(?![目復答避転収])', '度(?![目合])'], ['occasions?', 'degrees?']),
  count(
    'person',
    ['人(?!目|民|口|気|間|道|物|材|権|工|類)', '名(?![前誉称義目])'],
    ['people', 'persons?', 'men', 'women', 'children', 'soldiers?', 'troops'],
  ),
  count(
    'country',
    ['カ国', 'か国', 'ヶ国', 'ヵ国', 'ケ国', '箇国', '国(?![内際家民防会連境])'],
    ['countries', 'country', 'nations?', 'states?', 'members?'],
  ),
  count('company', ['社(?![会長員])'], ['compan(?:y|ies)', 'firms?']),
  count(
    'piece',
    [
      '個',
      'つ',
      '本(?![人当部社土来日])',
      '枚',
      '件',
      '台',
      '隻',
      '機(?![関会能械])',
      '発',
      '便',
      '校',
      '棟',
      '頭',
      '匹',
      '通(?![り常])',
      '議席',
      'カ所',
      'か所',
      'ヶ所',
      'ヵ所',
      '箇所',
      '種類',
      '世帯',
      '票',
      '戸',
      '軒',
      '両',
      '基(?![づ本地])',
      '着',
      '品目',
      '項目',
      '曲',
      '冊',
      '字',
      '行',
      '点',
      '問',
      '条',
      '章',
      '市',
      '県',
      '州',
      '区',
      '団体',
      '組',
      '班',
      '席',
      '分の',
    ],
    [],
  ),
];

interface Written {
  unit: Unit;
  pattern: RegExp;
}

const BEHIND: readonly Written[] = ROWS.flatMap(({ written, words = [], ...unit }) => [
  ...written.map((each) => ({
    unit,
    length: each.replace(/\(.*$/u, '').length,
    pattern: new RegExp(each === '$' ? '\\$' : each, 'y'),
  })),
  ...words.map((each) => ({ unit, length: each.length, pattern: new RegExp(`${each}(?![a-z])`, 'iy') })),
])
  .sort((a, b) => b.length - a.length)
  .map(({ unit, pattern }) => ({ unit, pattern }));

/** The unit that is written at a place, and where it ends; null where none is. */
export function unitAt(text: string, at: number): { unit: Unit; end: number } | null {
  let from = at;
  // Words stand apart; suffixes (`th`, `%`) and what is Japanese do not.
  while (text[from] === ' ' && from - at < 2) from += 1;
  if (text[from] === '-' && /[a-z]/iu.test(text[from + 1] ?? '')) from += 1;
  for (const { unit, pattern } of BEHIND) {
    if (unit.id === 'ordinal' && from !== at && /[a-z]/iu.test(text[from] ?? '')) continue;
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (match) return { unit, end: from + match[0].length };
  }
  return null;
}

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/(?:US ?\$|USD ?)$/u, 'USD'],
  [/(?:A\$|AU\$|AUD ?)$/u, 'AUD'],
  [/(?:C\$|CA\$|CAD ?)$/u, 'CAD'],
  [/(?:HK\$|HKD ?)$/u, 'HKD'],
  [/(?:NT\$|TWD ?)$/u, 'TWD'],
  [/\$ ?$/u, 'USD'],
  [/(?:€|EUR ?) ?$/u, 'EUR'],
  [/(?:£|GBP ?) ?$/u, 'GBP'],
  [/(?:¥|JPY ?) ?$/u, 'JPY'],
  [/(?:₽|RUB ?) ?$/u, 'RUB'],
  [/(?:₩|KRW ?) ?$/u, 'KRW'],
  [/(?:₹|INR ?) ?$/u, 'INR'],
  [/(?:₴|UAH ?) ?$/u, 'UAH'],
  [/(?:CHF ?)$/u, 'CHF'],
  [/(?:RMB ?|CNY ?)$/u, 'CNY'],
];

/** The currency sign that stands right before a number. */
export function currencyBefore(text: string, at: number): { unit: Unit; start: number } | null {
  const before = text.slice(Math.max(0, at - 5), at);
  for (const [pattern, id] of SIGNS) {
    const match = pattern.exec(before);
    if (match) return { unit: { id, kind: 'currency' }, start: at - match[0].length };
  }
  return null;
}

export const PERCENT: Unit = { id: 'percent', kind: 'percent' };
export const ORDINAL: Unit = { id: 'ordinal', kind: 'ordinal' };
export const FRACTION: Unit = { id: 'fraction', kind: 'fraction' };
export const TIMES_UNIT: Unit = { id: 'times', kind: 'count' };
