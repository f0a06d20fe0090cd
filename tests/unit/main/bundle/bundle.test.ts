import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BUNDLE_MODES, type Manifest } from '../../../../app/bundle/manifest.ts';
import type { Project } from '../../../../app/project.ts';
import { fromData, toData } from '../../../../app/project.ts';
import { extractBundle } from '../../../../main/bundle/extract.ts';
import { prepareBundle } from '../../../../main/bundle/prepare.ts';
import { quotesOf } from '../../../../main/bundle/quotes.ts';
import { verifyBundle } from '../../../../main/bundle/verify.ts';
import { openDump } from '../../../../main/dumps/open-dump.ts';
import { attachmentState } from '../../../../main/project/attachments.ts';
import { openProject } from '../../../../main/project/open-project.ts';
import { findDump } from '../../../../main/workbench/dump-finder.ts';
import { HARBOUR, type Kit, makeKit, TABLE, VERSION } from './kit.ts';
import { filesOfZip } from './zips.ts';

let kit: Kit;
beforeEach(async () => {
  kit = await makeKit();
});
afterEach(() => kit.close());

describe.each(BUNDLE_MODES)('a bundle of %s dumps', (mode) => {
  it('is proved whole, every check of it', async () => {
    const { path, manifestSha256 } = await kit.write(mode);
    const verification = await verifyBundle(path, { version: VERSION });
    expect(verification.checks.filter(({ status }) => status !== 'passed')).toEqual([]);
    expect(verification).toMatchObject({ outcome: 'whole', manifestSha256 });
    const counts = Object.fromEntries(verification.checks.map(({ check, count }) => [check, count]));
    expect(counts).toMatchObject({ dumps: 2, quotes: 4, attachments: 1, report: 1 });
  });

  it('has the same bytes for the same project, dumps and time', async () => {
    const [one, other] = [await kit.write(mode, 'one.zip'), await kit.write(mode, 'other.zip')];
    expect(other.sha256).toBe(one.sha256);
  });

  it('is a project that opens wherever it is unpacked, with its dumps, quotes and attachments', async () => {
    const { path } = await kit.write(mode);
    await rm(join(kit.folder, 'somebody'), { recursive: true });
    const into = join(kit.folder, 'elsewhere');
    const { projectFile } = await extractBundle(path, into, { version: VERSION, allowMissing: false });
    const store = await openProject(projectFile ?? '');
    try {
      const { project } = store;
      expect(store.notices).toEqual([]);
      expect(toData(project).claims).toEqual(toData(kit.project).claims);
      for (const ref of project.dumps.values()) {
        const found = await findDump(ref, store.file, async () => true);
        expect(found).toEqual({ kind: 'found', path: join(into, ref.path) });
        const dump = await openDump(join(into, ref.path));
        expect(await dump.sha256()).toBe(ref.sha256);
        for (const [key, story] of project.stories.filter((each) => each.dumpId === ref.id)) {
          // The hints alone tell: what is shown needs no search.
          const { id, text } = await dump.read(story.ordinal);
          expect(id).toBe(story.storyId);
          for (const { start, end, quote } of quotesOf(project, key))
            expect(text.slice(start, end)).toBe(quote);
        }
        await dump.close();
      }
      for (const claim of project.claims.values())
        for (const { file } of claim.evidence)
          if (file) expect(await attachmentState(store.file, file.sha256)).toBe('kept');
    } finally {
      await store.close();
    }
  });

  it('names no folder of whoever made it', async () => {
    const { path } = await kit.write(mode);
    for (const [name, bytes] of await filesOfZip(path)) {
      expect(`${name} ${bytes.includes('somebody') ? 'tells' : 'is silent'}`).toBe(`${name} is silent`);
    }
  });

  it('can be made again of what was unpacked', async () => {
    const { path } = await kit.write(mode);
    const into = join(kit.folder, 'elsewhere');
    const { projectFile } = await extractBundle(path, into, { version: VERSION, allowMissing: false });
    const store = await openProject(projectFile ?? '', { readOnly: true });
    const dumps = new Map<string, Awaited<ReturnType<typeof openDump>>>();
    for (const ref of store.project.dumps.values()) dumps.set(ref.id, await openDump(join(into, ref.path)));
    const given = { project: store.project, projectFile: store.file, dumps };
    const again = await kit.write('whole', 'again.zip', given);
    expect((await verifyBundle(again.path, { version: VERSION })).outcome).toBe('whole');
    for (const dump of dumps.values()) await dump.close();
    await store.close();
  });
});

