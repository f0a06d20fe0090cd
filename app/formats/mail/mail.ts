import type { Format } from '../format.ts';
import { sniffMail } from './sniff.ts';

/** Mail: one message (eml, RFC 5322 and MIME), or a mailbox of them (mbox, RFC 4155 and its relatives). */
export const mail: Format = {
  id: 'mail',
  sniff: sniffMail,
  parse: async function* (entry) {
    yield* (await import('./mail-stories.ts')).mailStories(entry);
  },
};
