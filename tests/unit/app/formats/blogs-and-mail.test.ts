import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { feed } from '../../../../app/formats/feed/feed.ts';
import { mail } from '../../../../app/formats/mail/mail.ts';
import { movableType } from '../../../../app/formats/movable-type/movable-type.ts';
import { wxr } from '../../../../app/formats/wxr/wxr.ts';
import { corpusEntry, corpusPath, hasCorpora, headOf } from './support.ts';

const OWN = { feed: /^rss_atom\//u, wxr: /^wxr\//u, 'movable-type': /^movabletype\//u, mail: /^mail\// };
const FORMATS = [feed, wxr, movableType, mail];
const files = hasCorpora
  ? readdirSync(corpusPath(''), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => `${file.parentPath}/${file.name}`.slice(corpusPath('').length).replace(/^\//u, ''))
  : [];

describe.skipIf(!hasCorpora)('real files of other formats', () => {
  it('are not taken for feeds, exports of blogs or mail', async () => {
    const taken: string[] = [];
    for (const file of files) {
      const head = await headOf(corpusEntry(file));
      for (const format of FORMATS) {
        const isOwn = OWN[format.id as keyof typeof OWN].test(file);
        if (!isOwn && format.sniff(head) > 0.2 && !(format === feed && OWN.wxr.test(file)))
          taken.push(`${format.id} ${file}`);
      }
    }
    expect(taken).toEqual([]);
  });

  it('are told apart: an export of WordPress is a feed only if nobody knows better', async () => {
    for (const file of files.filter((name) => OWN.wxr.test(name))) {
      const head = await headOf(corpusEntry(file));
      expect(wxr.sniff(head)).toBeGreaterThan(feed.sniff(head));
    }
  });
});
