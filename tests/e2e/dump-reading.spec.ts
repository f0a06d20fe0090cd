import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seriousViolations } from './accessibility.ts';
import { writeDump } from './dumps.ts';
import { expect, test } from './fixtures.ts';

const HARBOUR_IN_SHIFT_JIS = '8d6082cc975c8e5a82f08e7392b782aa90e096be82b582bd8142';
const TABLE = [
  'outlet,headline,remarks,day',
  'みなと新報,橋の修理費が十二億円に,市長は記者団に「増税はしない」と述べた。工事は来年三月に終わる予定だという。,2025-04-12',
  'みなと新報,港の予算,港の予算が三割増えた。議会は来週これを審議する見込みで、反対の声も上がっている。,2025-04-13',
  '潮見ニュース,連絡船の再開,連絡船は十一日ぶりに動いた。乗客は朝から列を作り、船着き場は人であふれた。,2025-04-14',
].join('\n');

test('a dump in another encoding is read as it was found out, or as the person chooses', async ({ app }) => {
  const path = join(app.folder, 'memo.txt');
  await writeFile(path, Buffer.from(HARBOUR_IN_SHIFT_JIS, 'hex'));
  const page = await app.openDump(path);
  const dialog = page.getByRole('dialog', { name: 'Open memo.txt' });
  const encoding = dialog.getByLabel('Encoding');
  await expect(encoding.locator('option:checked')).toHaveText('As recognised: Shift_JIS (Windows-31J)');
  await expect(dialog.locator('.split-lead')).toHaveText('港の予算を市長が説明した。');
  await encoding.selectOption('EUC-JP');
  await expect(dialog.locator('.split-lead')).not.toHaveText('港の予算を市長が説明した。');
  await encoding.selectOption('Shift_JIS (Windows-31J)');
  await expect(dialog.locator('.split-lead')).toHaveText('港の予算を市長が説明した。');
  await dialog.getByRole('button', { name: 'Open' }).click();
  await expect(page.locator('.status-bar')).toContainText('Shift_JIS');
  await expect(page.locator('#reading')).toContainText('港の予算を市長が説明した。');
});

test('what the columns of a table hold is chosen once, and remembered for the next such table', async ({
  app,
}) => {
  const page = await app.openDump(await writeDump(app.folder, 'claims.csv', TABLE));
  const dialog = page.getByRole('dialog', { name: 'Open claims.csv' });
  await expect(dialog.getByRole('status')).toContainText('3 stories in the whole dump');
  await expect(dialog.getByLabel('Text', { exact: true }).locator('option:checked')).toContainText('remarks');
  await dialog.getByLabel('Source').selectOption({ label: 'outlet — みなと新報' });
  await dialog.getByLabel('Date').selectOption({ label: 'day — 2025-04-12' });
  await expect(dialog.locator('.split-byline').first()).toContainText('みなと新報');
  await expect(dialog.getByRole('button', { name: 'Open' })).toBeEnabled();
  expect(await seriousViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Open' }).click();
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await expect(page.locator('#stories [role="option"]').first()).toContainText('みなと新報');

  const next = await writeDump(app.folder, 'more.csv', TABLE.replace('連絡船の再開', '連絡船が二度目の再開'));
  const again = await app.openDump(next);
  await expect(again.locator('#stories [role="option"]').first()).toContainText('みなと新報');
  await expect(again.locator('#stories')).toContainText('連絡船が二度目の再開');
  await expect(again.getByRole('dialog')).toHaveCount(0);
});
