import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { layoutOf, runsOf } from '../../../../app/exports/layout.ts';
import { escapeLine, escapeLines } from '../../../../app/exports/markdown/escape.ts';
import { cellOf, quotation, rowOf, tableHead } from '../../../../app/exports/markdown/words.ts';
import { markdownReport } from '../../../../app/exports/markdown.ts';
import { REPORT_TEMPLATES } from '../../../../app/exports/options.ts';
import { storyKey } from '../../../../app/story.ts';
import { sample } from './arbitrary.ts';
import { attribute, comments, domOf, type Element, elements, textOf } from './dom.ts';
import { example } from './example.ts';
import { HOSTILE } from './hostile.ts';
import {
  AT,
  anchorOf,
  DUMP,
  joined,
  projectOf,
  refOf,
  reportOf,
  storyFrom,
  withEmptyEvidence,
} from './support.ts';

/** As GitHub would show it, but with raw HTML let through: what must not come from a text. */
function rendered(markdown: string) {
  return domOf(
    micromark(markdown, {
      allowDangerousHtml: true,
      allowDangerousProtocol: true,
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
    }),
  );
}

const OURS = new Set(
  'html head body h1 h2 h3 h4 h5 p a br hr strong em code ul ol li blockquote table thead tbody tr th td section sup'.split(
    ' ',
  ),
);

const hostile = fc.array(fc.constantFrom(...HOSTILE), { maxLength: 10 }).map((parts) => parts.join(''));

/** What Markdown cannot carry: directions are written out, NUL is none. */
function carried(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\u0000', '\ufffd')
    .replace(
      /[\u202a-\u202e\u2066-\u2069]/gu,
      (mark) => `⟨U+${mark.charCodeAt(0).toString(16).toUpperCase()}⟩`,
    );
}

