import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPromise, type ZipFile } from 'yauzl';
import type { AnnotationSet } from '../../../app/interchange/annotation-set.ts';
import { INTERCHANGE_IDS } from '../../../app/interchange/catalogue.ts';
import { INTERCHANGES } from '../../../app/interchange/formats.ts';
import { CRATE_FILE } from '../../../app/interchange/ro-crate.ts';
import { fromData, type Project, toData } from '../../../app/project.ts';
import { storyKey } from '../../../app/story.ts';
import type { Dump } from '../../../main/dumps/dump.ts';
import { openDump } from '../../../main/dumps/open-dump.ts';
import type { ExportTarget } from '../../../main/export.ts';
import { type AnnotationsRequest, exportAnnotations } from '../../../main/export-annotations.ts';
import { AT, anchorOf, evidenceOf, projectOf, refOf } from '../app/exports/support.ts';

const TEXT = `The pier 🛟 is closed, says the harbour master 👩‍✈️.
— Harbour Ledger (@harbourledger) February 8, 2025
It will open again in May.
灯台は今年中に取り壊される見通しだ。
— みなと新報 (@minato_shimpo) February 9, 2025
`;

let folder: string;
let dump: Dump;
let project: Project;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uratori-annotations-'));
  const path = join(folder, 'harbour.txt');
  await writeFile(path, TEXT);
  dump = await openDump(path);
  await dump.ready;
  const stories = [await dump.read(0), await dump.read(1)] as const;
  const [first, second] = stories;
  const claim = (id: string, story: typeof first, quote: string) => ({
    ...{ id, storyKey: storyKey('d', story.id), anchors: [anchorOf(story, quote)] },
    ...{
      wording: `=${quote}`,
      claimant: 'the harbour master',
      ratingId: 'accurate',
      verdicts: [],
      carriedFrom: null,
    },
    rationale: [
      { kind: 'paragraph' as const, children: [{ text: 'Seen ', bold: true as const }, { text: '😀' }] },
    ],
    ...{ evidence: [evidenceOf({ id: 'e', title: 'Timetable' })], createdAt: AT, createdBy: 'me' },
  });
  const lost = { ...anchorOf(first, 'May'), quote: 'Sun', prefix: '', suffix: '' };
  project = projectOf({
    dumps: [
      {
        ...{
          id: 'd',
          name: 'harbour.txt',
          path,
          relativePath: 'harbour.txt',
          sha256: null,
          bytes: dump.bytes,
        },
        ...{ format: dump.format, encoding: dump.encoding, rule: dump.rule },
      },
    ],
    stories: stories.map((story) => refOf(story, 'd')),
    tags: [
      {
        id: 't',
        name: '港',
        colour: 'green',
        parentId: null,
        description: '',
        examples: [],
        shortcut: '',
        order: '',
      },
    ],
    claims: [claim('c0', first, '🛟 is closed'), claim('c1', second, '今年中に取り壊される')],
    taggings: [
      {
        ...{ id: 'g', tagId: 't', storyKey: storyKey('d', first.id), anchor: lost, memo: '' },
        ...{ createdAt: AT, createdBy: 'me' },
      },
    ],
  });
});
afterEach(async () => {
  await dump.close();
  await rm(folder, { recursive: true, force: true });
});

const write = (changes: Partial<AnnotationsRequest & ExportTarget> = {}) =>
  exportAnnotations({
    ...{ project, stories: null, dumps: new Map([['d', dump]]), locale: 'en', title: '', version: '0.1.0' },
    ...{ format: 'w3c', baseUrl: null, exportedAt: AT, projectFile: join(folder, 'p.uratori') },
    target: join(folder, 'out'),
    ...changes,
  });

async function filesIn(path: string): Promise<Map<string, string>> {
  const names = await readdir(path, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of names) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(file.slice(path.length + 1), await readFile(file, 'utf8'));
  }
  return files;
}

async function filesInZip(path: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const zip: ZipFile = await openPromise(path);
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    files.set(entry.fileName, Buffer.concat(chunks).toString());
  }
  return files;
}

interface CrateEntity {
  '@id': string;
  '@type': string;
  contentSize?: string;
  sha256?: string;
  conformsTo?: unknown;
}

const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

const quotesOf = ({ stories }: AnnotationSet) =>
  stories.flatMap(({ claims }) => claims.flatMap(({ spans }) => spans.map(({ quote }) => quote)));

