import type { Entry } from '../format.ts';

/** Where browsers look for it, and twice that for pages that declare it late. In bytes. */
const PRESCAN = 2048;
const META = /<meta\b[^>]{0,400}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/iu;
const XML = /^[^<]{0,4}<\?xml[^>]{0,200}?\sencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/iu;

/** The encoding that a page declares for itself; undefined where it does not. */
export async function declaredCharset(entry: Entry): Promise<string | undefined> {
  let head = '';
  for await (const chunk of entry.read()) {
    for (const byte of chunk.subarray(0, PRESCAN)) head += String.fromCharCode(byte);
    if (head.length >= PRESCAN) break;
  }
  const declared = (META.exec(head) ?? XML.exec(head))?.[1]?.toLowerCase();
  // A declaration that can be read as ASCII is not in UTF-16, whatever it says (HTML, section 13.2.3.2).
  return declared?.startsWith('utf-16') ? 'utf-8' : declared;
}
