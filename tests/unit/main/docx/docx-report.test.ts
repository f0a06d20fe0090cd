import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REPORT_TEMPLATES } from '../../../../app/exports/options.ts';
import type { Report } from '../../../../app/exports/report.ts';
import { docxReport } from '../../../../main/export/docx.ts';
import { sample } from '../../app/exports/arbitrary.ts';
import { example } from '../../app/exports/example.ts';
import { reportOf } from '../../app/exports/support.ts';
import { optionsFor, otherLanguage, PIXEL } from './options.ts';
import { all, parseXml, unzipped, wordsOf, type XmlElement } from './read-docx.ts';

async function bytesOf(report: Report): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of docxReport(report)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The parts of a package, each well-formed, each of a type that is known, and every reference among them kept. */
async function checked(report: Report): Promise<Map<string, XmlElement>> {
  const files = await unzipped(await bytesOf(report));
  const parts = new Map<string, XmlElement>();
  for (const [name, bytes] of files)
    if (/\.(?:xml|rels)$/u.test(name)) parts.set(name, parseXml(bytes.toString('utf8')));
  const part = (name: string) => parts.get(name) as XmlElement;

  const types = part('[Content_Types].xml');
  const overridden = all(types, 'Override').map((each) => each.attributes.get('PartName'));
  const extensions = all(types, 'Default').map((each) => each.attributes.get('Extension'));
  for (const name of files.keys())
    expect(overridden.includes(`/${name}`) || extensions.includes(name.split('.').at(-1)), name).toBe(true);
  for (const name of overridden) expect(files.has((name as string).slice(1)), name).toBe(true);

  for (const [name, relationships] of parts) {
    if (!name.endsWith('.rels')) continue;
    const owner = posix.join(posix.dirname(name), '..', posix.basename(name, '.rels'));
    const ids = all(relationships, 'Relationship').map((each) => each.attributes.get('Id') as string);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of all(relationships, 'Relationship')) {
      const target = attributes.get('Target') as string;
      if (attributes.get('TargetMode') === 'External') expect(target).toMatch(/^(?:https?:|mailto:)/u);
      else expect(files.has(posix.join(posix.dirname(owner), target)), target).toBe(true);
    }
    const used = parts.get(owner);
    if (used) for (const id of attributesNamed(used, ['r:id', 'r:embed'])) expect(ids).toContain(id);
  }

  const texts = [part('word/document.xml'), part('word/footnotes.xml')];
  const bookmarks = texts.flatMap((text) => all(text, 'w:bookmarkStart'));
  const names = bookmarks.map(({ attributes }) => attributes.get('w:name') as string);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[A-Za-z]\w{0,39}$/u);
  expect(new Set(bookmarks.map(({ attributes }) => attributes.get('w:id'))).size).toBe(names.length);
  for (const anchor of texts.flatMap((text) => attributesNamed(text, ['w:anchor'])))
    expect(names).toContain(anchor);

  const noted = all(part('word/footnotes.xml'), 'w:footnote').map(({ attributes }) => attributes.get('w:id'));
  const referred = all(part('word/document.xml'), 'w:footnoteReference').map(({ attributes }) =>
    attributes.get('w:id'),
  );
  expect([...referred].sort()).toEqual(noted.filter((id) => Number(id) > 0).sort());

  const styles = all(part('word/styles.xml'), 'w:style').map(({ attributes }) => attributes.get('w:styleId'));
  const lists = all(part('word/numbering.xml'), 'w:num').map(({ attributes }) => attributes.get('w:numId'));
  for (const text of texts) {
    for (const name of ['w:pStyle', 'w:rStyle', 'w:tblStyle'])
      for (const { attributes } of all(text, name)) expect(styles).toContain(attributes.get('w:val'));
    for (const { attributes } of all(text, 'w:numId')) expect(lists).toContain(attributes.get('w:val'));
    for (const { children } of all(text, 'w:tc')) expect((children.at(-1) as XmlElement).name).toBe('w:p');
    for (const table of all(text, 'w:tbl')) expect(columnsOf(table), 'cells of a row').toEqual([]);
  }
  return parts;
}

function attributesNamed(element: XmlElement, names: readonly string[]): string[] {
  const own = names.flatMap((name) => element.attributes.get(name) ?? []);
  return [
    ...own,
    ...element.children.flatMap((child) => (typeof child === 'object' ? attributesNamed(child, names) : [])),
  ];
}

