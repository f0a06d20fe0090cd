import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Work } from '../../app/agreement/coders.ts';
import { projectFiles } from '../agreement/project-files.ts';
import { Driver, refusal, temporaryFolder } from './kit.ts';

const TEXT = 'The harbour bridge costs 12 billion yen. It opens in May.\n\nThe council voted for it.\n';
const ITO: Work = {
  by: 'Ito',
  claims: [
    ['0', 'The harbour bridge costs 12 billion yen.', 'verified'],
    ['0', 'It opens in May.', 'disputed'],
    ['1', 'The council voted for it.', 'verified'],
  ],
};
const SATO: Work = {
  by: 'Sato',
  claims: [
    ['0', 'bridge costs 12 billion yen.', 'verified'],
    ['0', 'It opens in May.', 'unresolved'],
    ['1', 'The council voted', 'verified'],
  ],
};
const ASKED = { stories: 'worked', ordered: false, seed: 1 } as const;

async function started() {
  const folder = await temporaryFolder();
  const dump = join(folder, 'minato.txt');
  await writeFile(dump, TEXT);
  const [mine = '', theirs = ''] = await projectFiles(dump, [ITO, SATO], { kind: 'blank-lines' });
  const driver = new Driver(join(folder, 'data'));
  await driver.call('project.open', { path: mine });
  return { folder, driver, theirs };
}

describe('agreement with another coder', () => {
  it('is computed with the texts of the open project, and each cell tells what it counts', async () => {
    const { driver, theirs } = await started();
    const report = await driver.call('agreement.compute', { ...ASKED, with: { paths: [theirs] } });
    expect(report).toMatchObject({
      coders: [{ name: 'Ito' }, { name: 'Sato' }],
      stories: { counted: 2, withText: 2 },
      questions: [{ id: 'ratings', units: 3 }, {}, {}, {}],
    });
    const cell = { question: 'ratings' as const, most: 10 };
    expect(
      await driver.call('agreement.answered', {
        ...cell,
        between: [0, 1],
        answers: ['disputed', 'unresolved'],
      }),
    ).toMatchObject({
      entries: [{ quote: 'It opens in May.', ids: ['claim-Ito-1', 'claim-Sato-1'] }],
      more: 0,
    });
    expect(await driver.call('agreement.compute', { ...ASKED, with: { paths: [theirs] } })).toEqual(report);
  });

  it('is written as JSON and CSV, never over another file', async () => {
    const { driver, theirs, folder } = await started();
    const report = await driver.call('agreement.compute', { ...ASKED, with: { paths: [theirs] } });
    const write = (what: 'json' | 'measures' | 'confusion', path: string) =>
      driver.call('agreement.write', { what, question: 'ratings', locale: 'ja', target: { path } });
    const json = join(folder, 'agreement.json');
    await write('json', json);
    expect(JSON.parse(await readFile(json, 'utf8'))).toEqual(report);
    const csv = join(folder, 'agreement.csv');
    await write('measures', csv);
    expect(await readFile(csv, 'utf8')).toMatch(
      /^\ufeff"about","item","measure".*"ratings","","cohen","Ito – Sato","3","0\.39/su,
    );
    await write('confusion', csv);
    expect(await readFile(csv, 'utf8')).toContain('"確認済み","2","0","0"');
    const other = join(folder, 'notes.txt');
    await writeFile(other, 'mine');
    expect(await refusal(write('json', other))).toBe('export-target-exists');
    expect(await refusal(write('json', theirs))).toBe('export-target-exists');
  });

  it('needs somebody to compare with', async () => {
    const { driver } = await started();
    expect(await refusal(driver.call('agreement.compute', { ...ASKED, with: { people: true } }))).toBe(
      'agreement-one-person',
    );
    const entries = driver.call('agreement.answered', {
      question: 'ratings',
      between: [0, 1],
      answers: [null, null],
      most: 1,
    });
    expect(await refusal(entries)).toBe('agreement-gone');
  });
});
