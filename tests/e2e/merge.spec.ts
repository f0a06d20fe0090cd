import { execFile } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from 'playwright/test';
import { seriousViolations } from './accessibility.ts';
import { HARBOUR, writeDump } from './dumps.ts';
import { type App, expect, test } from './fixtures.ts';
import { inRepository } from './hosts/repository.ts';
import { focusText } from './reader.ts';

interface Rated {
  id: string;
  quote: string;
  rating: string;
  wording: string;
}

interface FirstStory {
  id: string;
  text: string;
  lang: string;
  lead: string;
}

/** Runs a command of the command line. */
async function cli(input: string, ...args: string[]): Promise<string> {
  const running = promisify(execFile)(process.execPath, [inRepository('dist/main/cli.js'), ...args]);
  running.child.stdin?.end(input);
  return (await running).stdout;
}

/** A project of one coder, made as by a script: claims on the first story of a dump. */
async function coder(app: App, name: string, dump: string, claims: Rated[]): Promise<string> {
  const file = join(app.folder, `${name}.uratori`);
  const story = JSON.parse(
    (await cli('', 'stories', dump, '--jsonl')).split('\n')[0] as string,
  ) as FirstStory;
  const at = '2025-04-13T09:00:00.000Z';
  const commands = [
    {
      type: 'dump.add',
      dump: {
        id: `dump of ${name}`,
        name: 'harbour-250412.txt',
        path: dump,
        relativePath: 'harbour-250412.txt',
        sha256: null,
        bytes: Buffer.byteLength(HARBOUR),
        format: 'plain-text',
        encoding: 'utf-8',
        rule: { kind: 'byline' },
      },
    },
    {
      type: 'story.add',
      story: {
        dumpId: `dump of ${name}`,
        storyId: story.id,
        ordinal: 0,
        byteStart: 0,
        byteEnd: 1,
        source: { name: '湊日報', handle: 'minato_nippo' },
        publishedAt: '2025-04-12',
        lang: story.lang,
        lead: story.lead,
      },
    },
    ...claims.flatMap(({ id, quote, rating, wording }) => {
      const start = story.text.indexOf(quote);
      expect(start).toBeGreaterThanOrEqual(0);
      const end = start + quote.length;
      const prefix = story.text.slice(Math.max(0, start - 12), start);
      const anchor = { segment: 0, start, end, quote, prefix, suffix: story.text.slice(end, end + 12) };
      const claim = {
        id,
        storyKey: `dump of ${name}/${story.id}`,
        anchors: [anchor],
        wording,
        claimant: '市長',
        ratingId: null,
        rationale: [{ kind: 'paragraph', children: [{ text: `${name}の判定理由。` }] }],
        evidence: [],
        createdAt: at,
        createdBy: name,
      };
      const verdict = { id: `verdict on ${id}`, ratingId: rating, by: name, at, why: `${name}が確認した。` };
      return [
        { type: 'claim.add', claim },
        { type: 'verdict.give', claimId: id, verdict },
      ];
    }),
  ];
  await cli(commands.map((command) => `${JSON.stringify(command)}\n`).join(''), 'apply', file, '--create');
  return file;
}

const MINE: Rated[] = [
  { id: 'm1', quote: '増税はしない', rating: 'disputed', wording: '市は増税しない。' },
  { id: 'm2', quote: '当初の見込みは8億円だった', rating: 'verified', wording: '見込みは8億円だった。' },
  { id: 'm3', quote: '湊大橋の修理費、12億円に', rating: 'verified', wording: '修理費は12億円。' },
];
const THEIRS: Rated[] = [
  { id: 't1', quote: '想定内であり、増税はしない', rating: 'verified', wording: '市長は増税を否定した。' },
  { id: 't2', quote: '8億円', rating: 'disputed', wording: '8億円と見込まれていた。' },
  { id: 't4', quote: '工事は2026年3月に終わる', rating: 'unresolved', wording: '工事は来年3月に終わる。' },
];

async function opened(app: App): Promise<{ page: Page; mine: string; theirs: string }> {
  const dump = await writeDump(app.folder, 'harbour-250412.txt', HARBOUR);
  const mine = await coder(app, 'ito', dump, MINE);
  const theirs = await coder(app, 'sato', dump, THEIRS);
  await app.close();
  const page = await app.restart([mine]);
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await focusText(page);
  await expect(page.locator('#inspector .annotation:not(.suggestion)')).toHaveCount(3);
  return { page, mine, theirs };
}

/** Chooses their project from the palette on: in the system's dialog, or in our own. */
async function compareWith(app: App, page: Page, file: string): Promise<Locator> {
  const name = file.slice(app.folder.length + 1);
  await app.electron?.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('merge another');
  await page.keyboard.press('Enter');
  const merging = page.getByRole('dialog', { name: 'Merge another person’s project' });
  await merging.getByRole('button', { name: 'Choose their project file…' }).press('Enter');
  if (!app.electron) {
    const files = page.getByRole('dialog', { name: 'Open a project' });
    await expect(files.getByRole('option').first()).toBeVisible();
    if ((await files.getByRole('option', { name }).count()) === 0)
      await files.locator('[data-kind="folder"]', { hasText: app.folder }).click();
    await files.getByRole('option', { name }).click();
  }
  await expect(merging.getByText(`With “${name.replace('.uratori', '')}”`)).toBeVisible();
  return merging;
}

