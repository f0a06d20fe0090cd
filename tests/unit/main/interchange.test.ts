import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apply } from '../../../app/apply.ts';
import { INTERCHANGE_IDS } from '../../../app/interchange/catalogue.ts';
import type { Feature } from '../../../app/interchange/features.ts';
import { INTERCHANGES } from '../../../app/interchange/formats.ts';
import type { ImportOptions, ImportPlan } from '../../../app/interchange/import/plan.ts';
import { countsOf, importCommand } from '../../../app/interchange/import/plan.ts';
import { type Project, toData } from '../../../app/project.ts';
import { storyKey } from '../../../app/story.ts';
import type { Tag } from '../../../app/tag.ts';
import type { Dump } from '../../../main/dumps/dump.ts';
import { LIMITS } from '../../../main/dumps/intake/limits.ts';
import { openDump } from '../../../main/dumps/open-dump.ts';
import { zipOf } from '../../../main/export/zip.ts';
import { exportAnnotations } from '../../../main/export-annotations.ts';
import { planRead } from '../../../main/interchange/plan-read.ts';
import { readTextFiles } from '../../../main/interchange/read-files.ts';
import { readImport } from '../../../main/interchange/read-import.ts';
import { AT, anchorOf, evidenceOf, projectOf, refOf } from '../app/exports/support.ts';

const TAG: Tag = {
  ...{ id: 't', name: '港', colour: 'green', parentId: null, description: '' },
  ...{ examples: [], shortcut: '', order: '' },
};
const OPTIONS: ImportOptions = { ratings: {}, onFirstLine: false, by: 'Sato', at: AT, why: 'imported' };
const corpora = new URL('../../../../shared/corpora/', import.meta.url).pathname;

let folder: string;
const dumps = new Map<string, Dump>();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uratori-import-'));
});
afterEach(async () => {
  for (const dump of dumps.values()) await dump.close();
  dumps.clear();
  await rm(folder, { recursive: true, force: true });
});

async function zipped(name: string, files: Record<string, string>): Promise<string> {
  const path = join(folder, name);
  const entries = Object.entries(files).map(([entry, text]) => ({ name: entry, bytes: Buffer.from(text) }));
  const pieces: Uint8Array[] = [];
  for await (const piece of zipOf(entries, path)) pieces.push(piece);
  await writeFile(path, Buffer.concat(pieces));
  return path;
}

/** A project on a dump that is one text, and that text as its only story. */
async function deskOn(text: string, name = 'dump.txt'): Promise<Project> {
  const path = join(folder, name);
  await writeFile(path, text);
  const dump = await openDump(path, { rule: { kind: 'whole' } });
  dumps.set('d', dump);
  const [ref] = projectOf({}).dumps.values();
  return projectOf({ dumps: [{ ...(ref as NonNullable<typeof ref>), id: 'd', path }] });
}

async function planOf(path: string, project: Project): Promise<ImportPlan> {
  return planRead(await readImport({ path, format: null, project, dumps }), project, OPTIONS);
}

function carriedOut(project: Project, plan: ImportPlan): Project {
  const command = importCommand(plan, false);
  return command ? apply(project, command).project : project;
}

describe('files', () => {
  it('are read from a lone file, a folder and a zip of one, without byte order marks, whatever their encoding', async () => {
    const path = await zipped('x.zip', { 'export/a.txt': '\ufeff灯台', 'export/sub/b.json': '{}' });
    expect([...(await readTextFiles(path)).files]).toEqual([
      ['a.txt', '灯台'],
      ['sub/b.json', '{}'],
    ]);
    await mkdir(join(folder, 'loose'));
    await writeFile(join(folder, 'loose', 'a.tsv'), Buffer.from('\ufeff灯台\t1', 'utf16le'));
    await writeFile(join(folder, 'loose', 'picture.png'), Buffer.from([0x89, 0x50, 0, 0, 0, 13]));
    expect([...(await readTextFiles(join(folder, 'loose'))).files]).toEqual([['a.tsv', '灯台\t1']]);
  });

  it('that unpack to more than anybody has, or are cut off, are refused', async () => {
    const path = await zipped('bomb.zip', { 'a.txt': 'a'.repeat(5000) });
    const limits = { ...LIMITS, entryFloor: 1000, entryRatio: 0 };
    await expect(readTextFiles(path, { limits })).rejects.toMatchObject({ code: 'entry-too-large' });
    const whole = await readFile(path);
    await writeFile(join(folder, 'cut.zip'), whole.subarray(0, whole.length - 30));
    await expect(readTextFiles(join(folder, 'cut.zip'))).rejects.toMatchObject({ code: 'entry-truncated' });
    await expect(readTextFiles(join(folder, 'none'))).rejects.toMatchObject({ code: 'file-not-readable' });
  });
});

