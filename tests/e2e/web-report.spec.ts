import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright/test';
import { htmlReport } from '../../app/exports/html.ts';
import { plainOptions, REPORT_TEMPLATES } from '../../app/exports/options.ts';
import type { Report } from '../../app/exports/report.ts';
import type { Locale } from '../../app/settings.ts';
import { storyKey } from '../../app/story.ts';
import { PLAIN_TAG } from '../../app/tag.ts';
import { example } from '../unit/app/exports/example.ts';
import { HOSTILE } from '../unit/app/exports/hostile.ts';
import {
  AT,
  anchorOf,
  DUMP,
  joined,
  projectOf,
  refOf,
  reportOf,
  storyFrom,
} from '../unit/app/exports/support.ts';
import { test as base, expect } from './fixtures.ts';

/** A report, opened from a file as a reader opens it. It is the same whatever host wrote it. */
const test = base.extend<{ open: (report: Report, options?: BrowserContextOptions) => Promise<Page> }>({
  open: async ({ chromium }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'uratori-report-'));
    const file = join(folder, 'report.html');
    await use(async (report, options) => {
      await writeFile(file, await joined(htmlReport(report)));
      const context = await (chromium as Browser).newContext(options);
      const page = await context.newPage();
      await page.goto(pathToFileURL(file).href);
      return page;
    });
    await rm(folder, { recursive: true, force: true });
  },
});

/** Every hostile text, in every place that a text can have. */
function hostileReport(): { report: Report; text: string } {
  const all = HOSTILE.join(' ');
  const story = storyFrom({
    id: 's',
    ordinal: 0,
    source: { name: all, handle: all },
    publishedAt: all,
    links: [...HOSTILE],
    lang: '"><script>globalThis.hacked = true</script>',
    parts: [
      { kind: 'post', text: all },
      { kind: 'translation', text: HOSTILE.toReversed().join('') },
      { kind: 'repeat', text: HOSTILE.join('') },
    ],
  });
  const base = { storyKey: storyKey(DUMP, 's'), createdAt: AT, createdBy: all };
  const rich = [{ kind: 'paragraph' as const, children: [{ text: all, bold: true as const }] }];
  const anchors = HOSTILE.filter((text) => text.trim() !== '').map((text) => anchorOf(story, text));
  const project = projectOf({
    title: all,
    stories: [refOf(story)],
    tags: [
      { ...PLAIN_TAG, id: 't', name: all, colour: 'red', parentId: null, description: all, examples: [all] },
    ],
    storyNotes: [{ storyKey: storyKey(DUMP, 's'), words: rich, by: all, at: AT }],
    claims: anchors.map((anchor, index) => ({
      ...base,
      id: `c${index}`,
      anchors: [anchor],
      wording: anchor.quote,
      claimant: all,
      ratingId: null,
      verdicts: [],
      carriedFrom: null,
      rationale: rich,
      evidence: [
        {
          id: 'e',
          stance: 'refutes' as const,
          title: all,
          url: 'https://example.test/"><script>globalThis.hacked=true</script>',
          archiveUrl: '',
          publisher: all,
          publishedAt: all,
          quote: all,
          capturedAt: all,
          reliability: all,
          story: null,
          file: { name: all, sha256: 'b'.repeat(64) },
          addedAt: AT,
        },
      ],
    })),
    taggings: [{ ...base, id: 'g', tagId: 't', memo: all, anchor: null }],
    notes: [
      {
        ...base,
        id: 'n',
        kind: 'nuance',
        original: anchors[0] ?? null,
        translation: null,
        comment: rich,
        suggestion: all,
      },
    ],
    reviews: [{ storyKey: base.storyKey, state: 'reviewed', by: all, at: AT, why: '', past: [] }],
  });
  return { report: reportOf(project, [story], { title: all }), text: story.text };
}