test('two coders’ projects become one by keys alone: both opinions stay, and undo takes it back', async ({
  app,
}) => {
  const { page, theirs } = await opened(app);
  const { keyboard } = page;
  const dialog = await compareWith(app, page, theirs);
  const numbers = dialog.getByRole('row', { name: /^Claims/u });
  await expect(numbers).toHaveText('Claims11022');
  const deciding = dialog.getByRole('region', { name: 'What needs a decision' });
  await expect(deciding).toBeFocused();
  await expect(deciding).toContainText('0 of 2 decided');
  // As they stand in the story.
  await expect(deciding.getByRole('region', { name: 'Mine' })).toContainText('見込みは8億円だった。');
  await expect(deciding.getByRole('region', { name: 'Theirs' })).toContainText('8億円と見込まれていた。');
  await expect(deciding.getByRole('region', { name: 'Theirs' }).locator('mark')).toHaveText('8億円');
  expect(await seriousViolations(page)).toEqual([]);

  await keyboard.press('2');
  await expect(deciding).toContainText('1 of 2 decided');
  await expect(deciding).toContainText('2 of 2');
  await keyboard.press('3');
  await expect(deciding.getByRole('radio', { name: 'verified' })).toBeFocused();
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await keyboard.type('The budget papers are not public.');
  await keyboard.press('Enter');
  await expect(deciding).toContainText('2 of 2 decided');
  await keyboard.press('p');
  await expect(deciding.getByRole('button', { name: 'Take theirs' })).toHaveAttribute('aria-pressed', 'true');
  await dialog.getByRole('button', { name: 'Merge', exact: true }).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('“sato” is merged into this project.')).toBeVisible();

  const claims = page.locator('#inspector .annotation:not(.suggestion)');
  await expect(claims).toHaveCount(4);
  await claims.filter({ hasText: '市は増税しない。' }).click();
  const inspector = page.locator('#inspector');
  await expect(inspector.getByRole('radio', { name: 'unresolved' })).toBeChecked();
  const opinions = inspector.getByRole('region', { name: 'What each coder held' });
  await expect(opinions.getByRole('listitem')).toHaveCount(2);
  await expect(opinions).toContainText('ito');
  await expect(opinions).toContainText('satoの判定理由。');
  await expect(
    inspector.getByRole('region', { name: 'History of the verdict' }).getByRole('listitem'),
  ).toHaveCount(3);

  // Merged once more, it has nothing to ask, and nothing to add.
  const again = await compareWith(app, page, theirs);
  await expect(again.getByText('Merging changes nothing')).toBeVisible();
  await keyboard.press('Escape');
  await focusText(page);
  await keyboard.press('Control+z');
  await expect(claims).toHaveCount(3);
});

test('what is left undecided stays as it is, and is asked about again', async ({ app }) => {
  const { page, theirs } = await opened(app);
  const { keyboard } = page;
  const dialog = await compareWith(app, page, theirs);
  await keyboard.press('1');
  // Closed by mistake: what was decided is still there.
  await keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await focusText(page);
  await compareWith(app, page, theirs);
  await expect(dialog).toContainText('1 of 2 decided');
  await dialog.getByRole('button', { name: 'Merge, leave 1 undecided' }).press('Enter');
  await expect(page.getByText('one difference is left undecided')).toBeVisible();
  await expect(page.locator('#inspector .annotation:not(.suggestion)')).toHaveCount(4);
  const again = await compareWith(app, page, theirs);
  await expect(again).toContainText('0 of 1 decided');
  await expect(again.getByRole('region', { name: 'Mine' })).toContainText('市は増税しない。');
});

test('a copy of the project is merged on the state that both have in common', async ({ app }) => {
  const dump = await writeDump(app.folder, 'harbour-250412.txt', HARBOUR);
  const mine = await coder(app, 'ito', dump, MINE);
  const copy = join(app.folder, 'copy.uratori');
  for (const ending of ['', '.journal', '.backup-1']) await copyFile(`${mine}${ending}`, `${copy}${ending}`);
  const commands = [
    { type: 'claim.remove', claimId: 'm3' },
    { type: 'claim.edit', claimId: 'm1', changes: { claimant: '湊市' } },
    { type: 'project.rename', title: 'copy' },
  ];
  await cli(commands.map((command) => JSON.stringify(command)).join('\n'), 'apply', copy);
  await app.close();
  const page = await app.restart([mine]);
  await focusText(page);
  const claims = page.locator('#inspector .annotation:not(.suggestion)');
  await expect(claims).toHaveCount(3);
  const dialog = await compareWith(app, page, copy);
  await expect(dialog).toContainText('as both histories show');
  await dialog.getByRole('button', { name: 'Merge', exact: true }).press('Enter');
  await expect(claims).toHaveCount(2);
});
