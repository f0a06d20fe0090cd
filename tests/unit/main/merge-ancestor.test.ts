import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../app/commands.ts';
import { toData } from '../../../app/project.ts';
import { type Copy, commonAncestor } from '../../../main/merge/ancestor.ts';
import { createProject } from '../../../main/project/create-project.ts';
import { openProject } from '../../../main/project/open-project.ts';
import { addTag, newProject, RESTLESS, rename, STILL, testFolder } from './project/helpers.ts';

const STORY: Command[] = [
  {
    type: 'dump.add',
    dump: {
      id: 'd',
      name: 'd.txt',
      path: '/d.txt',
      relativePath: null,
      sha256: null,
      bytes: 9,
      format: 'plain-text',
      encoding: 'utf-8',
      rule: null,
    },
  },
  {
    type: 'story.add',
    story: {
      dumpId: 'd',
      storyId: 's',
      ordinal: 0,
      byteStart: 0,
      byteEnd: 9,
      source: null,
      publishedAt: null,
      lang: 'en',
      lead: 'x',
    },
  },
];

const note = (id: string, createdAt = new Date().toISOString(), suggestion = ''): Command => ({
  type: 'note.add',
  note: {
    id,
    storyKey: 'd/s',
    kind: 'nuance',
    original: { segment: 0, start: 0, end: 1, quote: 'x', prefix: '', suffix: '' },
    translation: null,
    comment: [],
    suggestion,
    createdAt,
    createdBy: '',
  },
});

async function copyOf(file: string): Promise<Copy> {
  const store = await openProject(file, { readOnly: true });
  return { file, project: store.project, sequence: store.sequence };
}

async function work(file: string, commands: Command[], pace = STILL): Promise<void> {
  const store = await openProject(file, { pace });
  for (const command of commands) await store.execute(command);
  await store.close();
}

async function begun(commands: Command[]): Promise<[mine: string, theirs: string]> {
  const folder = await testFolder();
  const mine = join(folder, 'mine.uratori');
  const store = await createProject(mine, newProject(), { pace: STILL });
  for (const command of commands) await store.execute(command);
  await store.close();
  return [mine, join(folder, 'theirs.uratori')];
}

/** The project file alone, as by mail; what their own work leaves beside it is not sent back. */
async function sentAndBack(mine: string, theirs: string, commands: Command[]): Promise<void> {
  await copyFile(mine, theirs);
  await work(theirs, commands, RESTLESS);
  for (const ending of [
    '.journal',
    '.history',
    '.backup-1',
    '.backup-2',
    '.backup-3',
    '.backup-4',
    '.backup-5',
  ])
    await rm(`${theirs}${ending}`, { force: true });
}

describe('the common ancestor', () => {
  test('is never newer than where the two parted, and what it says of a file that came back alone is certain', async () => {
    const [mine, theirs] = await begun([...STORY, note('n1'), note('n2'), addTag(1)]);
    await sentAndBack(mine, theirs, [note('n3')]);
    await work(mine, [note('n4'), addTag(2)]);
    const found = await commonAncestor(await copyOf(mine), await copyOf(theirs));
    // The tag, change 5, was there as well; but nothing proves it.
    expect(found).toMatchObject({ by: 'content', sequence: 4 });
    expect(toData((found as { project: Copy['project'] }).project).notes.map(({ id }) => id)).toEqual([
      'n1',
      'n2',
    ]);
  });

  test('is not guessed from ids that a script gave to both, nor from what was put back', async () => {
    const [mine, theirs] = await begun([...STORY, note('n1')]);
    await sentAndBack(mine, theirs, [note('c', '2025-01-01T00:00:00.000Z', 'theirs')]);
    const store = await openProject(mine, { pace: STILL });
    await store.execute(note('c', '2025-01-01T00:00:00.000Z'));
    const before = store.project.notes.get('n1') as Extract<Command, { type: 'note.add' }>['note'];
    await store.execute({ type: 'note.remove', noteId: 'n1' });
    await store.execute({ type: 'note.add', note: before });
    await store.close();
    expect(await commonAncestor(await copyOf(mine), await copyOf(theirs))).toMatchObject({
      by: 'content',
      sequence: 3,
    });
  });

  test('is mine as it is where they only went on from there', async () => {
    const [mine, theirs] = await begun([...STORY, rename('Begun')]);
    for (const ending of ['', '.journal', '.backup-1'])
      await copyFile(`${mine}${ending}`, `${theirs}${ending}`);
    await work(theirs, [note('n1')]);
    const copy = await copyOf(mine);
    expect(await commonAncestor(copy, await copyOf(theirs))).toMatchObject({ sequence: copy.sequence });
  });

  test('is none of projects that were made apart', async () => {
    const [mine] = await begun(STORY);
    const folder = await testFolder();
    const other = join(folder, 'other.uratori');
    await (await createProject(other, newProject('Other'), { pace: STILL })).close();
    expect(await commonAncestor(await copyOf(mine), await copyOf(other))).toBeNull();
  });
});
