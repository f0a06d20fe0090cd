import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Manifest, manifestText } from '../../../../app/bundle/manifest.ts';
import type { Verification } from '../../../../app/bundle/verification.ts';
import { openArchive } from '../../../../main/bundle/archive.ts';
import { extractBundle } from '../../../../main/bundle/extract.ts';
import { verifyBundle } from '../../../../main/bundle/verify.ts';
import { sha256OfText } from '../../../../main/dumps/hash-text.ts';
import { LIMITS } from '../../../../main/dumps/intake/limits.ts';
import { type Kit, makeKit, VERSION } from './kit.ts';
import { filesOfZip, packed } from './zips.ts';

const MANIFEST = 'manifest.json';
/** A verification opens dumps: a run of many takes a while. */
const RUNS = { numRuns: 12 };

let kit: Kit;
let bundle: string;
let files: Map<string, Buffer>;
let manifest: Manifest;
let manifestSha256: string;
beforeAll(async () => {
  kit = await makeKit();
  ({ path: bundle, manifestSha256 } = await kit.write('whole'));
  files = await filesOfZip(bundle);
  manifest = JSON.parse(String(files.get(MANIFEST)));
});
afterAll(() => kit.close());

const listed = () => fc.constantFrom(...files.keys()).filter((name) => name !== MANIFEST);

describe('a bundle in which something was changed', () => {
  it('fails for any byte of any file, and names the file', async () => {
    await fc.assert(
      fc.asyncProperty(listed(), fc.nat(), fc.integer({ min: 1, max: 255 }), async (name, at, by) => {
        const bytes = Buffer.from(files.get(name) ?? '');
        const place = at % bytes.length;
        bytes[place] = (bytes[place] as number) ^ by;
        const found = await verified([...files].map(([path, same]) => [path, path === name ? bytes : same]));
        expect(found.outcome).toBe('broken');
        expect(namedBy(found, 'hashes')).toEqual([name]);
      }),
      RUNS,
    );
  });

  it('fails or has another manifest for any byte of the manifest', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const bytes = Buffer.from(files.get(MANIFEST) ?? '');
        const place = at % bytes.length;
        bytes[place] = (bytes[place] as number) ^ by;
        const found = await verified(
          [...files].map(([path, same]) => [path, path === MANIFEST ? bytes : same]),
        );
        expect(found.manifestSha256).not.toBe(manifestSha256);
      }),
      RUNS,
    );
  });

  it('fails for any file that is left out, added or renamed, and names it', async () => {
    await fc.assert(
      fc.asyncProperty(listed(), fc.stringMatching(/^[a-z]{1,8}(?:\/[a-z]{1,8})?$/u), async (name, other) => {
        const rest = [...files].filter(([path]) => path !== name);
        const without = await verified(rest);
        expect([without.outcome, namedBy(without, 'files')]).toEqual(['broken', [name]]);
        const more = await verified([...files, [other, Buffer.from('x')]]);
        expect([more.outcome, namedBy(more, 'files')]).toEqual(['broken', [other]]);
        const renamed = await verified([...rest, [other, files.get(name) ?? Buffer.alloc(0)]]);
        expect([renamed.outcome, namedBy(renamed, 'files')]).toEqual(['broken', [name, other]]);
      }),
      { numRuns: 6 },
    );
  });

  it('fails for any byte of the zip itself, or holds what it held', async () => {
    const zip = await readFile(bundle);
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const path = join(kit.folder, 'flipped.zip');
        const bytes = Buffer.from(zip);
        bytes[at] = (bytes[at] as number) ^ by;
        await writeFile(path, bytes);
        const { outcome, ...found } = await verifyBundle(path, { version: VERSION });
        if (outcome === 'whole') expect(found.manifestSha256).toBe(manifestSha256);
        else expect(outcome).toBe('broken');
      }),
      { numRuns: 40 },
    );
  });

  it('fails for any end that was cut off', async () => {
    const zip = await readFile(bundle);
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), async (length) => {
        const path = join(kit.folder, 'cut.zip');
        await writeFile(path, zip.subarray(0, length));
        expect((await verifyBundle(path, { version: VERSION })).outcome).toBe('broken');
      }),
      { numRuns: 40 },
    );
  });
});

it('proves nothing of what cannot be unpacked', async () => {
  const path = join(kit.folder, 'torn.zip');
  const bytes = await readFile(bundle);
  const place = bytes.indexOf('project.uratori') + 40;
  bytes[place] = (bytes[place] as number) ^ 1;
  await writeFile(path, bytes);
  const found = await verifyBundle(path, { version: VERSION });
  expect(namedBy(found, 'hashes')).toEqual(['project.uratori']);
  for (const check of ['project', 'stories', 'quotes', 'report'])
    expect(statusOf(found, check)).toBe('skipped');
});

