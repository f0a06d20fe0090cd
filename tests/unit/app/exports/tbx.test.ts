import { describe, expect, it } from 'vitest';
import { tbxReport } from '../../../../app/exports/tbx.ts';
import { readGlossary } from '../../../../app/glossary/formats.ts';
import { joined, projectOf, reportOf } from './support.ts';

const entry = (id: string, source: string) => ({
  ...{
    id,
    source,
    sourceLang: 'en',
    target: `${source}の訳`,
    targetLang: 'ja',
    variants: ['別'],
    note: 'a\nb',
  },
});

describe('a glossary among the exports', () => {
  it('is the whole one, whatever stories were chosen, and comes back', async () => {
    const glossary = [entry('g1', 'pier'), entry('g2', 'harbour & <b>')];
    const text = await joined(tbxReport(reportOf(projectOf({ glossary }), [])));
    const { entries, refused } = await readGlossary(text, { source: 'en', target: 'ja' });
    expect(refused).toEqual([]);
    expect(entries.map((read) => read.entry)).toEqual(
      [...glossary].sort((a, b) => (a.source < b.source ? -1 : 1)).map(({ id: _, ...content }) => content),
    );
  });
});
