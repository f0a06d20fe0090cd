import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { communityNotes } from '../../../../../app/formats/community-notes.ts';
import { recognise } from '../../../../../app/formats/formats.ts';
import { xApiV1 } from '../../../../../app/formats/x-api-v1.ts';
import { xApiV2 } from '../../../../../app/formats/x-api-v2.ts';
import { xArchive } from '../../../../../app/formats/x-archive/x-archive.ts';
import { corpusEntry, corpusPath, hasCorpora, headOf } from '../support.ts';

const FORMATS = [xArchive, xApiV1, xApiV2, communityNotes];
/** Real files by the format that they are of. */
const OWNERS: [RegExp, string][] = [
  [/^twitter_archive\/lincoln/u, 'x-archive'],
  [/^twitter_v1\//u, 'x-api-v1'],
  [/^twarc_v2\/(?!counts|tweets_compliance)/u, 'x-api-v2'],
];
const ownerOf = (path: string) => OWNERS.find(([expression]) => expression.test(path))?.[1] ?? null;

const paths = hasCorpora
  ? readdirSync(corpusPath(''), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => `${file.parentPath}/${file.name}`.slice(corpusPath('').length).replace(/^\//u, ''))
  : [];

describe.skipIf(!hasCorpora)("the formats of X's dumps", () => {
  it('claim their own files, and no others, among all real files', async () => {
    expect(paths.length).toBeGreaterThan(100);
    for (const path of paths) {
      const head = await headOf(corpusEntry(path));
      const owner = ownerOf(path);
      for (const format of FORMATS) {
        const claim = format.sniff(head);
        if (format.id === owner) expect(claim, `${format.id}: ${path}`).toBeGreaterThan(0.9);
        else expect(claim, `${format.id}: ${path}`).toBeLessThan(owner === null ? 0.1 : 0.9);
      }
      if (owner !== null) expect(recognise(head)?.id, path).toBe(owner);
    }
  });
});