describe('stories', () => {
  it('are found by their text however it was saved, by their link, and as what is plainly most like them', async () => {
    const posts = [
      'The pier is closed until May, says the harbour master, and the ferry leaves from the quay.',
      'The lighthouse will be torn down this year, the city says; a museum has asked for its lamp.',
    ];
    const lines = posts.map((text, index) =>
      JSON.stringify({ id: `p${index}`, text, url: `https://example.test/${index}` }),
    );
    const path = join(folder, 'dump.jsonl');
    await writeFile(path, `${lines.join('\n')}\n`);
    dumps.set('d', await openDump(path));
    const [ref] = projectOf({}).dumps.values();
    const project = projectOf({ dumps: [{ ...(ref as NonNullable<typeof ref>), id: 'd', path }] });
    const doccano = join(folder, 'x.jsonl');
    const told = [
      { text: ` ${posts[0]?.replace(' ', '\u00a0')}\r\n`, label: [[5, 9, 'place']] },
      { text: posts[1]?.replace('this year', 'in the coming spring'), label: [[4, 14, 'place']] },
      { text: 'Nothing of this dump.', label: [[0, 7, 'place']] },
    ];
    await writeFile(doccano, told.map((line) => JSON.stringify(line)).join('\n'));
    const plan = await planOf(doccano, project);
    const known = plan.entries.filter(({ what }) => what === 'tagging');
    expect(known.map(({ kind, storyKey, reason }) => [kind, storyKey, reason])).toEqual([
      ['moved', 'd/p0', null],
      ['added', 'd/p1', null],
      ['refused', null, 'story-not-found'],
    ]);
    const w3c = join(folder, 'anno.json');
    await writeFile(
      w3c,
      JSON.stringify({
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id: 'https://example.test/anno/1',
        type: 'Annotation',
        body: { type: 'TextualBody', value: 'Which city?', purpose: 'commenting' },
        motivation: 'commenting',
        target: {
          source: 'https://www.example.test/1?utm_source=x',
          selector: { type: 'TextQuoteSelector', exact: 'the city says' },
        },
      }),
    );
    const page = carriedOut(project, await planOf(w3c, project));
    expect([...page.taggings.values()]).toMatchObject([
      { storyKey: 'd/p1', memo: 'Which city?', anchor: { quote: 'the city says' } },
    ]);
  });

  it('of 10,000 do not keep others waiting', async () => {
    const posts = Array.from({ length: 10_000 }, (_, index) => ({
      id: `p${index}`,
      text: `Pier ${index} is closed.`,
    }));
    const path = join(folder, 'dump.jsonl');
    await writeFile(path, posts.map((post) => JSON.stringify(post)).join('\n'));
    dumps.set('d', await openDump(path));
    const [ref] = projectOf({}).dumps.values();
    const project = projectOf({ dumps: [{ ...(ref as NonNullable<typeof ref>), id: 'd', path }] });
    const doccano = join(folder, 'x.jsonl');
    await writeFile(
      doccano,
      posts.map(({ text }) => JSON.stringify({ text, label: [[0, 4, 'place']] })).join('\n'),
    );
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    const plan = await planOf(doccano, project);
    clearInterval(timer);
    expect(countsOf(plan.entries)).toMatchObject({ added: 10_001, refused: 0 });
    expect(turns).toBeGreaterThan(10);
  });
});

describe('a real export', () => {
  const POSTS = `The pier 🛟 is closed, says the harbour master 👩‍✈️.
— Harbour Ledger (@harbourledger) February 8, 2025
It will open again in May.
灯台は今年中に取り壊される見通しだ。
— みなと新報 (@minato_shimpo) February 9, 2025
`;

  it.each(INTERCHANGE_IDS)(
    '%s: comes back onto the dump, under whatever id the dump has there',
    async (format) => {
      const path = join(folder, 'harbour.txt');
      await writeFile(path, POSTS);
      const dump = await openDump(path);
      dumps.set('other', dump);
      await dump.ready;
      const [first, second] = [await dump.read(0), await dump.read(1)] as const;
      const [ref] = projectOf({}).dumps.values();
      const projectWith = (id: string) =>
        projectOf({ dumps: [{ ...(ref as NonNullable<typeof ref>), id, path }], tags: [TAG] });
      const claim = (id: string, story: typeof first, quote: string) => ({
        ...{ id, storyKey: storyKey('d', story.id), anchors: [anchorOf(story, quote)], wording: quote },
        ...{ claimant: '', ratingId: 'accurate', verdicts: [], carriedFrom: null, rationale: [] },
        ...{ evidence: [evidenceOf({ id: 'e', title: 'Timetable' })], createdAt: AT, createdBy: 'me' },
      });
      const source = projectOf({
        ...toData(projectWith('d')),
        stories: [first, second].map((story) => refOf(story, 'd')),
        claims: [claim('c0', first, '🛟 is closed'), claim('c1', second, '今年中に取り壊される')],
        taggings: [
          {
            ...{ id: 'g', tagId: 't', storyKey: storyKey('d', first.id), memo: '' },
            ...{ anchor: anchorOf(first, 'master 👩‍✈️'), createdAt: AT, createdBy: 'me' },
          },
        ],
      });
      const { layout, extension } = INTERCHANGES[format];
      const target = join(folder, `out.${layout === 'folder' ? 'zip' : extension}`);
      await exportAnnotations({
        ...{
          format,
          project: source,
          dumps: new Map([['d', dump]]),
          locale: 'en',
          title: 'Export',
          stories: null,
        },
        ...{ version: '1', exportedAt: AT, baseUrl: null, target, projectFile: join(folder, 'p.uratori') },
      });
      const fresh = projectWith('other');
      const read = await readImport({ path: target, format: null, project: fresh, dumps });
      expect([read.format, read.problems]).toEqual([format, []]);
      const plan = await planRead(read, fresh, OPTIONS);
      expect(plan.entries.filter(({ kind }) => kind === 'refused')).toEqual([]);
      const next = carriedOut(fresh, plan);
      const { carries } = INTERCHANGES[format];
      const carried = (feature: Feature, count: number) => (carries.includes(feature) ? count : 0);
      expect([next.claims.size, next.taggings.size]).toEqual([carried('ratings', 2), carried('places', 1)]);
      const anchors = [...next.claims.values()].flatMap((each) => each.anchors.map(({ quote }) => quote));
      expect(anchors.sort()).toEqual(
        carries.includes('ratings') ? ['今年中に取り壊される', '🛟 is closed'] : [],
      );
      expect(importCommand(await planRead(read, next, OPTIONS), true)).toBeNull();
    },
  );
});