describe('a bundle that was made to deceive, its hashes right', () => {
  it('fails where a quote is not in the dump', async () => {
    const found = await forged('dumps/harbour.txt', (text) => text.replace('is closed', 'is opened'));
    expect(statusOf(found, 'hashes')).toBe('passed');
    // The id of a story is made of its words.
    expect(failed(found)).toContain('stories');
  });

  it('fails where a quote is not where the project says', async () => {
    const found = await forged('project.uratori', (text) =>
      text.replace('"quote":"words twice"', '"quote":"words thrice"'.replace('thrice', 'tTice')),
    );
    expect(failed(found)).toEqual(['quotes']);
    expect(found.checks.find(({ check }) => check === 'quotes')?.problems[0]?.params).toMatchObject({
      dump: 'harbour.txt',
      quote: 'words tTice',
    });
  });

  it('fails where the report says something else', async () => {
    const found = await forged('report.html', (text) => text.replace('is closed', 'is opened'));
    expect(failed(found)).toEqual(['report']);
  });

  it('compares no report of another version, and says so', async () => {
    const found = await verifyBundle(bundle, { version: '10.0.0' });
    expect(found.outcome).toBe('whole');
    expect(found.checks.find(({ check }) => check === 'report')).toMatchObject({
      status: 'skipped',
      problems: [{ code: 'bundle-report-not-comparable' }],
    });
  });

  it('fails where the project is another one, or names a file elsewhere', async () => {
    const other = await forged('project.uratori', (text) => text.replace('The harbour', 'The airport'));
    expect(failed(other)).toContain('project');
    const outside = await forged('project.uratori', (text) =>
      text.replaceAll('"dumps/ferry.csv"', '"/etc/hostname"'),
    );
    expect(failed(outside)).toContain('dumps');
  });

  it('fails where a journal or anything else waits beside the project', async () => {
    const journal = { path: 'project.uratori.journal', bytes: 1, sha256: sha256OfText('x') };
    const changed = { ...manifest, files: [...manifest.files, journal] };
    const found = await verified([
      ...[...files].filter(([path]) => path !== MANIFEST),
      [journal.path, Buffer.from('x')],
      [MANIFEST, Buffer.from(manifestText(changed))],
    ]);
    expect(failed(found)).toContain('manifest');
  });

  it.each([
    '../evil.txt',
    '/etc/evil.txt',
    'dumps/../../evil.txt',
    'dumps//evil.txt',
    'dumps\\..\\evil.txt',
    'C:/evil.txt',
    'dumps/HARBOUR.TXT',
    'dumps/harbour.txt/evil.txt',
  ])('fails for a file called %s, and leaves nothing of it anywhere', async (name) => {
    const path = join(kit.folder, 'evil.zip');
    await packed(path, [...files, [name, Buffer.from('x')]]);
    const into = join(kit.folder, 'unpacked');
    const { verification, projectFile } = await extractBundle(path, into, {
      version: VERSION,
      allowMissing: true,
    });
    expect([verification.outcome, projectFile]).toEqual(['broken', null]);
    expect(await readdir(kit.folder, { recursive: true })).not.toContain(expect.stringContaining('evil.txt'));
    expect(await readdir(kit.folder)).not.toContain('unpacked');
  });

  it('fails where one name stands twice', async () => {
    const found = await verified([...files, ['dumps/harbour.txt', Buffer.from('x')]]);
    expect(failed(found)).toContain('archive');
  });

  it('fails for a link', async () => {
    const zip = await readFile(bundle);
    // The kind of file in the directory's entry (APPNOTE.TXT 4.3.12), the last byte of the external attributes.
    const central = zip.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    zip[central + 41] = 0o120 << 1;
    const path = join(kit.folder, 'link.zip');
    await writeFile(path, zip);
    expect(failed(await verifyBundle(path, { version: VERSION }))).toContain('archive');
  });

  it('fails where files share bytes, or some stand between them', async () => {
    const zip = await readFile(bundle);
    const before = join(kit.folder, 'before.zip');
    await writeFile(before, Buffer.concat([Buffer.from('#!/bin/sh\n'), zip]));
    expect((await verifyBundle(before, { version: VERSION })).outcome).toBe('broken');
    const second = zip.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    const first = zip.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'), second - 1);
    // Both entries begin where the first one does.
    zip.copy(zip, second + 42, first + 42, first + 46);
    const shared = join(kit.folder, 'shared.zip');
    await writeFile(shared, zip);
    expect(failed(await verifyBundle(shared, { version: VERSION }))).toContain('archive');
  });

  it('fails for more than a dump may unpack to, before it is unpacked', async () => {
    const path = join(kit.folder, 'bomb.zip');
    await packed(path, [...files, ['dumps/bomb.txt', Buffer.alloc(1 << 24)]]);
    const archive = await openArchive(path, { ...LIMITS, entryFloor: 1 << 20 });
    archive.close();
    expect(archive.problems).toEqual([
      { code: 'bundle-entry-unsafe', params: { file: 'dumps/bomb.txt', detail: 'size' } },
    ]);
    await expect(openArchive(path, { ...LIMITS, entries: 3 })).rejects.toThrow('entries');
  });
});

