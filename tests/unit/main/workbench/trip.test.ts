import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apply } from '../../../../app/apply.ts';
import { callSchemas } from '../../../../app/contract.ts';
import { fromData, toData } from '../../../../app/project.ts';
import { POSTS, writeDump } from './dumps.ts';
import { anchorFor, claimOn, Driver, refusal, temporaryFolder, until } from './kit.ts';

describe('a project from its first dump to its second opening', () => {
  it('keeps claim, tag, note and review', async () => {
    const folder = await temporaryFolder();
    const first = new Driver(join(folder, 'data'));
    const { dumpId } = await first.call('dump.open', { path: await writeDump(folder), rule: null });
    await first.whole(dumpId);
    const story = await first.read(dumpId, 0);
    const key = `${dumpId}/${story.id}`;
    const signed = { createdAt: '2026-05-04T03:02:01.000Z', createdBy: '検証 花子' };
    await first.execute(claimOn(dumpId, story, '総工費は120億円', { ratingId: 'disputed' }));
    await first.execute({
      type: 'tag.add',
      tag: {
        id: 't1',
        name: '数字',
        colour: 'blue',
        parentId: null,
        description: '',
        examples: [],
        shortcut: '',
        order: '',
      },
    });
    await first.execute({
      type: 'tagging.add',
      tagging: {
        ...signed,
        id: 'u1',
        tagId: 't1',
        memo: '',
        storyKey: key,
        anchor: anchorFor(story, '約2万台'),
      },
    });
    await first.execute({
      type: 'note.add',
      note: {
        ...signed,
        id: 'n1',
        storyKey: key,
        kind: 'nuance',
        original: anchorFor(story, '待ち望んでいた'),
        translation: null,
        comment: [],
        suggestion: 'long awaited',
      },
    });
    await first.execute({
      type: 'review.set',
      storyKey: key,
      review: { storyKey: key, state: 'reviewed', by: '検証 花子', at: signed.createdAt, why: '', past: [] },
    });
    const before = await first.session();
    expect(before.unnamed).toBe(true);
    await first.workbench.close();

    const second = new Driver(join(folder, 'data'));
    const { recent } = await second.call('workbench.start', {});
    expect(recent.map(({ path, title }) => ({ path, title }))).toEqual([
      { path: before.file, title: 'harbour' },
    ]);
    const after = await second.call('project.open', { path: before.file });
    expect(after.project).toEqual(before.project);
    expect(after.sequence).toBe(before.sequence);
    expect(after.currentDumpId).toBe(dumpId);
    expect(await second.read(dumpId, 0)).toEqual(story);
    expect(await second.call('story.locate', { storyKey: key })).toEqual({ ordinal: 0 });
  });

  it('is the project that a receiver of the events has, whatever is done and undone', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(join(folder, 'data'));
    const { dumpId } = await driver.call('dump.open', { path: await writeDump(folder), rule: null });
    const story = await driver.read(dumpId, 1);
    await driver.execute(claimOn(dumpId, story, '20,000 vehicles'));
    await driver.call('project.undo', {});
    await driver.call('project.redo', {});
    await driver.whole(dumpId);

    const opened = driver.events['project.replaced']?.at(0)?.session;
    if (!opened) throw new Error('nothing was opened');
    let copy = fromData(opened.project);
    let { sequence } = opened;
    for (const change of driver.events['project.changed'] ?? []) {
      expect(change.sequence).toBe(sequence + 1);
      sequence = change.sequence;
      copy = apply(copy, change.command).project;
    }
    expect(toData(copy)).toEqual((await driver.session()).project);
  });

  it('begins with the sample dump, a copy of which is opened', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(folder);
    const { dumpId, stories } = await driver.call('dump.openSample', {});
    await driver.whole(dumpId);
    expect(stories).toBeGreaterThan(1);
    const [dump] = (await driver.session()).project.dumps;
    expect(dump?.path.startsWith(join(folder, 'sample'))).toBe(true);
    const story = await driver.read(dumpId, 1);
    await driver.execute(claimOn(dumpId, story, story.text.slice(0, 10)));
    const { file } = await driver.session();
    await driver.call('project.close', {});
    // Opened anew, it is the project that has it.
    await driver.call('dump.openSample', {});
    const again = await driver.session();
    expect(again.file).toBe(file);
    expect(again.project.dumps[0]?.path).toBe(dump?.path);
    expect(again.project.claims).toHaveLength(1);
  });

  it('is saved at once in the data folder, under a name of its own', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(join(folder, 'data'));
    const names: string[] = [];
    for (const title of ['Harbour: bridge / ferry', 'Harbour: bridge / ferry', '..', ''])
      names.push((await driver.call('project.create', { title })).file);
    expect(new Set(names).size).toBe(4);
    for (const file of names) {
      expect(file.startsWith(join(folder, 'data', 'projects'))).toBe(true);
      expect((await stat(file)).isFile()).toBe(true);
    }
  });

  it('moves to a file of the person’s by Save As, and leaves nothing in the data folder', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(join(folder, 'data'));
    const { dumpId } = await driver.call('dump.open', { path: await writeDump(folder), rule: null });
    await driver.whole(dumpId);
    await driver.execute(claimOn(dumpId, await driver.read(dumpId, 2), '無料になる'));
    const unnamed = (await driver.session()).file;
    const session = await driver.call('project.saveAs', { path: join(folder, 'bridge.uratori') });
    expect(session).toMatchObject({ file: join(folder, 'bridge.uratori'), unnamed: false });
    expect(session.project.dumps[0]?.relativePath).toBe('harbour.txt');
    expect(session.project.claims).toHaveLength(1);
    expect(await readdir(join(unnamed, '..'))).toEqual([]);
    const { recent } = await driver.call('workbench.start', {});
    expect(recent.map(({ path }) => path)).toEqual([session.file]);

    await driver.execute({ type: 'project.rename', title: '橋' });
    await driver.call('project.close', {});
    expect(await readFile(session.file, 'utf8')).toContain('橋');
    expect((await driver.call('project.open', { path: session.file })).project.title).toBe('橋');
    expect((await driver.call('workbench.start', {})).recent[0]?.title).toBe('橋');
  });

  it('saved over another project puts that one aside', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(join(folder, 'data'));
    const path = join(folder, 'p.uratori');
    await driver.call('project.create', { title: 'first' });
    await driver.call('project.saveAs', { path });
    await driver.call('project.create', { title: 'second' });
    expect((await driver.call('project.saveAs', { path })).project.title).toBe('second');
    const aside = (await readdir(folder)).find((name) => name.includes('replaced'));
    expect(await readFile(join(folder, aside ?? ''), 'utf8')).toContain('first');
  });

  it('is never saved over one of its dumps', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(join(folder, 'data'));
    const path = await writeDump(folder);
    await driver.call('dump.open', { path, rule: null });
    expect(await refusal(driver.call('project.saveAs', { path }))).toBe('export-target-is-dump');
    expect(await readFile(path, 'utf8')).toBe(`${POSTS.join('\n')}\n`);
  });

  it('is read-only for a second workbench, which says so', async () => {
    const folder = await temporaryFolder();
    const first = new Driver(join(folder, 'data'));
    const { file } = await first.call('project.create', { title: 'shared' });
    const second = new Driver(join(folder, 'data'));
    const session = await second.call('project.open', { path: file });
    expect(session.readOnly).toBe(true);
    expect(session.notices.map(({ code }) => code)).toEqual(['project-locked']);
    expect(await refusal(second.execute({ type: 'project.rename', title: 'mine' }))).toBe('project-locked');
    await first.execute({ type: 'project.rename', title: 'still mine' });
    // Under another name it can be written, and there is nothing more to say.
    const copy = await second.call('project.saveAs', { path: join(folder, 'copy.uratori') });
    expect(copy).toMatchObject({ readOnly: false, notices: [] });
    await second.execute({ type: 'project.rename', title: 'mine' });
    expect((await first.session()).project.title).toBe('still mine');
    const { recent } = await second.call('workbench.start', {});
    expect(recent.map(({ path }) => path)).toEqual([copy.file, file]);
  });
});