describe.skipIf(!existsSync(corpora))('files of the tools themselves, onto a dump of their own text', () => {
  it('brat: every text-bound annotation of its tutorial, at its words', async () => {
    const source = join(corpora, 'brat');
    const names = (await readdir(source)).filter((name) => name.endsWith('.ann'));
    for (const name of names) {
      const stem = name.replace(/\.ann$/u, '');
      const text = await readFile(join(source, `${stem}.txt`), 'utf8');
      const own = join(folder, stem);
      await mkdir(own);
      await writeFile(join(own, `${stem}.txt`), text);
      await writeFile(join(own, name), await readFile(join(source, name)));
      const project = await deskOn(text, `${stem}-dump.txt`);
      const next = carriedOut(project, await planOf(own, project));
      const bounds = (await readFile(join(own, name), 'utf8'))
        .split('\n')
        .filter((line) => line.startsWith('T'));
      const quotes = bounds.map((line) => line.split('\t')[2]?.trim());
      const placed = [...next.taggings.values()].map(({ anchor }) => anchor?.quote.replace(/\s/gu, ' '));
      expect(placed.sort(), name).toEqual(quotes.sort());
      expect(importCommand(await planOf(own, next), true)).toBeNull();
      await dumps.get('d')?.close();
    }
    expect(names.length).toBeGreaterThan(5);
  });

  it('doccano: spans, relations and labels of whole texts', async () => {
    const path = join(corpora, 'doccano', 'export__sequence_labeling__example.jsonl');
    const [line = ''] = (await readFile(path, 'utf8')).split('\n');
    const { text, label } = JSON.parse(line) as { text: string; label: [number, number, string][] };
    const project = await deskOn(text);
    const next = carriedOut(project, await planOf(path, project));
    const quotes = label.map(([start, end]) => Array.from(text).slice(start, end).join(''));
    expect([...next.taggings.values()].map(({ anchor }) => anchor?.quote).sort()).toEqual(quotes.sort());
    expect([...next.tags.values()].map(({ name }) => name).sort()).toEqual([
      ...new Set(label.map(([, , name]) => name).sort()),
    ]);
  });

  it('WebAnno TSV: the annotations of INCEpTION’s own tests, on the texts that they were made on', async () => {
    const names = (await readdir(join(corpora, 'webanno_tsv'))).filter((name) => name.startsWith('test'));
    let placed = 0;
    for (const name of names) {
      const path = join(corpora, 'webanno_tsv', name);
      const { files } = await readTextFiles(path);
      const { set } = INTERCHANGES.webannotsv.parse(files);
      const [story] = set.stories;
      const project = await deskOn(story?.text ?? '', `${name}.txt`);
      const plan = await planOf(path, project);
      expect(
        plan.entries.filter(({ kind }) => kind === 'refused'),
        name,
      ).toEqual([]);
      const next = carriedOut(project, plan);
      const quotes = (story?.taggings ?? []).flatMap(({ span }) => span?.quote.trim() ?? []);
      const found = [...next.taggings.values()].flatMap(({ anchor }) => anchor?.quote ?? []);
      expect(found.sort(), name).toEqual(quotes.sort());
      placed += found.length;
      await dumps.get('d')?.close();
    }
    expect(placed).toBeGreaterThan(5);
  });
});
