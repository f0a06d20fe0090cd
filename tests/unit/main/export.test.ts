import { link, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from '../../../app/exports/json.ts';
import { plainOptions } from '../../../app/exports/options.ts';
import { type Project, toData } from '../../../app/project.ts';
import { storyKey } from '../../../app/story.ts';
import type { Dump } from '../../../main/dumps/dump.ts';
import { openDump } from '../../../main/dumps/open-dump.ts';
import { type ExportRequest, exportReport } from '../../../main/export.ts';
import { AT, anchorOf, projectOf, refOf } from '../app/exports/support.ts';

const TEXT = `The pier is closed, says the harbour master.
— Harbour Ledger (@harbourledger) February 8, 2025
It will open again in May.
灯台は今年中に取り壊される見通しだ。
— みなと新報 (@minato_shimpo) February 9, 2025
`;

let folder: string;
let path: string;
let dump: Dump;
let project: Project;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uratori-export-'));
  path = join(folder, 'harbour.txt');
  await writeFile(path, TEXT);
  dump = await openDump(path);
  await dump.ready;
  const stories = [await dump.read(0), await dump.read(1)] as const;
  const quotes = ['The pier is closed', '今年中に取り壊される'];
  project = projectOf({
    dumps: [
      {
        id: 'd',
        name: 'harbour.txt',
        path,
        relativePath: 'harbour.txt',
        sha256: null,
        bytes: dump.bytes,
        format: dump.format,
        encoding: dump.encoding,
        rule: dump.rule,
      },
    ],
    stories: stories.map((story) => refOf(story, 'd')),
    claims: stories.map((story, index) => ({
      id: `c${index}`,
      storyKey: storyKey('d', story.id),
      anchors: [anchorOf(story, quotes[index] as string)],
      wording: `wording ${index}`,
      claimant: '',
      ratingId: null,
      verdicts: [],
      carriedFrom: null,
      rationale: [],
      evidence: [],
      createdAt: AT,
      createdBy: 'me',
    })),
  });
});
afterEach(async () => {
  await dump.close();
  await rm(folder, { recursive: true, force: true });
});

const write = (changes: Partial<ExportRequest> = {}) =>
  exportReport({
    project,
    stories: null,
    dumps: new Map([['d', dump]]),
    format: 'json',
    locale: 'en',
    options: plainOptions('en'),
    title: '',
    version: '0.1.0',
    exportedAt: AT,
    target: join(folder, 'report.json'),
    projectFile: join(folder, 'p.uratori'),
    ...changes,
  });

describe('an exported report', () => {
  it('has the texts of the dump, and its hash where the project did not know it', async () => {
    const written = await write();
    const data = parse(JSON.parse(await readFile(written.path, 'utf8')));
    expect(data.stories.map(({ story }) => story?.text)).toEqual([
      (await dump.read(0)).text,
      (await dump.read(1)).text,
    ]);
    expect(data.provenance.dumps).toEqual([
      expect.objectContaining({
        name: 'harbour.txt',
        sha256: await dump.sha256(),
        status: 'read',
        bytes: dump.bytes,
      }),
    ]);
    expect(data.title).toBe(project.title);
    expect(data.project.claims).toEqual(toData(project).claims);
  });

  it('is the same, byte for byte, in every format, when it is written again', async () => {
    for (const format of ['html', 'md', 'json'] as const) {
      const once = await write({ format });
      expect(await write({ format, target: join(folder, 'again') })).toMatchObject({ sha256: once.sha256 });
    }
  });

  it('is written without the texts when the dump is not at hand', async () => {
    const { path: target } = await write({ dumps: new Map(), format: 'md' });
    const text = await readFile(target, 'utf8');
    expect(text).toContain('The file was not at hand');
    expect(text).toContain('> 今年中に取り壊される');
    expect(text).not.toContain('It will open again in May');
  });

  it('never takes the place of a dump or of the project, by whatever name', async () => {
    const projectFile = join(folder, 'p.uratori');
    await writeFile(projectFile, 'project');
    await writeFile(`${projectFile}.journal`, 'journal');
    await symlink(path, join(folder, 'link.txt'));
    await link(path, join(folder, 'hard.txt'));
    const targets = [
      'harbour.txt',
      './x/../harbour.txt',
      'link.txt',
      'hard.txt',
      'p.uratori',
      'p.uratori.journal',
    ];
    const before = await readdir(folder);
    for (const name of targets) {
      const target = `${folder}/${name}`;
      await expect(write({ target }), name).rejects.toMatchObject({
        code: 'export-target-is-dump',
        params: { path: target },
      });
    }
    expect(await readFile(path, 'utf8')).toBe(TEXT);
    expect(await readdir(folder)).toEqual(before);
  });

  it('never takes the place of another file that is no report by its name', async () => {
    const others = ['other.uratori', 'other-dump.txt', '.profile.rc'];
    for (const name of others) {
      await writeFile(join(folder, name), 'kept');
      await expect(write({ target: join(folder, name) }), name).rejects.toMatchObject({
        code: 'export-target-exists',
      });
      expect(await readFile(join(folder, name), 'utf8')).toBe('kept');
    }
    await writeFile(join(folder, 'new.txt'), '');
    await expect(write({ target: join(folder, 'new.txt') })).resolves.toBeDefined();
  });

  it('never takes the place of a dump that is not open either', async () => {
    await expect(write({ dumps: new Map(), target: path })).rejects.toMatchObject({
      code: 'export-target-is-dump',
    });
    expect(await readFile(path, 'utf8')).toBe(TEXT);
  });

  it('leaves the old report when the dump changes while it is read', async () => {
    const target = join(folder, 'report.json');
    await writeFile(target, 'old');
    await writeFile(path, `${TEXT}More.\n— Somebody (@some) February 9, 2025\n`);
    await expect(write({ target })).rejects.toMatchObject({ code: 'dump-changed-while-open' });
    expect(await readFile(target, 'utf8')).toBe('old');
    expect((await readdir(folder)).sort()).toEqual(['harbour.txt', 'report.json']);
  });

  it('leaves the old report when it is cancelled', async () => {
    const target = join(folder, 'report.json');
    await writeFile(target, 'old');
    const stop = new AbortController();
    stop.abort();
    await expect(write({ target, signal: stop.signal })).rejects.toThrow();
    expect(await readFile(target, 'utf8')).toBe('old');
    expect((await readdir(folder)).sort()).toEqual(['harbour.txt', 'report.json']);
  });

  it('is refused for a story that the project does not have', async () => {
    await expect(write({ stories: ['d/nowhere'] })).rejects.toMatchObject({ code: 'story-not-found' });
    expect(await readdir(folder)).toEqual(['harbour.txt']);
  });
});
