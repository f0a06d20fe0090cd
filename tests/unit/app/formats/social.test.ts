import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { activitypub } from '../../../../app/formats/activitypub/activitypub.ts';
import { bluesky } from '../../../../app/formats/bluesky/bluesky.ts';
import { recognise } from '../../../../app/formats/formats.ts';
import { telegram } from '../../../../app/formats/telegram/telegram.ts';
import { corpusEntry, corpusPath, entryOf, hasCorpora, headOf } from './support.ts';

const files = hasCorpora
  ? readdirSync(corpusPath(''), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => `${file.parentPath}/${file.name}`.slice(corpusPath('').length).replace(/^\//u, ''))
  : [];

describe('exports', () => {
  it.each([
    ['mastodon/outbox.json', 'activitypub'],
    ['mastodon/actor.json', 'json'],
    ['telegram/result.json', 'telegram'],
    ['telegram/messages.html', 'telegram'],
  ])('%s is of the format %s, whatever its name', async (file, id) => {
    const content = readFileSync(new URL(`../../../fixtures/dumps/${file}`, import.meta.url));
    expect(recognise(await headOf(entryOf('x', content)))?.id).toBe(id);
  });
});

describe.skipIf(!hasCorpora)('real files', () => {
  it('of other formats are not taken for those of social networks', async () => {
    const taken: string[] = [];
    for (const file of files) {
      const head = await headOf(corpusEntry(file));
      for (const format of [activitypub, bluesky, telegram])
        if (!file.startsWith(`${format.id}/`) && format.sniff(head) > 0) taken.push(`${format.id} ${file}`);
    }
    expect(taken).toEqual([]);
  });

  it.each([
    ['activitypub/outbox.json', 'activitypub'],
    ['activitypub/actor.json', 'json'],
    ['activitypub/likes.json', 'json'],
    ['bluesky/bsky-app.car', 'bluesky'],
    ['bluesky/bsky-app.json', 'bluesky'],
    ['bluesky/feedpost_record.cbor', 'bluesky'],
    ['bluesky/marshalx_post_record.json', 'bluesky'],
    ['bluesky/marshalx_thread_view_post_with_embed_media.json', 'bluesky'],
    ['bluesky/marshalx_like_record.json', 'json'],
  ])('%s is of the format %s', async (file, id) => {
    expect(recognise(await headOf(corpusEntry(file)))?.id).toBe(id);
  });
});
