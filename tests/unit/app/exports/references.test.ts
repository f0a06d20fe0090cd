import { describe, expect, it } from 'vitest';
import { htmlReport } from '../../../../app/exports/html.ts';
import { References } from '../../../../app/exports/model/references.ts';
import type { ReportTemplate } from '../../../../app/exports/options.ts';
import { attribute, domOf, type Element, elements, textOf, withClass } from './dom.ts';
import { example } from './example.ts';
import { evidenceOf, joined, reportOf } from './support.ts';

const evidence = (id: string, changes: Partial<Parameters<typeof evidenceOf>[0]>) =>
  evidenceOf({ id, ...changes } as Parameters<typeof evidenceOf>[0]);

describe('the number of a source', () => {
  it('is one for the same address, whatever else is said of it', () => {
    const references = new References();
    expect(references.cite(evidence('a', { url: 'https://a.test/', title: 'A' }), 1)).toBe(1);
    expect(references.cite(evidence('b', { url: 'https://b.test/' }), 2)).toBe(2);
    expect(references.cite(evidence('c', { url: ' https://a.test/ ', title: 'Other' }), 3)).toBe(1);
    const [first] = references.all();
    expect(first).toMatchObject({ title: 'A', url: 'https://a.test/', citedBy: [1, 3] });
  });

  it('is one for the same archived copy, file, story or description where there is no address', () => {
    const references = new References();
    const file = (name: string) => ({ name, sha256: 'a'.repeat(64) });
    const all = [
      evidence('a', { archiveUrl: 'https://archive.test/1' }),
      evidence('b', { archiveUrl: 'https://archive.test/1', title: 'T' }),
      evidence('c', { file: file('one.pdf') }),
      evidence('d', { file: file('two.pdf') }),
      evidence('e', { title: 'T', publisher: 'P' }),
      evidence('f', { title: 'T', publisher: 'P ', quote: 'words' }),
      evidence('g', { title: 'T', publisher: 'Q' }),
      evidence('h', { quote: 'words' }),
      evidence('i', { quote: 'other words' }),
    ];
    expect(all.map((each, index) => references.cite(each, index + 1))).toEqual([1, 1, 2, 2, 3, 3, 4, 5, 6]);
  });

  it('keeps every archived copy and file, and counts the footnotes that it does not name', () => {
    const references = new References();
    for (let footnote = 1; footnote <= 20; footnote += 1)
      references.cite(
        evidence(`e${footnote}`, {
          url: 'https://a.test/',
          archiveUrl: `https://archive.test/${footnote % 2}`,
          capturedAt: '2025-02-08',
        }),
        footnote,
      );
    const [source] = references.all();
    expect(source?.archives).toHaveLength(2);
    expect((source?.citedBy.length ?? 0) + (source?.more ?? 0)).toBe(20);
  });
});

describe.each<ReportTemplate>(['full', 'claims', 'claim-pages', 'summary'])(
  'evidence in the template %s',
  (template) => {
    it('is numbered without gaps, and leads from claim to footnote to source and back', async () => {
      const { project, stories } = example();
      const options = { template, languages: ['en' as const], author: '', introduction: '', logo: null };
      const page = domOf(await joined(htmlReport(reportOf(project, stories, { options }))));
      const byId = new Map(elements(page).map((element) => [attribute(element, 'id'), element]));
      const follow = (link: Element) => byId.get((attribute(link, 'href') ?? '').slice(1)) as Element;
      const hrefs = (element: Element) => elements(element).filter(({ tagName }) => tagName === 'a');
      const marks = withClass(page, 'footnote');
      const count = [...project.claims.values()].flatMap((claim) => claim.evidence).length;
      expect(marks.map((mark) => Number(textOf(mark)))).toEqual(
        Array.from({ length: count }, (_, index) => index + 1),
      );
      for (const mark of marks) {
        const note = follow(hrefs(mark)[0] as Element);
        expect(attribute(note, 'value')).toBe(textOf(mark));
        expect(follow(withClass(note, 'back-link')[0] as Element)).toBe(mark);
        const citation = withClass(note, 'citation')[0] as Element;
        const source = follow(citation);
        expect(`[${attribute(source, 'value')}]`).toBe(textOf(citation));
        expect(hrefs(source).some((link) => follow(link) === note)).toBe(true);
      }
    });
  },
);
