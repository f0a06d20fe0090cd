import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { communityNotes } from '../../../../../app/formats/community-notes.ts';
import { expectSound, expectSturdy } from '../laws.ts';
import { entryOf, headOf, readAll } from '../support.ts';

const NOTES = readFileSync(
  new URL('../../../../fixtures/dumps/community-notes/notes-00000.tsv', import.meta.url),
  'utf8',
);
const sniff = async (content: string) => communityNotes.sniff(await headOf(entryOf('x', content)));
const entry = entryOf('notes-00000.tsv', NOTES);

describe('community notes', () => {
  it('are recognised by their columns, and their ratings are not taken for notes', async () => {
    expect(await sniff(NOTES)).toBeGreaterThan(0.9);
    expect(await sniff('noteId\traterParticipantId\tcreatedAtMillis\tagree\n1\tA\t1\t1\n')).toBe(0);
    expect(await sniff('noteId,tweetId,classification,summary\n')).toBe(0);
  });

  it('are stories that quote the post they are about', async () => {
    const found = await readAll(communityNotes, entry);
    expectSound(found, entry);
    expect(found.records).toHaveLength(2);
    expect(found.records[0]).toMatchObject({
      id: '1888100000000000001',
      source: { name: 'Community Notes', handle: 'CommunityNotes' },
      publishedAt: '2025-02-08T08:00:00Z',
      precision: 'second',
      lang: 'ja',
      text: '増加は12%ではなく、速報値の"暫定"です。 https://port.minato.example/statistics?a=1&b=2',
      links: ['https://port.minato.example/statistics?a=1&b=2'],
      link: 'https://x.com/i/birdwatch/n/1888100000000000001',
      relations: [
        {
          kind: 'quote',
          id: '1888040000000000001',
          link: 'https://x.com/i/status/1888040000000000001',
          source: null,
        },
      ],
      details: [
        { kind: 'author', value: 'A'.repeat(64) },
        { kind: 'rating', value: 'MISINFORMED_OR_POTENTIALLY_MISLEADING' },
        { kind: 'category', value: 'misleadingFactualError' },
        { kind: 'category', value: 'misleadingMissingImportantContext' },
        { kind: 'category', value: 'trustworthySources' },
      ],
      origin: { entry: 'notes-00000.tsv', unit: 'line', position: 2 },
    });
    expect(found.records[1]?.details.map(({ value }) => value)).toEqual([
      'B'.repeat(64),
      'NOT_MISLEADING',
      'notMisleadingFactuallyCorrect',
      'isMediaNote',
    ]);
  });

  it('without words, or cut off, are problems', async () => {
    expect((await readAll(communityNotes, entry)).problems).toEqual([
      {
        code: 'record-no-text',
        params: { entry: 'notes-00000.tsv', unit: 'line', position: 4, column: 'summary' },
      },
      {
        code: 'record-bad-shape',
        params: { entry: 'notes-00000.tsv', unit: 'line', position: 5, detail: 'summary' },
      },
    ]);
  });

  it('of several parts may stand in one file, in any order of columns', async () => {
    const [header = '', first = ''] = NOTES.split('\n');
    const turned = (line: string) => line.split('\t').reverse().join('\t');
    const content = `${header}\n${first}\n${turned(header)}\n${turned(first)}\n`;
    const { records } = await readAll(communityNotes, entryOf('x.tsv', content));
    expect(records.map(({ text }) => text)).toEqual([records[0]?.text, records[0]?.text]);
  });

  it('have companions', () => {
    const { companions } = communityNotes;
    expect(companions?.test('data/ratings-00003.tsv')).toBe(true);
    expect(companions?.test('noteStatusHistory-00000.tsv')).toBe(true);
    expect(companions?.test('notes-00000.tsv')).toBe(false);
  });

  it('are read without failing from damaged files', async () => {
    await expectSturdy(communityNotes, 'notes-00000.tsv', NOTES);
  });
});