describe('what is no bundle', () => {
  it.each([
    ['', 'bundle-archive-damaged'],
    ['no zip at all', 'bundle-archive-damaged'],
  ])('is told: %j', async (content, code) => {
    const path = join(kit.folder, 'none.zip');
    await writeFile(path, content);
    const { checks, outcome } = await verifyBundle(path, { version: VERSION });
    expect([outcome, checks[0]?.problems[0]?.code]).toEqual(['broken', code]);
  });

  it('is told of a zip without a manifest, with a newer one, or with a bad one', async () => {
    const codeFor = async (content: string | null) => {
      const given: [string, Buffer][] =
        content === null ? [['a.txt', Buffer.from('a')]] : [[MANIFEST, Buffer.from(content)]];
      return (await verified(given)).checks.find(({ check }) => check === 'manifest')?.problems[0]?.code;
    };
    expect(await codeFor(null)).toBe('bundle-no-manifest');
    expect(await codeFor('{"format":"uratori-bundle","version":2}')).toBe('bundle-too-new');
    expect(await codeFor('{"format":"uratori-bundle","version":1}')).toBe('bundle-manifest-damaged');
    expect(await codeFor('{')).toBe('bundle-manifest-damaged');
    expect(await codeFor('null')).toBe('bundle-manifest-damaged');
  });

  it('is told of a file that is not there', async () => {
    await expect(verifyBundle(join(kit.folder, 'gone.zip'), { version: VERSION })).rejects.toMatchObject({
      code: 'file-not-readable',
    });
  });
});

describe('a bundle that another program packed again', () => {
  const has = (program: string) => spawnSync(program, ['--help']).error === undefined;
  it.skipIf(!has('python3') || !has('unzip'))('is whole still', async () => {
    const folder = join(kit.folder, 'by-hand');
    await mkdir(folder);
    execFileSync('unzip', ['-q', bundle, '-d', folder]);
    const path = join(kit.folder, 'again.zip');
    execFileSync('python3', ['-m', 'zipfile', '-c', path, ...(await readdir(folder))], { cwd: folder });
    const found = await verifyBundle(path, { version: VERSION });
    expect(failed(found)).toEqual([]);
    expect(found).toMatchObject({ outcome: 'whole', manifestSha256 });
  });
});

async function verified(content: Iterable<[string, Buffer]>): Promise<Verification> {
  const path = join(kit.folder, 'changed.zip');
  await packed(path, content);
  return verifyBundle(path, { version: VERSION });
}

/** The bundle with a file changed, and with it whatever says something of its bytes. */
async function forged(name: string, change: (text: string) => string): Promise<Verification> {
  const before = String(files.get(name));
  const after = change(before);
  expect(after).not.toBe(before);
  const bytes = Buffer.from(after);
  const [old, now] = [sha256OfText(before), sha256OfText(after)];
  const contents = new Map(files).set(name, bytes);
  const facts = manifest.files.map((file) =>
    file.path === name ? { ...file, bytes: bytes.length, sha256: now } : { ...file },
  );
  const dumps = manifest.dumps.map((dump) =>
    dump.path === name ? { ...dump, bytes: bytes.length, sha256: now } : dump,
  );
  if (name.startsWith('dumps/')) {
    const project = String(files.get('project.uratori')).replaceAll(old, now);
    contents.set('project.uratori', Buffer.from(project));
    for (const file of facts) if (file.path === 'project.uratori') file.sha256 = sha256OfText(project);
  }
  contents.set(MANIFEST, Buffer.from(manifestText({ ...manifest, dumps, files: facts })));
  return verified(contents);
}

function statusOf({ checks }: Verification, name: string) {
  return checks.find(({ check }) => check === name)?.status;
}

function failed({ checks }: Verification): string[] {
  return checks.filter(({ status }) => status === 'failed').map(({ check }) => check);
}

function namedBy({ checks }: Verification, name: string): unknown[] {
  return checks.find(({ check }) => check === name)?.problems.map(({ params }) => params.file) ?? [];
}
