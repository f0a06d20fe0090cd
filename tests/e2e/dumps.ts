import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Three fictional stories in the shape of an embedded-posts dump: a quoted article, a translated post, a cut post. */
export const HARBOUR = [
  '湊大橋の修理費、12億円に 市長「想定内」 https://t.co/aB3dE5fG7h',
  '— 湊日報 (@minato_nippo) April 12, 2025',
  '湊市は12日、老朽化した湊大橋の修理費が12億円になると発表した。当初の見込みは8億円だった。',
  '市長は記者団に「想定内であり、増税はしない」と述べた。工事は2026年3月に終わる予定だ。',
  'Harbour Bridge will close for ten months, not six, says the city engineer.',
  '— Harbour Wire (@harbourwire) April 12, 2025',
  '(0:00) Why the bridge must close',
  '(2:15) What the repairs will cost… pic.twitter.com/zX9yW8vU7t',
  '湊大橋は6か月ではなく10か月閉鎖されると市の技師が語った。',
  '(0:00) 橋を閉鎖しなければならない理由',
  '(2:15) 修理にかかる費用',
  '【湊大橋の閉鎖、観光客は半減か】🇯🇵',
  '— 潮見ニュース (@shiomi_news) April 11, 2025',
  '🌉 湊大橋の閉鎖で、観光客が半分に減るとの見方が出ている。… https://t.co/kL2mN4oP6q',
  '【湊大橋の閉鎖、観光客は半減か】🇯🇵',
  '🌉 湊大橋の閉鎖で、観光客が半分に減るとの見方が出ている。商店会は市に補償を求めた。',
  '#湊(250412)',
  '',
].join('\n');

/** Writes a dump into a folder and gives its path. */
export async function writeDump(folder: string, name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}
