import type { Entry } from '../format.ts';

/** An XML declaration stands first and is short. In bytes. */
const DECLARATION = 400;

/** The encoding that an XML text declares for itself (`<?xml version="1.0" encoding="euc-jp"?>`). */
export async function declaredEncoding(entry: Entry): Promise<string | undefined> {
  let head = '';
  for await (const chunk of entry.read()) {
    // Without the zeros, UTF-16 reads the same.
    for (const byte of chunk.subarray(0, DECLARATION)) if (byte !== 0) head += String.fromCharCode(byte);
    if (head.length >= DECLARATION || head.includes('?>')) break;
  }
  return /^[^<]{0,4}<\?xml[^>]{0,200}?\sencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/iu.exec(head)?.[1];
}
