import type { Entry } from '../format.ts';

/** The beginning of an entry's text, at least so many UTF-16 units where there are so many; nothing behind it is read. */
export async function beginningOf(entry: Entry, units: number): Promise<{ text: string; whole: boolean }> {
  const chunks: string[] = [];
  let length = 0;
  for await (const chunk of entry.text()) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= units) return { text: chunks.join(''), whole: false };
  }
  return { text: chunks.join(''), whole: true };
}
