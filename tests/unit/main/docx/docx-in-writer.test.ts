import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPORT_TEMPLATES } from '../../../../app/exports/options.ts';
import { docxReport } from '../../../../main/export/docx.ts';
import { example } from '../../app/exports/example.ts';
import { reportOf } from '../../app/exports/support.ts';
import { readPdf } from '../print/read-pdf.ts';
import { optionsFor, otherLanguage } from './options.ts';

/** Writer is a package of its own (libreoffice-writer-nogui on Debian); without it these tests are left out. */
const WRITER = '/usr/lib/libreoffice/program/libswlo.so';
const SLOW = 240_000;

describe.skipIf(!existsSync(WRITER))('a report in LibreOffice Writer', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'uratori-writer-'));
    const { project, stories } = example();
    const files: string[] = [];
    for (const template of REPORT_TEMPLATES) {
      const languages = template === 'full' ? (['ja', 'en'] as const) : (['ja'] as const);
      const file = join(folder, `${template}.docx`);
      const report = reportOf(project, stories, {
        options: optionsFor(template, languages),
        ...otherLanguage(languages),
      });
      await writeFile(file, docxReport(report));
      files.push(file);
    }
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const filter = 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}';
    const args = [profile, '--headless', '--convert-to', filter, '--outdir', folder, ...files];
    await promisify(execFile)('soffice', args, { timeout: SLOW });
  }, SLOW);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(REPORT_TEMPLATES)(
    'of the template %s has its words, and headings that become bookmarks',
    async (template) => {
      const pdf = await readPdf(await readFile(join(folder, `${template}.pdf`)));
      const text = pdf.text.replace(/\s+/gu, '');
      expect(text).toContain('Factcheckof1March');
      if (template !== 'translation' && template !== 'summary')
        expect(text).toContain('港大橋の修復費は200億ドルである。');
      if (template === 'full') {
        expect(text).toContain('港大橋修復計画(改訂版)');
        expect(pdf.links).toContain('https://port.example/plan.pdf');
      }
      expect(pdf.outline.length).toBeGreaterThan(1);
      expect(pdf.outline.every(({ title }) => title.trim() !== '')).toBe(true);
      expect(text).toContain(`${pdf.pages}/${pdf.pages}`);
    },
  );
});
