import { describe, expect, it } from 'vitest';
import { finishPdf } from '../../../../main/print/finish-pdf.ts';
import { MOST_PLACES, printablePage } from '../../../../main/print/printable-page.ts';
import { mustFit } from '../../../../main/print/printing-limits.ts';
import { joined } from '../../app/exports/support.ts';
import { readPdf } from './read-pdf.ts';

/** The least that is a PDF, as Chromium writes it. */
function pdfAt(moment: string): Uint8Array {
  const objects = [
    `<</Title (t)\n/Creator (A browser \\(old\\))\n/Producer (Skia/PDF m156)\n/CreationDate (D:${moment}+00'00')\n/ModDate (D:${moment}+00'00')>>`,
    '<</Type /Page\n/Parent 3 0 R\n/MediaBox [0 0 100 100]>>',
    '<</Type /Pages\n/Count 1\n/Kids [2 0 R]>>',
    '<</Type /Catalog\n/Pages 3 0 R\n/Lang (ja)>>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  text += `xref\n0 5\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  return Buffer.from(`${text}trailer\n<</Size 5\n/Root 4 0 R\n/Info 1 0 R>>\nstartxref\n${start}\n%%EOF\n`);
}

const FACTS = {
  title: '題) >> endobj',
  author: '佐伯 澪',
  creator: 'Uratori 0.1.0',
  at: '2025-03-01T09:30:00.000Z',
};

describe('a finished PDF', () => {
  it('has the facts and the moment that are given, and nothing of the clock', async () => {
    const once = finishPdf(pdfAt('20260101120000'), FACTS);
    expect(Buffer.compare(once, finishPdf(pdfAt('20261231235959'), FACTS))).toBe(0);
    expect((await readPdf(once)).info).toMatchObject({
      Title: FACTS.title,
      Author: FACTS.author,
      Creator: FACTS.creator,
      Producer: 'Skia/PDF m156',
      CreationDate: 'D:20250301093000Z',
      ModDate: 'D:20250301093000Z',
      Language: 'ja',
    });
    expect(Buffer.from(once).toString('latin1')).not.toContain('A browser');
  });

  it('stays as it is where its table of objects is of another kind', () => {
    const other = Buffer.from('%PDF-1.7\n1 0 obj\n<</Type /XRef>>\nendobj\nstartxref\n9\n%%EOF\n');
    expect(finishPdf(other, FACTS)).toBe(other);
  });
});

it('a page that would take more memory than there is, is refused before it is printed', () => {
  const GiB = 2 ** 30;
  expect(() => mustFit(7 * 2 ** 20, 4 * GiB)).not.toThrow();
  expect(() => mustFit(60 * 2 ** 20, 16 * GiB)).toThrow(
    expect.objectContaining({ code: 'print-too-large', params: { needed: 30.3, has: 16 } }),
  );
});

it('beyond the most places, links stay words', async () => {
  async function* report(): AsyncGenerator<string> {
    yield '<html><head><title>t</title></head><body>';
    for (let index = 0; index < MOST_PLACES + 2; index += 1)
      yield `<a class="x" href="#p${index}">${index}</a>`;
    yield '<a href="#p1">again</a><a href="https://port.example/#p">out</a></body></html>';
  }
  const page = await joined(printablePage(report()));
  expect(page).toContain(`href="#p${MOST_PLACES - 1}"`);
  expect(page).toContain(`<a class="x">${MOST_PLACES}</a>`);
  expect(page).toContain('<a href="#p1">again</a><a href="https://port.example/#p">out</a>');
});