describe('projects opened and closed while others are', () => {
  it('end with the one that was asked for last', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(join(folder, 'data'));
    const files: string[] = [];
    for (const title of ['a', 'b', 'c']) files.push((await driver.call('project.create', { title })).file);
    const order = [0, 1, 2, 1, 0, 2, 1];
    const sessions = await Promise.all(
      order.map((index) => driver.call('project.open', { path: files[index] ?? '' })),
    );
    expect(sessions.map(({ file }) => file)).toEqual(order.map((index) => files[index]));
    expect(sessions.every(({ readOnly }) => !readOnly)).toBe(true);
    expect((await driver.session()).file).toBe(files[1]);
  });

  it('lose no change that was asked for before', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(join(folder, 'data'));
    const { file } = await driver.call('project.create', { title: '' });
    const titles = Array.from({ length: 20 }, (_, index) => `title ${index}`);
    const answers = titles.map((title) => driver.execute({ type: 'project.rename', title }));
    const closed = driver.call('project.close', {});
    await Promise.all([...answers, closed]);
    expect((await driver.call('project.open', { path: file })).project.title).toBe('title 19');
  });

  it('refuse a change when none is open', async () => {
    const driver = new Driver(await temporaryFolder());
    expect(await refusal(driver.execute({ type: 'project.rename', title: 'x' }))).toBe('project-not-open');
    expect(await refusal(driver.call('project.undo', {}))).toBe('project-not-open');
  });
});

