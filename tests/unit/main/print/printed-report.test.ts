import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { parse } from 'parse5';
import { beforeAll, describe, expect, it } from 'vitest';
import { htmlReport } from '../../../../app/exports/html.ts';
import { printedReport } from '../../../../main/export/pdf.ts';
import { chromiumPrinter } from '../../../../main/print/chromium-printer.ts';
import { example } from '../../app/exports/example.ts';
import { joined, reportOf } from '../../app/exports/support.ts';
import { hasBrowser } from './browser.ts';
import { type ReadPdf, readPdf } from './read-pdf.ts';

const SLOW = { timeout: 120_000 };

/** Printing starts a browser, so that what is printed once is looked at by all. */
describe.skipIf(!hasBrowser())('a printed report', SLOW, () => {
  const { project, stories } = example();
  const report = (locale: 'en' | 'ja' = 'ja') =>
    reportOf(project, stories, { locale, title: '裏取り (1) 🚢' });
  let bytes: Uint8Array;
  let source: string;
  let pdf: ReadPdf;
  beforeAll(async () => {
    bytes = await printedReport(report(), chromiumPrinter, undefined);
    source = Buffer.from(bytes).toString('latin1');
    pdf = await readPdf(bytes);
  }, SLOW.timeout);

  it('has a bookmark for each heading that is seen, in their order and depth', async () => {
    const headings = headingsOf(await joined(htmlReport(report())));
    expect(headings.length).toBeGreaterThan(10);
    expect(pdf.outline.map(({ title }) => plain(title))).toEqual(headings.map(plain));
    expect(new Set(pdf.outline.map(({ depth }) => depth)).size).toBeGreaterThan(2);
    expect(source).toContain('/PageMode /UseOutlines');
  });

  it('is tagged: headings, tables with their heads, lists, links', () => {
    expect(source).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/u);
    for (const role of ['H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'L', 'LI', 'P', 'Link'])
      expect(pdf.roles, role).toContain(role);
  });

  it('says its title, its language, its moment and what made it', () => {
    expect(pdf.info).toMatchObject({
      Title: '裏取り (1) 🚢',
      Creator: 'Uratori 0.1.0',
      Language: 'ja',
      CreationDate: 'D:20250301093000Z',
      ModDate: 'D:20250301093000Z',
    });
    expect(source).toContain('/DisplayDocTitle true');
    expect(source).not.toContain('HeadlessChrome');
  });

  it('has its Japanese as text, in subsets of fonts that are in the file', () => {
    // Between the numbers of annotations; 長 has a twin among the radicals, and ・ one among the signs of hyphenation.
    for (const words of [
      '専門家の多くは、この見積もりを過大だと指摘している。',
      '市長',
      'ダナ・ブルック氏',
      '1日に約12万台',
    ])
      expect(plain(pdf.text), words).toContain(words);
    const fonts = [...source.matchAll(/\/BaseFont \/([A-Z]{6}\+NotoSansJP-\w+)/gu)].map(([, name]) => name);
    expect(new Set(fonts).size).toBeGreaterThanOrEqual(2);
    expect(source).toMatch(/\/FontFile2 \d+ 0 R/u);
    expect(bytes.length).toBeLessThan(2 ** 20);
  });

  it('has live links, to the web and within itself', () => {
    expect(pdf.links).toContain('https://port.example/plan.pdf');
    expect(pdf.jumps).toBeGreaterThan(10);
  });

  it('numbers its pages', () => {
    expect(pdf.pages).toBeGreaterThan(1);
    expect(pdf.text).toContain(`1 / ${pdf.pages}`);
    expect(pdf.text).toContain(`${pdf.pages} / ${pdf.pages}`);
  });

  it('is the same, byte for byte, when it is printed again', async () => {
    expect(Buffer.compare(await printedReport(report(), chromiumPrinter, undefined), bytes)).toBe(0);
  });
});

describe.skipIf(!hasBrowser())('the browser that prints', SLOW, () => {
  it('loads nothing, runs nothing, and leaves nothing behind', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const there = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const page = `<!doctype html><html lang="en"><head><title>t</title><link rel="stylesheet" href="${there}/style"></head>
<body><p id="p">still</p><img alt="" src="${there}/picture"><img alt="" src="file:///etc/hostname"><iframe src="${there}/frame"></iframe>
<script>document.getElementById('p').textContent = 'ran'; fetch('${there}/script')</script><script src="${there}/code"></script></body></html>`;
    const before = await leftovers();
    try {
      const { text } = await readPdf(await chromiumPrinter.print(once(page)));
      expect(text).toContain('still');
      expect(text).not.toContain('ran');
      expect(asked).toEqual([]);
    } finally {
      server.close();
    }
    expect(await leftovers()).toEqual(before);
  });

  it('is ended when the person stops it, and passes on what the report throws', async () => {
    const before = await leftovers();
    const stop = new AbortController();
    async function* endless(): AsyncGenerator<string> {
      yield '<!doctype html><title>t</title>';
      stop.abort(new Error('enough'));
      yield '<p>more';
    }
    await expect(chromiumPrinter.print(endless(), stop.signal)).rejects.toThrow('enough');
    const later = new AbortController();
    const printing = chromiumPrinter.print(once('<!doctype html><title>t</title><p>text'), later.signal);
    setTimeout(() => later.abort(new Error('now')), 300);
    await expect(printing).rejects.toThrow('now');
    // biome-ignore lint/correctness/useYield: it fails before it has anything
    async function* failing(): AsyncGenerator<string> {
      throw new Error('the dump is gone');
    }
    await expect(chromiumPrinter.print(failing())).rejects.toThrow('the dump is gone');
    expect(await leftovers()).toEqual(before);
  });
});

async function* once(page: string): AsyncGenerator<string> {
  yield page;
}

async function leftovers(): Promise<string[]> {
  const mine = new RegExp(`^\\.uratori-[0-9a-f]{8}-${process.pid}-`, 'u');
  return (await readdir(tmpdir())).filter((name) => mine.test(name));
}

/** Readers of PDF put blanks where lines end. */
function plain(text: string): string {
  return text.replace(/\s+/gu, '').normalize('NFKC');
}

interface Node {
  nodeName: string;
  value?: string;
  attrs?: { value: string }[];
  childNodes?: Node[];
}

function headingsOf(html: string): string[] {
  const found: string[] = [];
  const textOf = (node: Node): string => node.value ?? (node.childNodes ?? []).map(textOf).join('');
  const visit = (node: Node) => {
    // Chromium has none for those that no eye sees.
    const isUnseen = node.attrs?.some(({ value }) => value.split(' ').includes('unseen'));
    if (/^h[1-6]$/u.test(node.nodeName) && !isUnseen) found.push(textOf(node));
    for (const child of node.childNodes ?? []) visit(child);
  };
  visit(parse(html) as unknown as Node);
  return found;
}
