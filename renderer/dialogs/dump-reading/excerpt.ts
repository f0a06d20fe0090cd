import type { Story } from '../../../app/story.ts';

/** UTF-16 units: more than the lines that are shown can hold. */
const EXCERPT = 400;

/** What follows a story's lead, on one line. */
export function excerptOf({ text, lead }: Pick<Story, 'text' | 'lead'>): string {
  const flat = text
    .slice(0, EXCERPT * 2)
    .replace(/\s+/gu, ' ')
    .trim();
  const rest = flat.startsWith(lead) ? flat.slice(lead.length).trim() : flat;
  return rest.slice(0, EXCERPT).toWellFormed();
}