describe('calls', () => {
  it('all have a handler', async () => {
    const driver = new Driver(await temporaryFolder());
    for (const name of Object.keys(callSchemas)) {
      const answer = await driver.workbench.call(name as 'project.close', { unexpected: true });
      expect(answer).toMatchObject({ ok: false, problem: { code: 'call-invalid', params: { name } } });
    }
  });

  it('that do not exist are refused', async () => {
    const driver = new Driver(await temporaryFolder());
    for (const name of ['project.destroy', 'toString', '__proto__', '']) {
      const answer = await driver.workbench.call(name as 'project.close', {});
      expect(answer).toEqual({ ok: false, problem: { code: 'call-unknown', params: { name } } });
    }
  });

  it('with invalid params are refused with the place of what is wrong', async () => {
    const driver = new Driver(await temporaryFolder());
    const claim = { type: 'claim.remove', claimId: '' };
    const answer = await driver.workbench.call('project.execute', {
      command: { type: 'batch', commands: [claim] },
    });
    expect(answer).toMatchObject({
      ok: false,
      problem: {
        code: 'call-invalid',
        params: { name: 'project.execute', path: 'command.commands.0.claimId' },
      },
    });
    for (const params of [null, undefined, 'x', { url: 'javascript:alert(1)' }, { url: 'file:///etc/hosts' }])
      expect(await driver.workbench.call('link.open', params)).toMatchObject({
        ok: false,
        problem: { code: 'call-invalid' },
      });
  });

  it('are settled before the program ends: the project file holds every change', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(folder);
    const { file } = await driver.call('project.create', { title: 'before' });
    const changed = driver.execute({ type: 'project.rename', title: 'after' });
    const set = driver.call('settings.change', { changes: { textSize: 21 } });
    await driver.workbench.settle();
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      sequence: 1,
      project: { title: 'after' },
    });
    expect(JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8'))).toMatchObject({ textSize: 21 });
    await Promise.all([changed, set]);
    await until(() => driver.events['project.saved']?.some(({ sequence }) => sequence === 1) ?? false);
  });
});
