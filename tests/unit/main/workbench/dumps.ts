import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Fictional posts, flattened as people save them: a first paragraph, the byline, the rest. */
export const POSTS = [
  `港の新しい橋が開通しました。初日の通行量は約2万台でした🌉
— 潮見新聞 (@shiomi_np) March 3, 2026
市によりますと、総工費は120億円です。
関係者は「待ち望んでいた」と話しています。`,
  `The harbour bridge opened to traffic on Monday.
— North Quay Wire (@nqwire) March 3, 2026
Officials said about 20,000 vehicles crossed on the first day.`,
  `橋の通行料は来年から無料になる見通しです。 #潮見大橋
— 潮見新聞 (@shiomi_np) March 4, 2026
市議会で市長が答弁しました。`,
  `Ferry operators say they will cut half of their crossings.
— North Quay Wire (@nqwire) March 5, 2026
The last ferry left at 22:40.`,
  `渡し船の最終便に市民300人が集まりました。
— みなと放送 (@minato_tv) March 5, 2026
運航は90年続きました。`,
] as const;

export async function writeDump(folder: string, posts: readonly string[] = POSTS, name = 'harbour.txt') {
  const path = join(folder, name);
  await writeFile(path, `${posts.join('\n')}\n`);
  return path;
}
