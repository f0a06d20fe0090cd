import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { Random } from './random.ts';

/** Bytes of a story on average: 700,000 of them are a gigabyte. */
export const STORY_BYTES_ON_AVERAGE = 1e9 / 700_000;

const PLACES = '湊市 白瀬港 北浜区 青葉台 千鳥橋 南雲町 霧島通り 遠見岬 東雲埠頭 潮見坂'.split(' ');
const PEOPLE =
  '早瀬市長 真壁知事 槙野議員 橘教授 小野寺報道官 水城委員長 芦原局長 桐生代表 浅見部長 葛西大臣'.split(' ');
const THINGS =
  '防波堤の改修 路面電車の延伸 図書館の移転 水道料金 漁獲枠 学校給食 再開発計画 避難訓練 港湾条例 観光税 風力発電所 橋の補強'.split(
    ' ',
  );
const VERBS =
  'を見直す方針を示した について説明した をめぐり協議した の予算案を提出した に反対する意見書をまとめた の結果を公表した'.split(
    ' ',
  );
const WORDS =
  'harbour council budget report bridge mayor ferry school library tram water storm vote minister inquiry'.split(
    ' ',
  );
const MARKS = ['❌', '💸', '🔸', '☝️', '🧐', '🇯🇵', '👨‍👩‍👧', ''];
const SOURCES = Array.from({ length: 60 }, (_, index) => ({
  name: `${['湊', '白瀬', '北浜', '青葉', '千鳥', '潮見'][index % 6]}${['新報', 'ニュース', '通信', 'テレビ', 'タイムズ'][index % 5]}${index}`,
  handle: `source_${index}`,
}));
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function sentence(random: Random): string {
  const amount = `${random.below(9000)}億${random.below(9000)}万円`;
  return `${random.pick(PEOPLE)}は${random.below(28) + 1}日、${random.pick(PLACES)}で${random.pick(THINGS)}${random.pick(VERBS)}。総額は${amount}で、前年より${random.below(40)}%多い。`;
}

function english(random: Random): string {
  return Array.from({ length: 18 }, () => random.pick(WORDS)).join(' ');
}

interface Story {
  head: string;
  source: { name: string; handle: string };
  month: number;
  day: number;
  year: number;
  rest: string[];
}

function story(random: Random): Story {
  const link = `https://t.co/${random.below(2 ** 31).toString(36)}${random.below(2 ** 31).toString(36)}`;
  const source = random.pick(SOURCES);
  const [month, day, year] = [random.below(12), random.below(28) + 1, 2015 + random.below(10)];
  const title = `【${random.pick(PLACES)}の${random.pick(THINGS)}${random.below(100_000)}】`;
  const body = Array.from({ length: 1 + random.below(7) }, () => sentence(random) + sentence(random));
  const by = { source, month, day, year };
  const shape = random.below(10);
  if (shape === 0) {
    const codes = body.map((_, index) => `(${index}:${10 + random.below(49)}) ${english(random)}`);
    const head = `${english(random)}.`;
    const first = `${codes[0]}… pic.twitter.com/${random.below(2 ** 31).toString(36)}`;
    return { head, ...by, rest: [first, ...codes, ...body] };
  }
  if (shape < 5) return { head: `${title} ${link} #湊の話題`, ...by, rest: body };
  const post = `${random.pick(MARKS)}${body[0]}`;
  return { head: title, ...by, rest: [`${post}… ${link}`, title, post, ...body.slice(1)] };
}

/** How a dump writes its stories: as text with bylines, or as a record a line. */
export type DumpKind = 'txt' | 'jsonl';

function written({ head, source, month, day, year, rest }: Story, number: number, kind: DumpKind): string {
  if (kind === 'txt') {
    const byline = `— ${source.name} (@${source.handle}) ${MONTHS[month]} ${day}, ${year}`;
    return [head, byline, ...rest].join('\n');
  }
  return JSON.stringify({
    id: String(1_400_000_000_000_000_000n + BigInt(number) * 1_048_583n),
    created_at: new Date(Date.UTC(year, month, day, 0, 0, (number * 7919) % 86_400)).toISOString(),
    author: { name: source.name, username: source.handle },
    text: [head, ...rest].join('\n'),
    replies: number % 7,
    url: `https://minato.example/posts/${number}`,
  });
}

/** Writes a dump of about `bytes`, unless it is there already. Returns how many stories it has. */
export function makeDump(path: string, bytes: number, kind: DumpKind): number {
  const stories = Math.round(bytes / STORY_BYTES_ON_AVERAGE);
  if (existsSync(path) && Math.abs(statSync(path).size / bytes - 1) < 0.4) return stories;
  mkdirSync(dirname(path), { recursive: true });
  const random = new Random(20250412);
  const unfinished = `${path}.tmp`;
  const fd = openSync(unfinished, 'w');
  try {
    for (let number = 0; number < stories; ) {
      const batch = Math.min(2000, stories - number);
      const lines = Array.from({ length: batch }, () => `${written(story(random), number++, kind)}\n`);
      writeSync(fd, Buffer.from(lines.join('')));
    }
  } finally {
    closeSync(fd);
  }
  renameSync(unfinished, path);
  return stories;
}