describe('what goes along', () => {
  it('is every byte of whole dumps', async () => {
    const files = await filesOfZip((await kit.write('whole')).path);
    expect(files.get('dumps/harbour.txt')?.toString()).toBe(HARBOUR);
    expect(files.get('dumps/ferry.csv')?.toString()).toBe(TABLE);
  });

  it('is nothing but the cited stories, with the name and hash of the dump they are from', async () => {
    const files = await filesOfZip((await kit.write('cited')).path);
    const all = Buffer.concat([...files.values()]).toString();
    expect(all).not.toContain('Nobody has said anything');
    expect(all).not.toContain('on time');
    const manifest = JSON.parse(String(files.get('manifest.json'))) as Manifest;
    expect(manifest.dumps.map(({ path, stories }) => [path, stories])).toEqual([
      ['stories/harbour.txt.jsonl', 4],
      ['stories/ferry.csv.jsonl', 1],
    ]);
    expect(manifest.dumps[0]?.sha256).toBe(await kit.dumps.get('harbour')?.sha256());
  });

  it('is a folder file by file where the dump is one', async () => {
    const folder = join(kit.folder, 'somebody', 'pages');
    await mkdir(join(folder, 'sub'), { recursive: true });
    await writeFile(join(folder, 'a.txt'), HARBOUR);
    await writeFile(join(folder, 'sub', 'b?.txt'), 'Another quay is closed.\n');
    const dump = await openDump(folder);
    const ref = {
      ...{ id: 'pages', name: 'pages', path: folder, relativePath: null, sha256: await dump.sha256() },
      ...{ bytes: dump.bytes, format: dump.format, encoding: dump.encoding, rule: null },
    };
    const project = edited({ dumps: [...toData(kit.project).dumps, ref] });
    const dumps = new Map([...kit.dumps, ['pages', dump]]);
    const { path } = await kit.write('whole', 'folder.zip', { project, dumps });
    expect([...(await filesOfZip(path)).keys()]).toContain('dumps/pages/sub/b?.txt');
    expect((await verifyBundle(path, { version: VERSION })).outcome).toBe('whole');
    await dump.close();
  });

  it('is told apart where two dumps have one name', async () => {
    const other = join(kit.folder, 'HARBOUR.txt');
    await writeFile(other, 'Another quay is closed.\n');
    const dump = await openDump(other);
    const project = edited({
      dumps: [
        ...toData(kit.project).dumps,
        { ...(kit.project.dumps.get('harbour') as never as object), id: 'other', path: other } as never,
      ],
    });
    const dumps = new Map([...kit.dumps, ['other', dump]]);
    const { path } = await kit.write('whole', 'two.zip', { project, dumps });
    expect([...(await filesOfZip(path)).keys()]).toContain('dumps/2/HARBOUR.txt');
    expect((await verifyBundle(path, { version: VERSION })).outcome).toBe('whole');
    await dump.close();
  });
});

describe('no bundle is made', () => {
  const refused = async (changes: Partial<Parameters<Kit['write']>[2]>, code: string) => {
    const before = await readdir(kit.folder);
    const temporaries = await temporaryFolders();
    await expect(kit.write('whole', 'refused.zip', changes)).rejects.toMatchObject({ code });
    expect(await readdir(kit.folder)).toEqual(before);
    expect(await temporaryFolders()).toEqual(temporaries);
  };

  it('without a dump, unless that is allowed; then nothing is proved of it', async () => {
    const dumps = new Map([['table', kit.dumps.get('table') as never]]);
    await refused({ dumps }, 'bundle-dump-missing');
    const { path } = await kit.write('cited', 'partly.zip', { dumps, allowMissing: true });
    const { outcome, checks } = await verifyBundle(path, { version: VERSION });
    expect(outcome).toBe('unproven');
    expect(checks.filter(({ status }) => status === 'unproven').map(({ check }) => check)).toEqual([
      'dumps',
      'stories',
      'quotes',
    ]);
    const into = join(kit.folder, 'elsewhere');
    const options = { version: VERSION, allowMissing: false };
    expect((await extractBundle(path, into, options)).projectFile).toBeNull();
    expect((await extractBundle(path, into, { ...options, allowMissing: true })).projectFile).toContain(into);
  });

  it('where a quote is not at its place, and each such quote is told', async () => {
    const claims = toData(kit.project).claims.map((claim) => ({
      ...claim,
      anchors: claim.anchors.map((anchor) => ({ ...anchor, start: anchor.start + 1, end: anchor.end + 1 })),
    }));
    const project = edited({ claims });
    await refused({ project }, 'bundle-quote-mismatch');
    const { projectFile, dumps } = kit;
    const prepared = await prepareBundle({ project, projectFile, dumps, mode: 'cited', allowMissing: false });
    await prepared.close();
    expect(prepared.problems.map(({ code }) => code)).toEqual([
      'bundle-quote-mismatch',
      'bundle-quote-mismatch',
    ]);
  });

  it('where a story is not in its dump', async () => {
    const stories = toData(kit.project).stories.map((story, index) =>
      index === 1 ? { ...story, storyId: 'gone' } : story,
    );
    const reviews = toData(kit.project).reviews;
    const project = edited({ stories, reviews });
    await refused({ project }, 'bundle-story-missing');
  });

  it('with an attachment that is gone or was changed', async () => {
    const folder = `${kit.projectFile}.files`;
    const [name = ''] = await readdir(folder);
    await writeFile(join(folder, name), 'another page');
    await refused({}, 'bundle-attachment-changed');
    await refused({ allowMissing: true }, 'bundle-attachment-changed');
    await rm(join(folder, name));
    await refused({}, 'bundle-attachment-missing');
    const { path } = await kit.write('cited', 'partly.zip', { allowMissing: true });
    expect((await verifyBundle(path, { version: VERSION })).outcome).toBe('unproven');
  });

  it('in the place of anything', async () => {
    await writeFile(join(kit.folder, 'refused.zip'), 'mine');
    await expect(kit.write('whole', 'refused.zip')).rejects.toMatchObject({ code: 'export-place-taken' });
    expect(await readFile(join(kit.folder, 'refused.zip'), 'utf8')).toBe('mine');
  });

  it('once it is stopped', async () => {
    const stop = new AbortController();
    stop.abort(new Error('stopped'));
    await expect(kit.write('whole', 'x.zip', { signal: stop.signal })).rejects.toThrow('stopped');
    expect(await readdir(kit.folder)).toEqual(['somebody']);
  });
});

function edited(changes: Partial<ReturnType<typeof toData>>): Project {
  return fromData({ ...toData(kit.project), ...changes });
}

/** Those of this process: the dumps of the kit have some. */
async function temporaryFolders(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.includes(`-${process.pid}-`)).sort();
}