describe('annotations for other tools', () => {
  it.each(INTERCHANGE_IDS)(
    'are written as %s and read back from the disk, leaving nothing else there',
    async (format) => {
      const { layout, extension, carries } = INTERCHANGES[format];
      const written = await write({ format });
      const files = await {
        folder: () => filesIn(written.path),
        package: () => filesInZip(written.path),
        file: async () => new Map([[`out.${extension}`, await readFile(written.path, 'utf8')]]),
      }[layout]();
      expect(written.files).toBe(layout === 'folder' ? files.size : 1);
      const { set, problems } = INTERCHANGES[format].parse(files);
      expect(problems).toEqual([]);
      const hasClaims = carries.includes('places') || carries.includes('claim-words');
      expect(set.stories.map(({ claims }) => claims.length)).toEqual(hasClaims ? [1, 1] : []);
      if (carries.includes('places')) expect(quotesOf(set)).toEqual(['🛟 is closed', '今年中に取り壊される']);
      expect(written.placeless).toEqual([{ kind: 'tag', id: 'g', quote: 'Sun' }]);
      expect((await readdir(folder)).sort()).toEqual(['harbour.txt', 'out']);
    },
  );

  it('have the words of another story that evidence quotes, with their place where that story goes out as well', async () => {
    const other = await dump.read(1);
    const quote = (anchor: ReturnType<typeof anchorOf>) => ({
      storyKey: storyKey('d', other.id),
      anchor,
    });
    const evidence = [
      evidenceOf({ id: 'there', story: quote(anchorOf(other, '取り壊される見通し')) }),
      evidenceOf({
        id: 'lost',
        story: quote({ ...anchorOf(other, '今年'), quote: '昨年', prefix: '', suffix: '' }),
      }),
    ];
    const data = toData(project);
    const claims = data.claims.map((claim) =>
      claim.id === 'c0' ? { ...claim, evidence, carriedFrom: 'c9' } : claim,
    );
    const { path, placeless } = await write({ project: fromData({ ...data, claims }) });
    const { set } = INTERCHANGES.w3c.parse(await filesIn(path));
    const [claim] = set.stories[0]?.claims ?? [];
    expect(claim?.carriedFrom).toBe('c9');
    expect(claim?.evidence.map(({ quote: words, story }) => [words, story?.span])).toEqual([
      ['取り壊される見通し', { start: 7, end: 16, quote: '取り壊される見通し' }],
      ['昨年', null],
    ]);
    expect(placeless.filter(({ kind }) => kind === 'evidence').map(({ id }) => id)).toEqual(['lost']);

    // A story that goes out for its quoted words alone has nothing of what people said of it.
    const chosen = [...project.stories.keys()].filter((key) => !key.endsWith(other.id));
    const target = join(folder, 'one');
    const alone = await write({ project: fromData({ ...data, claims }), stories: chosen, target });
    const [story, quoted] = INTERCHANGES.w3c.parse(await filesIn(alone.path)).set.stories;
    expect(story?.claims[0]?.evidence[0]?.story?.span?.quote).toBe('取り壊される見通し');
    expect([quoted?.text, quoted?.claims]).toEqual([other.text, []]);
    const brat = await write({
      project: fromData({ ...data, claims }),
      stories: chosen,
      format: 'brat',
      target: join(folder, 'b'),
    });
    expect(INTERCHANGES.brat.parse(await filesIn(brat.path)).set.stories).toHaveLength(1);
  });

  it('are packed where the name says so: the same bytes for the same input, and what a folder would hold', async () => {
    const { path: plain } = await write();
    const packed = await write({ target: join(folder, 'out.zip') });
    const again = await write({ target: join(folder, 'again.zip') });
    expect(again.sha256).toBe(packed.sha256);
    expect(await filesInZip(packed.path)).toEqual(await filesIn(plain));
  });

  it('describe themselves: every file that was written, as it was written, and the dump it came from', async () => {
    const { path } = await write({ format: 'brat' });
    const names = (await readdir(path)).filter((name) => name !== CRATE_FILE).sort();
    const graph = JSON.parse(await readFile(join(path, CRATE_FILE), 'utf8'))['@graph'] as CrateEntity[];
    const parts = graph.filter((entity) => entity['@type'] === 'File' && !entity['@id'].startsWith('#'));
    expect(parts.map((entity) => entity['@id']).sort()).toEqual(names);
    for (const { '@id': name, contentSize, sha256, conformsTo } of parts) {
      const bytes = await readFile(join(path, name));
      expect([contentSize, sha256]).toEqual([String(bytes.length), sha256Of(bytes)]);
      expect(conformsTo).toEqual({ '@id': 'https://brat.nlplab.org/standoff.html' });
    }
    const source = graph.find((entity) => entity['@id'] === '#dump-1');
    expect(source).toMatchObject({ name: 'harbour.txt', sha256: sha256Of(Buffer.from(TEXT)) });
  });

  it('go only to a new place, and never to a dump', async () => {
    await mkdir(join(folder, 'out'));
    await write();
    await expect(write()).rejects.toThrow('export-place-taken');
    await writeFile(join(folder, 'full.zip'), 'something');
    await expect(write({ target: join(folder, 'full.zip') })).rejects.toThrow('export-place-taken');
    await expect(write({ target: join(folder, 'harbour.txt') })).rejects.toThrow('export-target-is-dump');
    await expect(write({ target: join(folder, 'no', 'where') })).rejects.toThrow('export-folder-missing');
  });

  it('leave nothing when they are stopped', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(write({ signal })).rejects.toThrow('stopped');
    expect(await readdir(folder)).toEqual(['harbour.txt']);
  });

  it('of a dump that is not at hand have claims without places, where the format can carry such', async () => {
    const { path } = await write({ format: 'claimreview', dumps: new Map() });
    const { set } = INTERCHANGES.claimreview.parse(await filesIn(path));
    expect(set.stories.flatMap(({ claims }) => claims.map(({ wording }) => wording))).toEqual([
      ...['=🛟 is closed', '=今年中に取り壊される'],
    ]);
    const other = await write({ format: 'brat', dumps: new Map(), target: join(folder, 'brat') });
    expect(INTERCHANGES.brat.parse(await filesIn(other.path)).set.stories).toEqual([]);
  });
});
