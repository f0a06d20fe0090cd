import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { callFromPage, valueFromPage } from './hosts/contract.ts';
import { writeDump } from './hosts/fictional.ts';

/** What every host does alike, seen through the contract. */

const session = async (page: Page) => (await valueFromPage(page, 'workbench.start', {})).session;

test('the dump that the program is started with is opened', async ({ app }) => {
  const page = await app.openDump(await writeDump(app.folder));
  await expect.poll(async () => (await session(page))?.dumps[0]?.stories).toBe(2);
});

test('what was acknowledged is there after the program was ended, and after a crash', async ({ app }) => {
  let page = await app.openDump(await writeDump(app.folder));
  await expect.poll(async () => (await session(page))?.dumps.length).toBe(1);
  const file = (await session(page))?.file ?? '';
  const title = (name: string) =>
    valueFromPage(page, 'project.execute', { command: { type: 'project.rename', title: name } });

  await title('Before the end');
  page = await app.restart();
  expect((await valueFromPage(page, 'project.open', { path: file })).project.title).toBe('Before the end');

  await title('Before the crash');
  await app.kill();
  page = await app.restart();
  expect((await valueFromPage(page, 'project.open', { path: file })).project.title).toBe('Before the crash');
});

test('ending the program lets go of the project', async ({ app }) => {
  const page = await app.openDump(await writeDump(app.folder));
  await expect.poll(async () => (await session(page))?.dumps.length).toBe(1);
  await app.close();
  const left = await readdir(join(app.dataFolder, 'projects'));
  expect(left.filter((name) => name.endsWith('.uratori'))).toHaveLength(1);
  expect(left.filter((name) => name.endsWith('.lock'))).toEqual([]);
});

test('a path that the person showed to nobody is refused', async ({ app }) => {
  const answer = await callFromPage(app.page, 'dump.preview', { path: '/etc/passwd', rule: null });
  expect(answer).toMatchObject({ ok: false, problem: { code: 'path-not-allowed' } });
});

test('params that do not fit their schema are refused with the place', async ({ app }) => {
  const answer = await callFromPage(app.page, 'story.read', { dumpId: 'x', ordinal: -1 });
  expect(answer).toMatchObject({ ok: false, problem: { code: 'call-invalid', params: { path: 'ordinal' } } });
});

test.describe('a page with script in it', () => {
  test.use({ breaksPolicy: true });
  test('runs neither inline nor evaluated script, and connects nowhere else', async ({ app }) => {
    const result = await app.page.evaluate(async () => {
      const blocked: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'window.inline = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.src = 'https://example.test/pixel.png';
      document.body.append(image);
      const frame = document.createElement('iframe');
      frame.src = 'https://example.test/';
      document.body.append(frame);
      const fetched = await fetch('https://example.test/').then(
        () => 'let through',
        () => 'refused',
      );
      // In a task of its own: what a debugger evaluates is exempt from the policy.
      const evaluated = await new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            resolve(String(new Function('return "let through"')()));
          } catch {
            resolve('refused');
          }
        });
      });
      await new Promise((resolve) => setTimeout(resolve, 100));
      for (const node of [script, image, frame]) node.remove();
      return { inline: 'inline' in window, fetched, evaluated, blocked: [...new Set(blocked)].sort() };
    });
    expect(result).toMatchObject({ inline: false, fetched: 'refused', evaluated: 'refused' });
    expect(result.blocked).toEqual(
      expect.arrayContaining(['connect-src', 'frame-src', 'img-src', 'script-src', 'script-src-elem']),
    );
  });
});

test.describe('with a Japanese system', () => {
  test.use({ locale: 'ja-JP' });
  test('the host tells the interface so', async ({ app }) => {
    const { languages } = await valueFromPage(app.page, 'workbench.start', {});
    expect(languages[0]).toMatch(/^ja/u);
  });
});
