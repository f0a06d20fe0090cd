import { appendFile, copyFile, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, toData } from '../../../../app/project.ts';
import { createProject } from '../../../../main/project/create-project.ts';
import { openProject } from '../../../../main/project/open-project.ts';
import type { ProjectStore } from '../../../../main/project/project-store.ts';
import {
  addTag,
  journalLines,
  namesIn,
  newProject,
  problemOf,
  RESTLESS,
  rename,
  STILL,
  testFolder,
} from './helpers.ts';

const TAGS = 8;

/** A project whose file holds some commands, its backups fewer, and its journal the rest, as a crash leaves it. */
async function crashed(): Promise<{ folder: string; file: string; whole: ReturnType<typeof toData> }> {
  const folder = await testFolder();
  const file = join(folder, 'p.uratori');
  let store = await createProject(file, newProject(), { pace: RESTLESS });
  for (let n = 1; n <= TAGS; n += 1) {
    await store.execute(addTag(n));
    await store.flush();
  }
  await store.close();
  const snapshot = await readFile(file);
  store = await openProject(file, { pace: STILL });
  for (const title of ['A', 'B', 'C']) await store.execute(rename(title));
  const whole = toData(store.project);
  await store.close();
  await writeFile(file, snapshot);
  expect(parse(JSON.parse(snapshot.toString())).sequence).toBe(TAGS);
  return { folder, file, whole };
}

