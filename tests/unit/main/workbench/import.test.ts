import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CallParams } from '../../../../app/contract.ts';
import { plainOptions } from '../../../../app/exports/options.ts';
import { writeDump } from './dumps.ts';
import { claimOn, Driver, openHost, refusal, temporaryFolder } from './kit.ts';

const DECIDED = { ratings: {}, onFirstLine: false, by: 'Sato', why: 'Imported' };

async function desk(host = openHost()) {
  const folder = await temporaryFolder();
  const driver = new Driver(join(folder, 'data'), host);
  const { dumpId } = await driver.call('dump.open', { path: await writeDump(folder), rule: null });
  await driver.whole(dumpId);
  const look = (path: string, changes: Partial<CallParams<'import.preview'>> = {}) =>
    driver.call('import.preview', { path, format: null, ...DECIDED, ...changes });
  return { driver, folder, dumpId, look };
}

/** The dump with a claim on each of two stories, exported and taken back. */
async function exported() {
  const at = await desk();
  const { driver, folder, dumpId } = at;
  for (const [ordinal, quote] of [
    [4, '90年'],
    [0, '120億円'],
  ] as const)
    await driver.execute(
      claimOn(dumpId, await driver.read(dumpId, ordinal), quote, { ratingId: 'disputed' }),
    );
  const path = join(folder, 'out.zip');
  await driver.call('export.write', {
    ...{
      format: 'w3c',
      target: { path },
      stories: null,
      options: plainOptions('ja'),
      title: '橋',
      baseUrl: null,
    },
  });
  const { project } = await driver.session();
  for (const { id } of project.claims) await driver.execute({ type: 'claim.remove', claimId: id });
  return { ...at, path };
}

describe('import', () => {
  it('says what would happen, page by page, does it as one change, and has nothing to do the second time', async () => {
    const { driver, path, look } = await exported();
    const before = (await driver.session()).sequence;
    const preview = await look(path);
    expect(preview).toMatchObject({
      ...{ name: 'out.zip', format: 'w3c', problems: [], unknownRatings: [] },
      counts: { added: 2, matched: 0, moved: 0, differs: 0, refused: 0 },
      stories: { found: 2, added: 0, missing: 0 },
    });
    const { importId } = preview;
    const page = await driver.call('import.entries', { importId, kind: 'added', from: 1, count: 50 });
    expect(page.map(({ what, quote }) => [what, quote])).toEqual([['claim', '90年']]);
    expect((await driver.session()).sequence).toBe(before);

    expect(await driver.call('import.apply', { importId, update: false })).toEqual({ entries: 2 });
    const { project, sequence } = await driver.session();
    expect(sequence).toBe(before + 1);
    expect(
      project.claims.map(({ createdBy, ratingId, verdicts }) => [createdBy, ratingId, verdicts[0]?.by]),
    ).toEqual([
      ['検証 花子', 'disputed', '検証 花子'],
      ['検証 花子', 'disputed', '検証 花子'],
    ]);
    const again = await look(path);
    expect(again.counts).toEqual({ added: 0, matched: 2, moved: 0, differs: 0, refused: 0 });
    await driver.call('project.undo', {});
    expect((await driver.session()).project.claims).toEqual([]);
  });

  it('is planned anew where the project has changed, and refused where it would do something else', async () => {
    const { driver, path, look } = await exported();
    const { importId } = await look(path);
    await driver.execute({ type: 'project.rename', title: 'Another' });
    await driver.call('import.apply', { importId, update: false });
    expect((await driver.session()).project.claims).toHaveLength(2);
    await driver.call('project.undo', {});

    const next = await look(path);
    const { importId: second } = await look(path);
    expect(await refusal(driver.call('import.apply', { importId: next.importId, update: false }))).toBe(
      'import-outdated',
    );
    await driver.call('project.redo', {}).catch(() => undefined);
    expect(await refusal(driver.call('import.apply', { importId: second, update: false }))).toBe(
      'import-outdated',
    );
  });

  it('lets a person say what an unknown rating is, without reading the file anew', async () => {
    const { driver, path, look } = await exported();
    await driver.execute({
      type: 'scale.change',
      scale: {
        ...{ id: 'own', name: { en: 'Own', ja: '独自' }, credit: null },
        ratings: [
          {
            ...{
              id: 'wrong',
              label: { en: 'wrong', ja: '間違い' },
              meaning: { en: 'Wrong.', ja: '間違い。' },
            },
            outcome: 'disputed',
          },
        ],
      },
      ...{ mapping: {}, ratings: {} },
    });
    const preview = await look(path);
    expect(preview.counts.refused).toBe(2);
    expect(preview.unknownRatings).toMatchObject([{ id: 'disputed', claims: 2 }]);
    const { importId } = preview;
    const decided = await driver.call('import.plan', {
      ...DECIDED,
      importId,
      ratings: { disputed: 'wrong' },
    });
    expect(decided.counts).toMatchObject({ added: 2, refused: 0 });
    await driver.call('import.apply', { importId, update: false });
    expect((await driver.session()).project.claims.map(({ ratingId }) => ratingId)).toEqual([
      'wrong',
      'wrong',
    ]);
  });

  it('reads nothing that was not shown to the program, and says what it cannot read', async () => {
    const { folder, look } = await desk(openHost({ mayRead: (path) => !path.includes('secret') }));
    const path = join(folder, 'secret.json');
    await writeFile(path, '[]');
    expect(await refusal(look(path))).toBe('path-not-allowed');
    await writeFile(join(folder, 'other.txt'), '灯台');
    expect(await refusal(look(join(folder, 'other.txt')))).toBe('import-unknown-format');
    await writeFile(join(folder, 'broken.jsonld'), '{"type":"Annotation"');
    expect(await refusal(look(join(folder, 'broken.jsonld')))).toBe('interchange-unreadable');
  });
});
