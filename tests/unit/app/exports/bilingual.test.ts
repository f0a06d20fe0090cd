import { describe, expect, it } from 'vitest';
import { htmlReport } from '../../../../app/exports/html.ts';
import { markdownReport } from '../../../../app/exports/markdown.ts';
import { REPORT_TEMPLATES } from '../../../../app/exports/options.ts';
import { attribute, domOf, elements, textOf, withClass } from './dom.ts';
import { example } from './example.ts';
import { joined, reportOf } from './support.ts';

const { project, stories } = example();
const written = (
  format: typeof htmlReport,
  template: (typeof REPORT_TEMPLATES)[number],
  languages: ('en' | 'ja')[],
) =>
  joined(
    format(
      reportOf(project, stories, {
        options: { template, languages, author: '', introduction: '', logo: null },
      }),
    ),
  );

describe.each(REPORT_TEMPLATES)('a bilingual report of the template %s', (template) => {
  it('has in its headings the words that the reports in one language have', async () => {
    const headings = async (languages: ('en' | 'ja')[]) =>
      elements(domOf(await written(htmlReport, template, languages)))
        .filter(({ tagName }) => tagName === 'h2')
        .map((heading) => textOf(heading).trim());
    const [english, japanese, both] = await Promise.all([
      headings(['en']),
      headings(['ja']),
      headings(['en', 'ja']),
    ]);
    expect(both).toEqual(english.map((words, index) => `${words} ${japanese[index]}`));
  });

  it('says which language the other words are in, and is the main one as a whole', async () => {
    const page = domOf(await written(htmlReport, template, ['ja', 'en']));
    const others = withClass(page, 'other').filter((element) => element.tagName !== 'p');
    expect(others.length).toBeGreaterThan(10);
    for (const other of others) expect(attribute(other, 'lang')).toBe('en');
    expect(attribute(elements(page).find(({ tagName }) => tagName === 'html') as never, 'lang')).toBe('ja');
  });

  it('has both languages in Markdown, and dates in the main one', async () => {
    const text = await written(markdownReport, template, ['en', 'ja']);
    expect(text).toContain('## Provenance / 出所');
    expect(text).toContain('1 March 2025, 09:30 UTC');
    expect(text).not.toContain('2025年3月1日');
  });
});

describe('ratings and outcomes of a bilingual report', () => {
  it('come in both languages', async () => {
    const page = domOf(await written(htmlReport, 'claims', ['en', 'ja']));
    const verdicts = withClass(page, 'verdict').map((line) => textOf(line).replace(/\s+/gu, ' '));
    expect(verdicts[0]).toBe('✓ mostly accurate ほぼ正確 · verified 確認済み 1 2');
  });
});