async function withStore<T>(file: string, use: (store: ProjectStore) => T | Promise<T>): Promise<T> {
  const store = await openProject(file, { pace: STILL });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

const codes = (store: ProjectStore) => store.notices.map(({ code }) => code);

/** Opens, expects everything to be there, goes on working, and finds all of it again without a word. */
async function expectNothingLost(
  file: string,
  whole: ReturnType<typeof toData>,
  notices: string[],
): Promise<ProjectStore['notices']> {
  const told = await withStore(file, async (store) => {
    expect(codes(store)).toEqual(notices);
    expect(toData(store.project)).toEqual(whole);
    expect([store.readOnly, store.sequence]).toEqual([false, TAGS + 3]);
    await store.execute(rename('after'));
    return store.notices;
  });
  await withStore(file, (store) => {
    expect(codes(store)).toEqual([]);
    expect(toData(store.project)).toEqual({ ...whole, title: 'after' });
  });
  return told;
}

describe('after a crash', () => {
  test('the journal gives what the snapshot does not have yet, without a word', async () => {
    const { file, whole } = await crashed();
    await expectNothingLost(file, whole, []);
  });

  test('what the journal replays can be undone', async () => {
    const { file } = await crashed();
    await withStore(file, async (store) => {
      for (const title of ['B', 'A', 'Project']) {
        await store.undo();
        expect(store.project.title).toBe(title);
      }
      expect(store.canUndo).toBe(false);
    });
  });

  test('looking alone changes no file', async () => {
    const { folder, file, whole } = await crashed();
    await appendFile(`${file}.journal`, '{"torn');
    const before = await contents(folder);
    const store = await openProject(file, { readOnly: true });
    expect(toData(store.project)).toEqual(whole);
    expect(codes(store)).toEqual(['project-journal-torn']);
    expect((await problemOf(store.execute(rename('X')))).code).toBe('project-read-only');
    await store.close();
    expect(await contents(folder)).toEqual(before);
  });
});

describe('a project file that cannot be read', () => {
  test.each([
    ['empty', async (file: string) => truncate(file, 0)],
    ['cut off', async (file: string) => truncate(file, 700)],
    ['garbage', async (file: string) => writeFile(file, Buffer.from([0, 255, 254, 1, 2, 3, 200, 10, 13]))],
    ['zeroes', async (file: string) => writeFile(file, Buffer.alloc(4096))],
    ['other JSON', async (file: string) => writeFile(file, '{"a":1}')],
    ['not UTF-8 any more', spoilOneByte],
    [
      'JSON that contradicts itself',
      async (file: string) => replace(file, '"parentId":null', '"parentId":"gone"'),
    ],
  ])('(%s) is replaced from a backup and the journal, and kept', async (_, spoil) => {
    const { folder, file, whole } = await crashed();
    await spoil(file);
    const damaged = await readFile(file);
    const [notice] = await expectNothingLost(file, whole, ['project-recovered-from-backup']);
    expect(notice?.params).toMatchObject({ path: file, backup: `${file}.backup-1` });
    expect(await readFile(notice?.params.kept as string)).toEqual(damaged);
    expect((await namesIn(folder)).filter((name) => name.includes('.damaged-')).length).toBe(1);
    expect(parse(JSON.parse(await readFile(file, 'utf8'))).sequence).toBe(TAGS + 4);
  });

  test('is recovered from any backup, down to the oldest', async () => {
    for (let bad = 0; bad < 5; bad += 1) {
      const { file, whole } = await crashed();
      await truncate(file, 10);
      for (let number = 1; number <= bad; number += 1) await writeFile(`${file}.backup-${number}`, 'garbage');
      await expectNothingLost(file, whole, ['project-recovered-from-backup']);
    }
  });

  test('is shown from a backup when only looked at, and stays as it is', async () => {
    const { folder, file, whole } = await crashed();
    await truncate(file, 10);
    const before = await contents(folder);
    const store = await openProject(file, { readOnly: true });
    expect(toData(store.project)).toEqual(whole);
    expect(store.notices[0]).toMatchObject({ code: 'project-recovered-from-backup', params: { kept: file } });
    await store.close();
    expect(await contents(folder)).toEqual(before);
  });

  test('and has no backup that can be read is refused, and stays as it is', async () => {
    const folder = await testFolder();
    const file = join(folder, 'p.uratori');
    for (const [content, code] of [
      ['', 'project-damaged'],
      ['{"format":"uratori-project","version":1', 'project-damaged'],
      ['[]', 'project-not-a-project'],
      ['{"format":"uratori-project","version":99,"anything":true}', 'project-too-new'],
    ] as const) {
      await writeFile(file, content);
      expect(await problemOf(openProject(file))).toMatchObject({ code, params: { path: file } });
      expect(await readFile(file, 'utf8')).toBe(content);
      expect(await namesIn(folder)).toEqual(['p.uratori']);
    }
    expect((await problemOf(openProject(folder))).code).toBe('project-not-readable');
  });

  test('of a newer program is never replaced by a backup', async () => {
    const { folder, file } = await crashed();
    await replace(file, '"version":2', '"version":99');
    const before = await contents(folder);
    expect(await problemOf(openProject(file))).toMatchObject({
      code: 'project-too-new',
      params: { version: 99 },
    });
    expect(await contents(folder)).toEqual(before);
  });
});

describe('a journal', () => {
  test('that ends in the middle of a line loses that line only, and keeps its bytes', async () => {
    const { file, whole } = await crashed();
    const torn = '{"sequence":12,"at":"2025-02-08T10:30:00.000Z","cause":"do","comm';
    await appendFile(`${file}.journal`, torn);
    const lines = (await readFile(`${file}.journal`, 'utf8')).split('\n').length;
    const [notice] = await expectNothingLost(file, whole, ['project-journal-torn']);
    expect(notice?.params).toMatchObject({ path: `${file}.journal`, line: lines, bytes: torn.length });
    expect(await readFile(notice?.params.kept as string, 'utf8')).toBe(torn);
  });

  test('cut at any byte keeps every whole line', async () => {
    const { file } = await crashed();
    const [journal, snapshot] = [await readFile(`${file}.journal`), await readFile(file)];
    const ends = [...journal.entries()].filter(([, byte]) => byte === 10).map(([at]) => at);
    const lastThree = ends.slice(-4);
    for (let cut = journal.length; cut > (lastThree[0] as number); cut -= 7) {
      await writeFile(`${file}.journal`, journal.subarray(0, cut));
      await writeFile(file, snapshot);
      await withStore(file, (store) => {
        // A line without its line feed is still whole.
        const whole = lastThree.slice(1).filter((end) => end <= cut).length;
        expect(store.sequence).toBe(TAGS + whole);
        expect(store.project.title).toBe(['Project', 'A', 'B', 'C'][whole]);
        expect(codes(store)).toEqual(
          lastThree.some((end) => cut === end || cut === end + 1) ? [] : ['project-journal-torn'],
        );
      });
    }
  });

  test('whose last line lacks only its line feed is whole, and can be gone on with', async () => {
    const { file, whole } = await crashed();
    const journal = await readFile(`${file}.journal`);
    await writeFile(`${file}.journal`, journal.subarray(0, -1));
    await expectNothingLost(file, whole, []);
  });

  test('with garbage in the middle is carried out up to there, and the rest is kept and told', async () => {
    const { file } = await crashed();
    const path = `${file}.journal`;
    const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
    const spoiled = [...lines.slice(0, -2), `${lines.at(-2)?.slice(0, 60)}GARBAGE`, lines.at(-1)];
    await writeFile(path, `${spoiled.join('\n')}\n`);
    const notice = await withStore(file, (store) => {
      expect([store.project.title, store.sequence]).toEqual(['A', TAGS + 1]);
      expect(codes(store)).toEqual(['project-journal-damaged']);
      return store.notices[0];
    });
    const kept = await readFile(notice?.params.kept as string, 'utf8');
    expect(kept).toBe(`${spoiled.slice(-2).join('\n')}\n`);
    expect(notice?.params).toMatchObject({ line: lines.length - 1, lines: 2, bytes: kept.length });
    expect((await journalLines(file)).at(-1)?.sequence).toBe(TAGS + 1);
  });

  test('with garbage among what the snapshot has already loses nothing', async () => {
    const { file, whole } = await crashed();
    const path = `${file}.journal`;
    const lines = (await readFile(path, 'utf8')).split('\n');
    await writeFile(path, [lines[0], '???', ...lines.slice(2)].join('\n'));
    await expectNothingLost(file, whole, ['project-journal-damaged']);
  });

  test('with one changed letter in a command is not believed', async () => {
    const { file } = await crashed();
    await replace(`${file}.journal`, '"title":"B"', '"title":"X"');
    await withStore(file, (store) => expect(store.project.title).toBe('A'));
  });

  test('of another project is not carried out', async () => {
    const { file, whole } = await crashed();
    const folder = await testFolder();
    const other = join(folder, 'other.uratori');
    const store = await createProject(other, newProject('Other'), { pace: STILL });
    for (let n = 0; n < 12; n += 1) await store.execute(rename(`Other ${n}`));
    await store.close();
    await copyFile(`${other}.journal`, `${file}.journal`);
    await withStore(file, (opened) => {
      expect(codes(opened)).toEqual(['project-journal-damaged']);
      expect(toData(opened.project)).toEqual({ ...whole, title: 'Project' });
    });
  });

  test('that is gone leaves what the file holds', async () => {
    const { file, whole } = await crashed();
    await rm(`${file}.journal`);
    await withStore(file, (store) => {
      expect(toData(store.project)).toEqual({ ...whole, title: 'Project' });
      expect(codes(store)).toEqual([]);
    });
  });
});

async function spoilOneByte(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes[bytes.indexOf(Buffer.from('確認済み')) + 1] = 0xff;
  await writeFile(file, bytes);
}

async function replace(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  expect(text).toContain(from);
  await writeFile(file, text.replace(from, to));
}

async function contents(folder: string): Promise<Record<string, string>> {
  const names = await namesIn(folder);
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(folder, name), 'latin1')] as const),
    ),
  );
}
