import { describe, expect, it } from 'vitest';
import { htmlReport } from '../../../../app/exports/html.ts';
import { markdownReport } from '../../../../app/exports/markdown.ts';
import { classesOf, domOf, elements, textOf } from './dom.ts';
import { example } from './example.ts';
import { joined, reportOf } from './support.ts';

const { project, stories } = example();

describe('the translation review of a report', () => {
  it('has a row a judged pair, in the order of the original, with its sign and word, person and comment', async () => {
    const page = domOf(await joined(htmlReport(reportOf(project, stories))));
    const table = elements(page).find(
      (element) => element.tagName === 'table' && classesOf(element).includes('judgements'),
    );
    const rows = table ? elements(table).filter(({ tagName }) => tagName === 'tr') : [];
    expect(
      rows.map((row) =>
        elements(row)
          .filter(({ tagName }) => tagName === 'td')
          .map((cell) => textOf(cell)),
      ),
    ).toEqual([
      [],
      [
        'The ferry is not effectively a private club.',
        'フェリーは事実上、会員制クラブだ。',
        expect.stringMatching(/^≠ wrong.*佐伯 澪.*否定が落ちている。$/su),
      ],
      [
        '(0:00) The Ferry Rabbit Hole',
        '(0:00) フェリーの落とし穴',
        expect.stringMatching(/^= faithful.*not named/su),
      ],
    ]);
  });

  it('is a table in Markdown too, and is counted in the summary of both', async () => {
    const text = await joined(markdownReport(reportOf(project, stories)));
    expect(text).toMatch(
      /\| 1 \| The ferry is not effectively a private club\\?\. \| .*≠ wrong.*否定が落ちている。 \|/u,
    );
    expect(text).toContain('| ≠ wrong | 1 |');
    expect(text).toContain('| ≈ partial | 0 |');
    const page = textOf(domOf(await joined(htmlReport(reportOf(project, stories)))));
    expect(page).toContain('= faithful1');
  });
});
