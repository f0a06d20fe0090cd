import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../../app/commands.ts';
import { fromData, toData } from '../../../../app/project.ts';
import { run } from '../../../../main/cli/merge.ts';
import { keepAttachment } from '../../../../main/project/attachments.ts';
import { createProject } from '../../../../main/project/create-project.ts';
import { openProject } from '../../../../main/project/open-project.ts';
import {
  addTag,
  codeOf,
  namesIn,
  newProject,
  RESTLESS,
  rename,
  STILL,
  testFolder,
} from '../project/helpers.ts';

async function merge(...args: string[]): Promise<{ code: number; text: string }> {
  const written: string[] = [];
  const stream = { write: (text: string) => written.push(text) > 0 } as unknown as NodeJS.WritableStream;
  const code = await run(args, { stdout: stream, stderr: stream });
  return { code, text: written.join('') };
}

const describeTag = (id: string, description: string): Command => ({
  type: 'tag.edit',
  tagId: id,
  changes: { description },
});
const removeTag = (id: string): Command => ({ type: 'tag.remove', tagId: id });

async function execute(file: string, ...commands: Command[]): Promise<void> {
  const store = await openProject(file, { pace: STILL });
  for (const command of commands) await store.execute(command);
  await store.close();
}

async function tagsOf(file: string): Promise<[string, string][]> {
  const store = await openProject(file, { readOnly: true });
  return toData(store.project).tags.map(({ id, description }) => [id, description]);
}

/** `a.uratori` with some tags, and what copies of it are called. */
async function begun() {
  const folder = await testFolder();
  const [a, b, out] = ['a', 'b', 'out'].map((name) => join(folder, `${name}.uratori`)) as [
    string,
    string,
    string,
  ];
  const store = await createProject(a, newProject(), { pace: STILL });
  for (const n of [1, 2, 3]) await store.execute(addTag(n));
  await store.close();
  return { folder, a, b, out };
}

describe('uratori merge', () => {
  test('finds the ancestor of copies in both histories, takes what each changed, and writes a new file', async () => {
    const { folder, a, b, out } = await begun();
    for (const ending of ['', '.journal', '.backup-1']) await copyFile(`${a}${ending}`, `${b}${ending}`);
    await execute(a, removeTag('tag-1'), describeTag('tag-2', 'mine'));
    await execute(b, describeTag('tag-3', 'theirs'), addTag(4));
    const before = await Promise.all([a, b].map((file) => readFile(file, 'utf8')));
    const { code, text } = await merge(a, b, '--out', out, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(text)).toMatchObject({
      ancestor: { by: 'history', sequence: 3 },
      conflicts: [],
      written: out,
    });
    expect(await tagsOf(out)).toEqual([
      ['tag-2', 'mine'],
      ['tag-3', 'theirs'],
      ['tag-4', ''],
    ]);
    expect(await Promise.all([a, b].map((file) => readFile(file, 'utf8')))).toEqual(before);
    // It has the history of mine, and the merge is one step of it.
    const store = await openProject(out, { pace: STILL });
    const past = await store.past();
    expect(past.sequences).toEqual([1, 2, 3, 4, 5, 6]);
    const { project } = await store.stateAt(past, 5);
    expect(toData(project).tags.map(({ id }) => id)).toEqual(['tag-2', 'tag-3']);
    await store.close();
    expect(await codeOf(merge(a, b, '--out', out))).toBe('project-exists');
    expect(await namesIn(folder)).not.toContain('out.uratori.lock');
  });

  test('finds it where only the project file was sent: by its backup, or as given', async () => {
    const { a, b } = await begun();
    await copyFile(a, b);
    await execute(a, removeTag('tag-1'));
    const sent = await openProject(b, { pace: RESTLESS });
    await sent.execute(addTag(5));
    await sent.close();
    expect(JSON.parse((await merge(a, b, '--dry-run', '--json')).text)).toMatchObject({
      ancestor: { by: 'backup', sequence: 3 },
      conflicts: [],
      written: null,
    });
    const { code } = await merge(a, b, '--into-mine', '--base', `${a}.backup-1`);
    expect(code).toBe(0);
    expect(await tagsOf(a)).toEqual([
      ['tag-2', ''],
      ['tag-3', ''],
      ['tag-5', ''],
    ]);
  });

  test('leaves what both changed as it is in mine, says so with its exit code, and takes a side where it is told to', async () => {
    const { a, b, out } = await begun();
    for (const ending of ['', '.journal', '.backup-1']) await copyFile(`${a}${ending}`, `${b}${ending}`);
    await execute(a, describeTag('tag-1', 'mine'), removeTag('tag-2'));
    await execute(b, describeTag('tag-1', 'theirs'), describeTag('tag-2', 'theirs'));
    const { code, text } = await merge(a, b, '--out', out);
    expect(code).toBe(3);
    expect(text).toContain('? tags/tag-1  "Tag 1"\n    description: "mine" | "theirs"');
    expect(text).toContain('? tags/tag-2  "Tag 2"  removed in mine');
    expect(text).toContain('2 to decide');
    expect(await tagsOf(out)).toEqual([
      ['tag-1', 'mine'],
      ['tag-3', ''],
    ]);
    expect((await merge(out, b, '--into-mine', '--prefer', 'theirs', '--base', `${a}.backup-1`)).code).toBe(
      0,
    );
    expect(await tagsOf(out)).toEqual([
      ['tag-1', 'theirs'],
      ['tag-2', 'theirs'],
      ['tag-3', ''],
    ]);
  });

  test('keeps all of both where there is no ancestor, brings attachments, and leaves a locked project alone', async () => {
    const { folder, a, b } = await begun();
    const theirs = fromData({ ...toData(newProject('Other')), tags: [] });
    const store = await createProject(b, theirs, { pace: STILL });
    await store.execute(addTag(9));
    await store.execute(rename('Theirs'));
    await store.close();
    await writeFile(join(folder, 'photo.png'), 'picture');
    const { sha256 } = await keepAttachment(b, join(folder, 'photo.png'));
    const writer = await openProject(a, { pace: STILL });
    expect(await codeOf(merge(a, b, '--into-mine'))).toBe('project-locked');
    await writer.close();
    const { code, text } = await merge(a, b, '--into-mine', '--by', 'Ada');
    expect([code, text]).toEqual([0, expect.stringContaining('no common ancestor')]);
    expect((await tagsOf(a)).map(([id]) => id)).toEqual(['tag-1', 'tag-2', 'tag-3', 'tag-9']);
    expect(await namesIn(`${a}.files`)).toEqual([`${sha256}-photo.png`]);
    expect(await codeOf(merge(a, a, '--dry-run'))).toBe('merge-with-itself');
    await expect(merge(a, b)).rejects.toThrow('--out NEW, --into-mine and --dry-run');
  });
});
