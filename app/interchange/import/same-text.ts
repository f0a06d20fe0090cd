import { writable } from '../gather.ts';

/** Whether two texts are the same but for what no file can hold; then places in one are places in the other. */
export function isSameText(ofFile: string, ofStory: string): boolean {
  return ofFile === ofStory || ofFile === writable(ofStory);
}

/** What two copies of a text have in common however they were saved: blanks and line breaks do not count, nor how marks are written. */
export function textKey(text: string): string {
  return text
    .replace(/^\ufeff/u, '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
}