/** Rows that do not have the columns of their table. */
function columnsOf(table: XmlElement): number[] {
  const own = (element: XmlElement, name: string) =>
    element.children.filter((child): child is XmlElement => typeof child === 'object' && child.name === name);
  const due = own(own(table, 'w:tblGrid')[0] as XmlElement, 'w:gridCol').length;
  const counts = own(table, 'w:tr').map((row) =>
    own(row, 'w:tc').reduce((sum, each) => {
      const span = all(each.children[0] as XmlElement, 'w:gridSpan')[0]?.attributes.get('w:val');
      return sum + Number(span ?? 1);
    }, 0),
  );
  return counts.filter((count) => count !== due);
}

const CASES = REPORT_TEMPLATES.flatMap((template) =>
  ([['en'], ['ja'], ['ja', 'en']] as const).map((languages) => ({ template, languages: [...languages] })),
);

describe('a report as DOCX', () => {
  it.each(CASES)(
    'of the template $template in $languages is one whole package',
    async ({ template, languages }) => {
      const { project, stories } = example();
      const options = optionsFor(template, languages);
      await checked(reportOf(project, stories, { options, ...otherLanguage(languages) }));
    },
  );

  it('has headings by level, its title, who signs, and the moment that is given', async () => {
    const { project, stories } = example();
    const parts = await checked(reportOf(project, stories, { options: optionsFor('full', ['en']) }));
    const paragraphs = all(parts.get('word/document.xml') as XmlElement, 'w:p').map((each) => ({
      style: all(each, 'w:pStyle')[0]?.attributes.get('w:val') ?? 'Normal',
      words: wordsOf(each),
    }));
    const of = (style: string) => paragraphs.filter((each) => each.style === style).map(({ words }) => words);
    expect(of('Title')).toEqual(['Fact check of 1 March']);
    expect(of('Heading1')).toContain('Stories');
    expect(of('Heading2').some((words) => words.includes('港大橋の修復費'))).toBe(true);
    expect(of('Heading4').some((words) => words.includes('港大橋の修復費は200億ドルである。'))).toBe(true);
    // The contents name what the headings name.
    for (const words of of('TOC1')) expect([...of('Heading1'), words]).toContain(words);
    const core = parts.get('docProps/core.xml') as XmlElement;
    expect(all(core, 'dc:creator')[0]?.children).toEqual(['佐伯 澪 & <desk>']);
    expect(all(core, 'dcterms:created')[0]?.children).toEqual(['2025-03-01T09:30:00Z']);
  });

  it('has every quote, evidence at the foot of the page, and the text of every story', async () => {
    const { project, stories } = example();
    const parts = await checked(
      reportOf(project, stories, { options: optionsFor('full', ['ja']), ...otherLanguage(['ja']) }),
    );
    const text = wordsOf(parts.get('word/document.xml') as XmlElement);
    for (const { anchors } of project.claims.values())
      for (const { quote } of anchors) expect(text).toContain(quote);
    const notes = wordsOf(parts.get('word/footnotes.xml') as XmlElement);
    for (const { evidence } of project.claims.values())
      for (const { title, quote } of evidence) {
        expect(notes).toContain(title);
        expect(notes).toContain(quote);
      }
    expect(text).toContain('専門家の多くは、この見積もりを過大だと指摘している。');
  });

  it('takes nothing of a text for markup, a field or a link, whatever the text is', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        sample,
        fc.constantFrom(...REPORT_TEMPLATES),
        async ({ project, stories }, template) => {
          const parts = await checked(
            reportOf(project, stories, { title: '"><w:p/>&', options: optionsFor(template, ['en']) }),
          );
          const fields = [...parts.values()]
            .flatMap((part) => all(part, 'w:instrText'))
            .map((each) => each.children.join(''));
          for (const field of fields) expect(field.trim()).toBe('TOC \\o "1-2" \\n \\h \\z \\u');
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is the same, byte for byte, when it is written again, and holds the logo as it is', async () => {
    const { project, stories } = example();
    const report = () => reportOf(project, stories, { options: optionsFor('full', ['en']) });
    const once = await bytesOf(report());
    expect(Buffer.compare(once, await bytesOf(report()))).toBe(0);
    expect((await unzipped(once)).get('word/media/logo.png')?.toString('base64')).toBe(PIXEL);
  });
});
