import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Two posts of outlets that do not exist. */
const TEXT = `港の倉庫で火災、けが人なし 🚒
— 潮見新聞 (@shiomi_shimbun) February 3, 2025
消防によると、午前4時に鎮火した。

Ferry traffic resumes after the fire
— Harbour Gazette (@harbourgazette) February 4, 2025
The pier opens again at noon.
`;

/** Writes a small dump with two stories; resolves with its path. */
export async function writeDump(folder: string, name = 'harbour.txt', text = TEXT): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}
