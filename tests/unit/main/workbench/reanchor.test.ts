import { existsSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../app/commands.ts';
import type { ReanchoredStory } from '../../../../app/contract.ts';
import { refOf } from '../../../../main/workbench/story-ref.ts';
import { evidenceOf } from '../../app/exports/support.ts';
import { POSTS, writeDump } from './dumps.ts';
import { anchorFor, claimOn, Driver, temporaryFolder, until } from './kit.ts';

const QUOTES = ['120億円', 'about 20,000 vehicles', '無料になる見通し', 'The last ferry', '90年'];

/** A closed project with one claim on each of the five stories of `POSTS`, and the dump replaced by other posts. */
async function reopenedOver(posts: readonly string[], before: readonly string[] = POSTS, quotes = QUOTES) {
  const folder = await temporaryFolder();
  const driver = new Driver(join(folder, 'data'));
  const { dumpId } = await driver.call('dump.open', { path: await writeDump(folder, before), rule: null });
  await driver.whole(dumpId);
  for (const [ordinal, quote] of quotes.entries())
    await driver.execute(
      claimOn(dumpId, await driver.read(dumpId, ordinal), quote, { id: `claim-${ordinal}` }),
    );
  const { file, project } = await driver.session();
  await driver.call('project.close', {});
  await writeDump(folder, posts);
  await driver.call('project.open', { path: file });
  return { driver, dumpId, project };
}

function byClaim(report: readonly ReanchoredStory[], id: string): ReanchoredStory {
  const found = report.find(({ parts }) => parts.some((part) => part.id === id));
  if (!found) throw new Error(`${id} is not in the report`);
  return found;
}

/** What the interface sends once a person has confirmed all that was found. */
function confirmation(report: readonly ReanchoredStory[]): Command {
  const commands = report.flatMap(({ status, storyKey, found, parts }): Command[] =>
    status !== 'changed' || !found
      ? []
      : [
          { type: 'story.move', storyKey, story: found },
          ...parts.flatMap(({ id, resolution }): Command[] =>
            resolution.kind === 'moved' || resolution.kind === 'exact'
              ? [{ type: 'claim.edit', claimId: id, changes: { anchors: [resolution.anchor] } }]
              : [],
          ),
        ],
  );
  return { type: 'batch', commands };
}

const edited = POSTS[0].replace('市によりますと', '市の発表によりますと');
const brief = '灯台の明かりが戻りました。\n— 架空通信 (@kakuu) March 2, 2026\n半年ぶりです。';
/** One story put in front, one edited, one taken out, the others as they were. */
const CHANGED = [brief, edited, POSTS[1], POSTS[2], POSTS[4]];

describe('a dump that changed after it was annotated', () => {
  it('shows of each story whether it is the same, changed or lost, and where its anchors are', async () => {
    const { driver, dumpId } = await reopenedOver(CHANGED);
    const report = await driver.call('reanchor.report', { dumpId });
    expect(report.map(({ status }) => status)).toEqual(['changed', 'same', 'same', 'lost', 'same']);

    const changed = byClaim(report, 'claim-0');
    const part = changed.parts[0];
    if (part?.resolution.kind !== 'moved') throw new Error('the anchor should have moved');
    const story = await driver.read(dumpId, 1);
    const { start, end } = part.resolution.anchor;
    expect(story.text.slice(start, end)).toBe(QUOTES[0]);
    expect(changed.found).toMatchObject({ ordinal: 1, storyId: story.id });

    expect(byClaim(report, 'claim-1').parts[0]?.resolution.kind).toBe('exact');
    expect(byClaim(report, 'claim-1').found?.ordinal).toBe(2);
    expect(byClaim(report, 'claim-3')).toMatchObject({
      found: null,
      parts: [{ resolution: { kind: 'orphan' } }],
    });
  });

  it('keeps every annotation as it was; only the hints of stories that are the same follow', async () => {
    const { driver, dumpId, project: before } = await reopenedOver(CHANGED);
    await driver.call('reanchor.report', { dumpId });
    const { project, canUndo, dumps } = await driver.session();
    expect(project.claims).toEqual(before.claims);
    expect(canUndo).toBe(false);
    expect(dumps[0]?.changed).toBe(true);
    const ordinals = QUOTES.map((_, index) => {
      const key = project.claims.find(({ id }) => id === `claim-${index}`)?.storyKey;
      return project.stories.find((story) => `${dumpId}/${story.storyId}` === key)?.ordinal;
    });
    expect(ordinals).toEqual([0, 2, 3, 3, 4]);
  });

  it('is no longer changed once a person has confirmed what was found and accepted what was lost', async () => {
    const { driver, dumpId } = await reopenedOver(CHANGED);
    const report = await driver.call('reanchor.report', { dumpId });
    await driver.execute(confirmation(report));
    const again = await driver.call('reanchor.report', { dumpId });
    expect(byClaim(again, 'claim-0').status).toBe('same');
    expect(byClaim(again, 'claim-0').parts[0]?.resolution.kind).toBe('exact');
    expect((await driver.session()).dumps[0]?.changed).toBe(true);

    await driver.call('reanchor.accept', { dumpId });
    expect((await driver.session()).dumps[0]?.changed).toBe(false);
    expect((await driver.session()).project.claims).toHaveLength(5);
    await driver.call('project.undo', {});
    await until(async () => (await driver.session()).dumps[0]?.changed ?? false);
    await driver.call('project.undo', {});
    const undone = await driver.call('reanchor.report', { dumpId });
    expect(byClaim(undone, 'claim-0').status).toBe('changed');
  });

  it('tells where the words stand that evidence for another story quotes, and keeps the story for them', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(join(folder, 'data'));
    const { dumpId } = await driver.call('dump.open', { path: await writeDump(folder, POSTS), rule: null });
    await driver.whole(dumpId);
    const [quoted, claimed] = [await driver.read(dumpId, 0), await driver.read(dumpId, 1)];
    await driver.execute(claimOn(dumpId, claimed, QUOTES[1] as string, { id: 'c' }));
    const anchor = anchorFor(quoted, QUOTES[0] as string);
    const story = { storyKey: `${dumpId}/${quoted.id}`, anchor };
    const evidence = evidenceOf({ id: 'e', story });
    await driver.execute({
      type: 'batch',
      commands: [
        { type: 'story.add', story: refOf(dumpId, quoted) },
        { type: 'evidence.add', claimId: 'c', evidence, before: null },
      ],
    });
    const { file } = await driver.session();
    await driver.call('project.close', {});
    await writeDump(folder, CHANGED);
    await driver.call('project.open', { path: file });
    const report = await driver.call('reanchor.report', { dumpId });
    expect(byClaim(report, 'e')).toMatchObject({
      status: 'changed',
      parts: [{ kind: 'evidence', claimId: 'c', resolution: { kind: 'moved' } }],
    });
    expect((await driver.session()).project.claims[0]?.evidence[0]?.story).toEqual(story);
  });

  it('that only grew asks nobody: every anchor is exact', async () => {
    const { driver, dumpId } = await reopenedOver([brief, ...POSTS, brief.replace('半年', '一年')]);
    expect((await driver.session()).dumps[0]?.changed).toBe(true);
    const report = await driver.call('reanchor.report', { dumpId });
    expect(report.every(({ status }) => status === 'same')).toBe(true);
    expect((await driver.session()).dumps[0]?.changed).toBe(false);
    expect(await driver.call('reanchor.report', { dumpId })).toEqual(
      report.map((story) => ({ ...story, old: story.found })),
    );
  });

  it('finds a story whose date was corrected, among those of its source', async () => {
    const redated = POSTS[2].replace('March 4, 2026', 'March 14, 2026');
    const { driver, dumpId } = await reopenedOver([POSTS[0], POSTS[1], redated, POSTS[3], POSTS[4]]);
    const report = await driver.call('reanchor.report', { dumpId });
    expect(byClaim(report, 'claim-2')).toMatchObject({
      status: 'changed',
      found: { publishedAt: '2026-03-14' },
    });
    // Nothing is lost, yet nobody has confirmed it.
    expect((await driver.session()).dumps[0]?.changed).toBe(true);
  });

  it('never gives one story to two that were lost, and none to one that it is not like', async () => {
    const merged = `${POSTS[1]}\n`.replace('opened to traffic', 'was opened to traffic');
    const { driver, dumpId } = await reopenedOver([POSTS[0], merged, POSTS[2], POSTS[4]]);
    const report = await driver.call('reanchor.report', { dumpId });
    expect(byClaim(report, 'claim-1').status).toBe('changed');
    expect(byClaim(report, 'claim-3').status).toBe('lost');
    const found = report.flatMap(({ found }) => (found ? [found.ordinal] : []));
    expect(new Set(found).size).toBe(found.length);
  });

  it('does not give a story that is still there to a lost one that reads alike', async () => {
    const alike = POSTS[2].replace('見通しです', '見込みです');
    const { driver, dumpId } = await reopenedOver(
      [POSTS[0], alike],
      [POSTS[0], POSTS[2], alike],
      ['120億円', '無料', '無料'],
    );
    const report = await driver.call('reanchor.report', { dumpId });
    expect(report.map(({ status }) => status)).toEqual(['same', 'lost', 'same']);
  });

  it('is seen through where not one byte has moved', async () => {
    const edited = POSTS.map((post) => post.replace('市長', '町長'));
    const { driver, dumpId } = await reopenedOver(edited);
    const report = await driver.call('reanchor.report', { dumpId });
    expect(report.map(({ status }) => status)).toEqual(['same', 'same', 'changed', 'same', 'same']);
    await until(async () => (await driver.session()).dumps[0]?.changed ?? false);
    expect((await driver.call('reanchor.report', { dumpId })).map(({ status }) => status)).toContain(
      'changed',
    );
  });

  it('names an anchor ambiguous where its words stand in several places alike', async () => {
    const twice = POSTS[4].replace('運航は90年続きました。', '90年\n90年');
    const { driver, dumpId } = await reopenedOver([...POSTS.slice(0, 4), twice]);
    const report = await driver.call('reanchor.report', { dumpId });
    const { status, parts } = byClaim(report, 'claim-4');
    expect(status).toBe('changed');
    expect(parts[0]?.resolution).toMatchObject({ kind: 'ambiguous', candidates: { length: 2 } });
  });
});

const REAL = resolve('../shared/dumps/roshia-250208.txt');

describe.skipIf(!existsSync(REAL))('the real dump', () => {
  it('keeps claims on all of its 13 stories when a story is put in front of them', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(join(folder, 'data'));
    const path = join(folder, 'real.txt');
    await copyFile(REAL, path);
    const { dumpId } = await driver.call('dump.open', { path, rule: null });
    expect((await driver.whole(dumpId)).stories).toBe(13);
    for (let ordinal = 0; ordinal < 13; ordinal += 1) {
      const story = await driver.read(dumpId, ordinal);
      const claim = claimOn(dumpId, story, story.text.slice(0, 12).trim());
      await driver.execute(claim);
    }
    const { file } = await driver.session();
    await driver.call('project.close', {});
    await writeFile(path, `${brief}\n${await readFile(REAL, 'utf8')}`);
    await driver.call('project.open', { path: file });
    const report = await driver.call('reanchor.report', { dumpId });
    expect(report.map(({ found }) => found?.ordinal)).toEqual(
      Array.from({ length: 13 }, (_, index) => index + 1),
    );
    expect(report.flatMap(({ parts }) => parts).every(({ resolution }) => resolution.kind === 'exact')).toBe(
      true,
    );
  });
});