describe('escaped text', () => {
  it('is shown as it is by a viewer of Markdown, on one line', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const page = rendered(`${escapeLine(text)}\n`);
        const due = carried(text)
          .replace(/\s*[\r\n]+\s*/gu, ' ')
          .trim();
        expect(squeezed(textOf(page))).toBe(squeezed(due));
        expect(
          elements(page).filter(({ tagName }) => !['html', 'head', 'body', 'p', 'a'].includes(tagName)),
        ).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('is shown line by line in a quotation', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const page = rendered(quotation(escapeLines(text)));
        const lines = carried(text).split(/\r\n|\n|\r/u);
        expect(
          textOf(page)
            .split('\n')
            .map(squeezed)
            .filter((line) => line !== ''),
        ).toEqual(lines.map(squeezed).filter((line) => line !== ''));
        const allowed = ['html', 'head', 'body', 'blockquote', 'p', 'br', 'a'];
        expect(elements(page).filter(({ tagName }) => !allowed.includes(tagName))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('is shown whole in a cell of a table', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const page = rendered(
          `${tableHead(['head', 'next'], [false, false])}${rowOf([`x${cellOf(text)}x`, 'last'])}`,
        );
        const cells = elements(page).filter(({ tagName }) => tagName === 'td');
        expect(cells.map((cell) => squeezed(textOf(cell)).replaceAll(' ', ''))).toEqual([
          `x${carried(text).replace(/[\r\n\t ]/gu, '')}x`,
          'last',
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves addresses and words alone', () => {
    expect(escapeLine('https://example.test/a_b-c 1.5 snake_case (2) #tag')).toBe(
      '<https://example.test/a_b-c> 1.5 snake_case (2) #tag',
    );
    expect(escapeLine('(see https://example.test/x_(y)), or https://example.test/~me/?a=1&b=2.')).toBe(
      '(see <https://example.test/x_(y)>), or <https://example.test/~me/?a=1&b=2>.',
    );
  });
});

describe('a Markdown report', () => {
  it('has no element, address or comment that came out of a text', async () => {
    await fc.assert(
      fc.asyncProperty(
        sample,
        fc.constantFrom(...REPORT_TEMPLATES),
        fc.constantFrom<('en' | 'ja')[][]>(['en'], ['ja'], ['ja', 'en']),
        async ({ project, stories }, template, languages) => {
          const options = {
            template,
            languages,
            author: '<i>*me*</i>',
            introduction: '- <b>x</b>\n\n[x](javascript:x)',
            logo: null,
          };
          const page = rendered(
            await joined(markdownReport(reportOf(project, stories, { options, title: '# <b>x</b>' }))),
          );
          const all = elements(page);
          expect(all.map(({ tagName }) => tagName).filter((name) => !OURS.has(name))).toEqual([]);
          expect(comments(page)).toEqual([]);
          for (const element of all) {
            const href = attribute(element, 'href');
            if (href !== null) expect(href).toMatch(/^(?:#[\w-]+$|https?:\/\/|mailto:)/u);
          }
          const targets = all.flatMap((element) => attribute(element, 'id') ?? []);
          expect(targets.filter((id, index) => targets.indexOf(id) !== index)).toEqual([]);
          const inside = all
            .flatMap((element) => attribute(element, 'href') ?? [])
            .filter((href) => href.startsWith('#'));
          expect(inside.filter((href) => !targets.includes(href.slice(1)))).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('has the text of every segment, with the numbers after the last words', async () => {
    const story = storyFrom({
      id: 's',
      ordinal: 0,
      lang: 'en',
      parts: [{ kind: 'post', text: 'The pier (old) is closed https://example.test/x and (so) on' }],
    });
    const base = { storyKey: storyKey(DUMP, 's'), createdAt: AT, createdBy: 'a' };
    const claim = (id: string, quote: string) => ({
      ...base,
      id,
      anchors: [anchorOf(story, quote)],
      wording: id,
      claimant: '',
      ratingId: null,
      verdicts: [],
      carriedFrom: null,
      rationale: [],
      evidence: [],
    });
    const project = projectOf({
      stories: [refOf(story)],
      claims: [
        claim('a', 'The pier (old) is closed'),
        claim('b', 'pier '),
        claim('c', 'https://example.test/x'),
      ],
    });
    const text = await joined(markdownReport(reportOf(project, [story])));
    expect(text).toContain('> The pier [2]\\(old) is closed[1] <https://example.test/x>[3] and (so) on\n');
  });

  it('is the same, byte for byte, when it is made again', async () => {
    const { project, stories } = example();
    const once = await joined(markdownReport(reportOf(project, stories)));
    expect(await joined(markdownReport(reportOf(project, stories)))).toBe(once);
  });

  it('says where it has no text, and which words it could not check', async () => {
    const { project } = example();
    const text = await joined(markdownReport(reportOf(project, [])));
    expect(text.split('The text is not shown')).toHaveLength(4);
    expect(text).toContain('not checked: the text was not at hand');
  });

  it('is the same with evidence that says nothing', async () => {
    const { project, stories } = example();
    expect(await joined(markdownReport(reportOf(withEmptyEvidence(project), stories)))).toBe(
      await joined(markdownReport(reportOf(project, stories))),
    );
  });

  it('has a footnote for every piece of evidence, which leads to its source', async () => {
    const { project, stories } = example();
    const page = rendered(await joined(markdownReport(reportOf(project, stories))));
    const notes = elements(page).filter((element) =>
      /^user-content-fn-\d+$/u.test(attribute(element, 'id') ?? ''),
    );
    const due = [...project.claims.values()].flatMap((claim) => claim.evidence);
    expect(notes).toHaveLength(due.length);
    for (const note of notes)
      expect(
        elements(note).some((element) => /^#reference-\d+$/u.test(attribute(element, 'href') ?? '')),
      ).toBe(true);
  });

  it('has evidence, stances, links, notes and tags', async () => {
    const { project, stories } = example();
    const page = rendered(await joined(markdownReport(reportOf(project, stories, { locale: 'ja' }))));
    const words = textOf(page);
    for (const due of [
      '反証',
      '令和7年度予算案',
      '否定が落ちて、意味が逆になっている。',
      '金額 › 為替換算',
      '4万1000人',
    ])
      expect(words).toContain(due);
    const addresses = elements(page).flatMap((element) => attribute(element, 'href') ?? []);
    expect(addresses).toContain('https://archive.example/20250228/https://port.example/plan.pdf');
    expect(addresses).toContain('https://minato.example/bridge?id=1&page=2');
    const bold = elements(page)
      .filter(({ tagName }) => tagName === 'strong')
      .map((element: Element) => textOf(element));
    expect(bold).toContain('198億ドル');
  });
});

describe('the runs of a text', () => {
  it('cover it without gap or overlap, in the same order on the page', () => {
    fc.assert(
      fc.property(sample, ({ stories }) => {
        for (const story of stories) {
          const runs = runsOf(story);
          expect(runs.map(({ start, end }) => story.text.slice(start, end)).join('')).toBe(story.text);
          const onPage = layoutOf(story).flatMap((block) =>
            block.kind === 'flow' ? block.runs : [...block.original, ...block.translation],
          );
          expect(onPage).toEqual(runs);
        }
      }),
    );
  });

  it('swallow no words that stand between segments', () => {
    const text = 'one two three';
    const segments = [
      { kind: 'post' as const, lang: 'en', start: 0, end: 3 },
      { kind: 'post' as const, lang: 'en', start: 8, end: 99 },
    ];
    expect(
      runsOf({ text, segments, lang: 'en' }).map((run) => [run.kind, text.slice(run.start, run.end)]),
    ).toEqual([
      ['post', 'one'],
      ['post', ' two '],
      ['post', 'three'],
    ]);
  });
});

function squeezed(text: string): string {
  return text.replace(/[ \t\n]+/gu, ' ').trim();
}
