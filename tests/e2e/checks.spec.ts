import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright/test';
import { seriousViolations } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

/** Its translated post has two mistakes: a denial that is dropped, and a sum ten times too much. */
const SAMPLE = resolve('resources/sample/minato-250412.txt');
const TRANSLATED = 'Marcus Vane';

async function openTranslated(page: Page): Promise<void> {
  await page.locator('#stories').getByText(TRANSLATED).click();
  await expect(page.locator('#reading')).toContainText('The Harbor Fund Nobody Looked Into');
  await page.locator('#reading').focus();
  await page.keyboard.press('Alt+3');
  await page.locator('#reading').focus();
}

/** The words that are painted as the current finding. */
const marked = (page: Page) =>
  page.evaluate(() =>
    [...(CSS.highlights.get('finding') ?? [])].map((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString();
    }),
  );

test('findings are gone through, taken up and put aside by key; those put aside stay so', async ({ app }) => {
  let page = await app.openDump(SAMPLE);
  await openTranslated(page);
  const findings = page.locator('.findings');
  await expect(findings.getByRole('heading', { name: 'Checks (2)' })).toBeVisible();

  await page.keyboard.press(';');
  await expect(findings.locator('[aria-expanded="true"]')).toContainText('denies something (“Not”)');
  expect(await marked(page)).toEqual(['Not', '(4:12) 早瀬市長は資金を求めた']);
  await page.keyboard.press(';');
  await expect(findings.locator('[aria-expanded="true"]')).toContainText('10 times too much');
  expect(await marked(page)).toEqual(['$1.2 Billion', '120億ドル']);
  expect(await seriousViolations(page)).toEqual([]);

  await page.keyboard.press('Shift+K');
  const note = page.locator('.annotation[data-kind="note"]');
  await expect(note).toHaveCount(1);
  await expect(note).toContainText('$1.2 Billion');
  await expect(note).toContainText('120億ドル');
  await expect(findings.getByRole('heading', { name: 'Checks (1)' })).toBeVisible();

  // What comes next is the current one already.
  await page.keyboard.press('Shift+Z');
  await expect(findings.getByRole('heading', { name: 'Checks (0)' })).toBeVisible();
  await expect(findings.getByText('1 dismissed finding')).toBeVisible();

  page = await app.restart();
  await page
    .getByRole('button', { name: /minato-250412/u })
    .first()
    .click();
  await openTranslated(page);
  await expect(page.locator('.findings').getByRole('heading', { name: 'Checks (0)' })).toBeVisible();
  await page.locator('.findings').getByText('1 dismissed finding').click();
  await page.locator('.findings').getByRole('button', { name: 'Show again' }).click();
  await expect(page.locator('.findings').getByRole('heading', { name: 'Checks (1)' })).toBeVisible();
  await page.locator('.findings').getByText('Which checks are made').click();
  await page.locator('.findings').getByLabel('Negation').click();
  await expect(page.locator('.findings').getByRole('heading', { name: 'Checks (0)' })).toBeVisible();
});

test('conversions at two rates are pointed out, and the other place is one key away', async ({ app }) => {
  const page = await app.openDump(SAMPLE);
  await page.locator('#stories').getByText('沿岸開発基金の闇').click();
  await page.locator('#reading').focus();
  await page.keyboard.press(';');
  const finding = page.locator('.finding').first();
  await expect(finding).toContainText('151');
  await expect(finding).toContainText('3億4000万ドル(約505億円)');
  expect(await marked(page)).toEqual(['12億ドル(約1812億円)']);
  await finding.getByRole('button', { name: 'Show the other place' }).click();
  await expect(page.locator('#reading')).toContainText('千鳥島の住民運動、資金の出どころはICA');
  await page.locator('#reading').focus();
  await page.keyboard.press('b');
  await expect(page.locator('#reading')).toContainText('沿岸開発基金の闇');
});

test('the glossary is filled by hand and by file, kept to by the checks, and written to a file', async ({
  app,
}) => {
  const page = await app.openDump(SAMPLE);
  await openTranslated(page);
  await page.keyboard.press('ControlOrMeta+g');
  const dialog = page.getByRole('dialog', { name: 'Glossary' });
  await dialog.getByLabel('Wording in the original').fill('Marcus Vane');
  await dialog.getByLabel('Translation').fill('マーカス・ヴェイン');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(dialog.getByText('1 of 1 entry')).toBeVisible();
  await expect(dialog.getByRole('listbox').getByRole('option')).toContainText('マーカス・ヴェイン');

  const file = join(app.folder, 'terms.tsv');
  await writeFile(
    file,
    'source\ttarget\tnote\nHarbor Fund\t港湾基金\t\nMarcus Vane\tマーカス・ヴェイン\tthe lawyer\n\tnothing\t\n',
  );
  await dialog.locator('input[type="file"]').setInputFiles(file);
  await expect(dialog.getByRole('status').last()).toContainText(
    '1 entry is added, 1 changed, 0 as they are already, 1 refused',
  );
  await expect(dialog.getByText('Line 4: there is no wording of the original. nothing')).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByText('2 of 2 entries')).toBeVisible();
  await dialog.locator('input[type="file"]').setInputFiles(file);
  await expect(dialog.getByRole('status').last()).toContainText(
    '0 entries are added, 0 changed, 2 as they are already',
  );
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  if (app.host === 'web') {
    await dialog.getByLabel('Format').selectOption('TBX (ISO 30042:2019)');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Export' }).click(),
    ]);
    const written = await readFile(await download.path(), 'utf8');
    expect(written).toContain('<term>マーカス・ヴェイン</term>');
  }
  await page.keyboard.press('Escape');
  await expect(page.locator('.findings')).toContainText(
    '“マーカス・ベイン” is spelled in another way than the glossary has it: “マーカス・ヴェイン”',
  );
});