test('a report full of hostile texts runs nothing, loads nothing and shows every text', async ({ open }) => {
  const { report, text } = hostileReport();
  const requests: string[] = [];
  const dialogs: string[] = [];
  const page = await open(report);
  page.on('request', (request) => requests.push(request.url()));
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  await page.reload();
  // Things that a mouse or a key could set off.
  for (const summary of await page.locator('summary').all()) await summary.click();
  await page.mouse.move(300, 300);
  await page.keyboard.press('Tab');

  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
  expect(dialogs).toEqual([]);
  expect(requests).toEqual([page.url()]);
  const strange = await page.evaluate(() => ({
    elements: document.querySelectorAll(
      'script, img, foreignObject, use, animate, set, iframe, object, embed, form, input, textarea, base, b',
    ).length,
    handlers: [...document.querySelectorAll('*')].filter((element) =>
      [...element.attributes].some((attribute) => attribute.name.startsWith('on')),
    ).length,
    addresses: [...document.querySelectorAll('[href], [src]')]
      .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
      .filter((address) => !/^(?:#|https?:|mailto:)/u.test(address)),
    articles: document.querySelectorAll('article').length,
  }));
  expect(strange).toEqual({ elements: 0, handlers: 0, addresses: [], articles: 1 });

  const shown = await page.evaluate(() => {
    const text = document.querySelector('.text')?.cloneNode(true) as Element;
    for (const ours of text.querySelectorAll('.mark, .label')) ours.remove();
    return text.textContent;
  });
  // Line breaks are all the same in HTML, and it has no control characters.
  expect(shown).toBe(
    text
      .toWellFormed()
      .replace(/\r\n?/gu, '\n')
      .replace(/[^\P{Cc}\t\n\f]|\p{Noncharacter_Code_Point}/gu, (units) => '\ufffd'.repeat(units.length)),
  );
});

test('direction marks in a text do not turn what stands round it', async ({ open }) => {
  const turned = storyFrom({
    id: 's',
    ordinal: 0,
    source: { name: 'Turn \u202eback', handle: 'h\u2067andle' },
    parts: [{ kind: 'post', text: 'One \u202etwo three' }],
  });
  const plain = { ...turned, source: { name: 'Turn back', handle: 'handle' } };
  const review = {
    storyKey: storyKey(DUMP, 's'),
    state: 'reviewed' as const,
    by: 'me',
    at: AT,
    why: '',
    past: [],
  };
  const places = [];
  for (const story of [turned, plain]) {
    const project = projectOf({ stories: [refOf(story)], reviews: [review] });
    const page = await open(reportOf(project, [story]));
    places.push(
      await page.evaluate(() => {
        const date = document.querySelector('.byline time') as Element;
        const name = document.querySelector('.byline bdi') as Element;
        return { after: date.getBoundingClientRect().left > name.getBoundingClientRect().left };
      }),
    );
  }
  expect(places).toEqual([{ after: true }, { after: true }]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing wrong with a report of any template, ${colorScheme}`, async ({ open }) => {
    // Axe works for long on a machine that has other work.
    test.setTimeout(180_000);
    const { project, stories } = example();
    for (const template of REPORT_TEMPLATES) {
      const languages: Locale[] = colorScheme === 'light' ? ['ja', 'en'] : ['en'];
      const options = {
        template,
        languages,
        author: 'T. Okabe',
        introduction: 'What was checked.',
        logo: null,
      };
      const page = await open(reportOf(project, stories, { options }), { colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect([template, ...violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])]).toEqual([
        template,
      ]);
      expect(await page.locator('html').getAttribute('lang')).toBe(languages[0]);
      await page.context().close();
    }
  });
}

test('a report fits a narrow window, with no sideways scrolling of the page', async ({ open }) => {
  const { project, stories } = example();
  for (const template of REPORT_TEMPLATES) {
    const options = { ...plainOptions('ja'), template, languages: ['ja' as const, 'en' as const] };
    const page = await open(reportOf(project, stories, { options }), {
      viewport: { width: 360, height: 700 },
    });
    expect([template, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([
      template,
      360,
    ]);
    await page.context().close();
  }
});

test('in print folds are open, and links tell their addresses', async ({ open }) => {
  const { project, stories } = example();
  const page = await open(reportOf(project, stories));
  const repeat = page.locator('details .segment').first();
  await expect(repeat).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  expect((await repeat.boundingBox())?.height).toBeGreaterThan(0);
  const address = await page
    .locator('.rich a')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(address).toContain('https://port.example/doc');
  // Those of evidence stand in the references, whose numbers it has.
  const reference = page.locator(
    (await page.locator('ol.evidence .citation').first().getAttribute('href')) ?? '',
  );
  await expect(reference).toContainText('https://port.example/plan.pdf');
});
