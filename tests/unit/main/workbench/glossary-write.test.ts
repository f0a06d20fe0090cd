import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readGlossary } from '../../../../app/glossary/formats.ts';
import { Driver, refusal, temporaryFolder } from './kit.ts';

const ENTRY = {
  id: 'e1',
  source: 'harbor fund',
  sourceLang: 'en',
  target: '港湾基金',
  targetLang: 'ja',
  variants: ['湊の基金'],
  note: '',
};

it('the glossary is written as a whole file, and replaces nothing of another kind', async () => {
  const folder = await temporaryFolder();
  const driver = new Driver(join(folder, 'data'));
  await driver.call('project.create', { title: 'Harbor' });
  await driver.execute({ type: 'glossary.add', entry: ENTRY });
  for (const format of ['tsv', 'csv', 'tbx', 'tbx-2'] as const) {
    const path = join(folder, `terms.${format === 'tbx-2' ? 'tbx' : format}`);
    const written = await driver.call('glossary.write', { format, target: { path } });
    expect(written.download).toBeNull();
    const { entries } = await readGlossary(await readFile(path, 'utf8'), { source: 'en', target: 'ja' });
    const { id: _, ...content } = ENTRY;
    expect(entries.map(({ entry }) => entry)).toEqual([content]);
  }
  const other = join(folder, 'notes.txt');
  await writeFile(other, 'mine');
  expect(await refusal(driver.call('glossary.write', { format: 'tsv', target: { path: other } }))).toBe(
    'export-target-exists',
  );
  expect(await readFile(other, 'utf8')).toBe('mine');
});

it('a wording has one entry for a language, and the second is refused by name', async () => {
  const driver = new Driver(join(await temporaryFolder(), 'data'));
  await driver.call('project.create', { title: '' });
  await driver.execute({ type: 'glossary.add', entry: ENTRY });
  expect(await refusal(driver.execute({ type: 'glossary.add', entry: { ...ENTRY, id: 'e2' } }))).toBe(
    'command-duplicate',
  );
  await driver.execute({ type: 'glossary.add', entry: { ...ENTRY, id: 'e2', targetLang: 'de' } });
  expect(
    await refusal(driver.execute({ type: 'glossary.edit', entryId: 'e2', changes: { targetLang: 'ja' } })),
  ).toBe('command-duplicate');
});
