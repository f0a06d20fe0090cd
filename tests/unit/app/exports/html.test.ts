import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlReport } from '../../../../app/exports/html.ts';
import { runsOf } from '../../../../app/exports/layout.ts';
import { marksOf } from '../../../../app/exports/marks.ts';
import { REPORT_TEMPLATES } from '../../../../app/exports/options.ts';
import { isPlaced } from '../../../../app/exports/place.ts';
import type { Report } from '../../../../app/exports/report.ts';
import { summarise } from '../../../../app/exports/summary.ts';
import { type Story, storyKey } from '../../../../app/story.ts';
import { sample } from './arbitrary.ts';
import { attribute, classesOf, comments, domOf, type Element, elements, textOf, withClass } from './dom.ts';
import { example } from './example.ts';
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

const OURS = new Set(
  'html head meta title style body header main section nav article h1 h2 h3 h4 h5 p span strong em code bdi time a mark sup dl div dt dd table caption thead tbody tfoot tr th td ol ul li blockquote details summary figure figcaption svg title desc defs pattern path circle rect text tspan'.split(
    ' ',
  ),
);
const OUR_ATTRIBUTES = new Set(
  'lang charset http-equiv content name class id href rel dir datetime aria-labelledby aria-label aria-hidden role tabindex scope open value viewBox d x y cx cy r width height fill patternUnits text-anchor'.split(
    ' ',
  ),
);

async function pageOf(report: Report) {
  return domOf(await joined(htmlReport(report)));
}

/** What a text is on the page: HTML has no control characters and one line break, UTF-8 no half of a surrogate pair. */
function onThePage(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\P{Cc}\t\n\f]|\p{Noncharacter_Code_Point}/gu, (unit) => '\ufffd'.repeat(unit.length));
}

describe('an HTML report', () => {
  it('has the text of every story unit by unit, whatever is highlighted in it', async () => {
    await fc.assert(
      fc.asyncProperty(sample, async ({ project, stories }) => {
        const report = reportOf(project, stories);
        const page = await pageOf(report);
        const shown = withClass(page, 'text').map((element) => textOf(element, ['mark', 'label']));
        const due = report.keys.flatMap((key) => stories.filter((story) => storyKey(DUMP, story.id) === key));
        expect(shown).toEqual(
          due.map((story) =>
            runsOf(story)
              .map(({ start, end }) => onThePage(story.text.slice(start, end)))
              .join(''),
          ),
        );
      }),
      { numRuns: 80 },
    );
  });

  it('has no element, attribute, comment or address that came out of a text', async () => {
    await fc.assert(
      fc.asyncProperty(
        sample,
        fc.constantFrom(...REPORT_TEMPLATES),
        fc.constantFrom<('en' | 'ja')[][]>(['en'], ['ja'], ['en', 'ja']),
        async ({ project, stories }, template, languages) => {
          const title = '</title><script>"\'\\</style>';
          const options = { template, languages, author: title, introduction: title, logo: null };
          const page = await pageOf(reportOf(project, stories, { options, title }));
          const all = elements(page);
          expect(all.map((element) => element.tagName).filter((name) => !OURS.has(name))).toEqual([]);
          expect(
            all
              .flatMap(({ attrs }) => attrs.map(({ name }) => name))
              .filter((name) => !OUR_ATTRIBUTES.has(name)),
          ).toEqual([]);
          expect(comments(page)).toEqual([]);
          for (const element of all) {
            const href = attribute(element, 'href');
            if (href !== null) expect(href).toMatch(/^(?:#|https?:\/\/|mailto:)/u);
          }
          expect(all.filter(({ tagName }) => tagName === 'style')).toHaveLength(1);
          if (template === 'full')
            expect(all.filter(({ tagName }) => tagName === 'article')).toHaveLength(
              project.stories.size === 0 ? 0 : reportOf(project, stories).keys.length,
            );
        },
      ),
      { numRuns: 120 },
    );
  });

  it('highlights exactly the quote of every anchor that has a place, and of no other', async () => {
    await fc.assert(
      fc.asyncProperty(sample, async ({ project, stories }) => {
        const report = reportOf(project, stories);
        const page = await pageOf(report);
        for (const story of stories) {
          const key = storyKey(DUMP, story.id);
          const number = report.keys.indexOf(key) + 1;
          if (number === 0) continue;
          const marks = marksOf(report.project, { key, ref: refOf(story), story });
          const article = elements(page).find(
            (element) => attribute(element, 'id') === `story-${number}`,
          ) as Element;
          const anchors = [
            ...marks.claims.flatMap((entry) => entry.anchors),
            ...marks.taggings.flatMap((entry) => entry.anchor ?? []),
            ...marks.notes.flatMap((entry) => [entry.original ?? [], entry.translation ?? []].flat()),
          ];
          const ranges = anchors.flatMap(({ place }) =>
            isPlaced(place) ? [wholePairs(story.text, place)] : [],
          );
          const drawn = highlightsOf(withClass(article, 'text')[0] as Element);
          const gaps = runsOf(story).filter((run) => run.kind === 'gap');
          const isShown = (at: number) => !gaps.some((gap) => gap.start <= at && at < gap.end);
          const shown = [...story.text.split('').keys()].filter(isShown);
          const onPage = placesOnPage(story);
          expect(shown.filter((at) => onPage.has(at) && drawn.covered.has(onPage.get(at) as number))).toEqual(
            shown.filter((at) => onPage.has(at) && ranges.some(({ start, end }) => start <= at && at < end)),
          );
          // Words of which nothing is shown, since they are line breaks between segments, have no number either.
          const starts = ranges.flatMap(
            ({ start, end }) => shown.find((at) => at >= start && at < end) ?? [],
          );
          const places = starts.sort((x, y) => x - y).map((at) => onPage.get(at) ?? onPage.get(at + 1));
          expect(drawn.numbers).toEqual(places);
          // Judged pairs stand in a table of their own, and are not drawn into the text.
          const judged = marks.judgements.flatMap((entry) =>
            [entry.original ?? [], entry.translation ?? []].flat(),
          );
          expect(withClass(article, 'place')).toHaveLength(
            [...anchors, ...judged].filter(({ place }) => place.kind !== 'exact').length,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same, byte for byte, when it is made again', async () => {
    await fc.assert(
      fc.asyncProperty(sample, async ({ project, stories }) => {
        const once = await joined(htmlReport(reportOf(project, stories)));
        expect(await joined(htmlReport(reportOf(project, stories)))).toBe(once);
      }),
      { numRuns: 20 },
    );
  });

  it('counts in its tables what the project has', async () => {
    await fc.assert(
      fc.asyncProperty(sample, async ({ project, stories }) => {
        const report = reportOf(project, stories);
        const page = await pageOf(report);
        const summary = summarise(report.project, report.keys);
        const footer = (name: string) => {
          const table = withClass(page, name)[0] as Element;
          const row = elements(table).filter(({ tagName }) => tagName === 'tfoot')[0] as Element;
          return elements(row)
            .filter(({ tagName }) => tagName === 'td')
            .map((cell) => textOf(cell));
        };
        expect(footer('verdicts')[1]).toBe(String(project.claims.size));
        const { verdicts } = summary;
        expect(footer('sources').map(Number)).toEqual([
          report.keys.length,
          project.claims.size,
          verdicts.verified,
          verdicts.disputed,
          verdicts.unresolved,
          verdicts['out-of-scope'],
          verdicts.unrated,
          project.notes.size,
        ]);
      }),
      { numRuns: 50 },
    );
  });

  it('puts original and translation side by side', async () => {
    const { project, stories } = example();
    const page = await pageOf(reportOf(project, stories));
    const [pair] = withClass(page, 'pair');
    const columns = withClass(pair as Element, 'column');
    expect(columns).toHaveLength(2);
    expect(columns.map((column) => withClass(column, 'translation').length)).toEqual([0, 1]);
    expect(textOf(withClass(columns[0] as Element, 'label')[0] as Element)).toBe('Original · English');
    expect(textOf(withClass(columns[1] as Element, 'label')[0] as Element)).toBe('Translation · Japanese');
  });

  it('shuts a repeat in a fold, and leaves it open where something in it is annotated', async () => {
    const story = storyFrom({
      id: 's',
      ordinal: 0,
      parts: [
        { kind: 'post', text: 'First' },
        { kind: 'repeat', text: 'Second' },
      ],
    });
    const foldIn = async (quote: string) => {
      const tagging = {
        id: 'g',
        tagId: 't',
        memo: '',
        storyKey: storyKey(DUMP, 's'),
        anchor: anchorOf(story, quote),
        createdAt: AT,
        createdBy: 'a',
      };
      const tag = {
        id: 't',
        name: 'tag',
        colour: 'blue' as const,
        parentId: null,
        description: '',
        examples: [],
        shortcut: '',
        order: '',
      };
      const project = projectOf({ stories: [refOf(story)], tags: [tag], taggings: [tagging] });
      const page = await pageOf(reportOf(project, [story]));
      return attribute(elements(page).find(({ tagName }) => tagName === 'details') as Element, 'open');
    };
    expect(await foldIn('First')).toBeNull();
    expect(await foldIn('Second')).toBe('');
  });

  it('is the same with evidence that says nothing', async () => {
    const { project, stories } = example();
    expect(await joined(htmlReport(reportOf(withEmptyEvidence(project), stories)))).toBe(
      await joined(htmlReport(reportOf(project, stories))),
    );
  });

  it('says that words have moved, and lists those that it cannot place with their quote', async () => {
    const before = storyFrom({
      id: 's',
      ordinal: 0,
      parts: [{ kind: 'post', text: 'The pier is closed. The pier is old. It rained.' }],
    });
    const after = { ...before, ...textOnly('Correction: The pier is closed. Nothing else.') };
    const claim = (id: string, quote: string) => ({
      id,
      storyKey: storyKey(DUMP, 's'),
      anchors: [anchorOf(before, quote)],
      wording: quote,
      claimant: '',
      ratingId: null,
      verdicts: [],
      carriedFrom: null,
      rationale: [],
      evidence: [],
      createdAt: AT,
      createdBy: 'a',
    });
    const project = projectOf({
      stories: [refOf(before)],
      claims: [claim('a', 'pier is closed'), claim('b', 'It rained')],
    });
    const page = await pageOf(reportOf(project, [after]));
    expect(
      withClass(page, 'text')
        .flatMap((text) => elements(text))
        .filter(({ tagName }) => tagName === 'mark')
        .map((mark) => textOf(mark, ['mark'])),
    ).toEqual(['pier is closed']);
    expect(withClass(page, 'place').map((element) => textOf(element))).toEqual([
      expect.stringContaining('moved'),
      expect.stringContaining('not in the text any more'),
    ]);
    expect(withClass(page, 'quote').map((element) => textOf(element))).toEqual([
      'pier is closed',
      'It rained',
    ]);
  });

  it('shows first line and quotes, and says so, where the dump is not at hand', async () => {
    const { project } = example();
    const page = await pageOf(reportOf(project, []));
    expect(withClass(page, 'text')).toEqual([]);
    expect(withClass(page, 'notice')).toHaveLength(3);
    expect(textOf(withClass(page, 'provenance')[0] as Element)).toContain('was not at hand');
    expect(withClass(page, 'quote').map((quote) => textOf(quote))).toContain('今年中に取り壊される');
  });

  it('loads nothing and runs nothing, by its own policy', async () => {
    const { project, stories } = example();
    const page = await pageOf(reportOf(project, stories));
    const policy = elements(page).find(
      (element) => attribute(element, 'http-equiv') === 'Content-Security-Policy',
    );
    expect(attribute(policy as Element, 'content')).toContain("default-src 'none'");
    for (const link of withClass(page, 'out')) expect(attribute(link, 'rel')).toBe('noopener noreferrer');
  });

  it('has headings in order and a target for every link inside', async () => {
    const { project, stories } = example();
    const page = await pageOf(reportOf(project, stories));
    const all = elements(page);
    const levels = all.flatMap(({ tagName }) => (/^h[1-6]$/u.test(tagName) ? [Number(tagName[1])] : []));
    levels.forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    });
    const ids = all.flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const inside = all
      .flatMap((element) => attribute(element, 'href') ?? [])
      .filter((href) => href.startsWith('#'));
    expect(inside.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
    expect(inside.length).toBeGreaterThan(20);
  });

  it('gives every verdict a sign and an underline of its own, apart from its colour', async () => {
    const { project, stories } = example();
    const page = await pageOf(reportOf(project, stories));
    const signs = ['verified', 'disputed', 'unresolved', 'out-of-scope', 'unrated'].map((verdict) => {
      const sign = withClass(page, 'sign').find((element) => classesOf(element).includes(verdict));
      return textOf(sign as Element);
    });
    expect(new Set(signs).size).toBe(5);
  });
});

function textOnly(text: string) {
  return { text, segments: [{ kind: 'post' as const, lang: 'en', start: 0, end: text.length }] };
}

/** Where each unit of a story's text stands on the page: a line break of two units has one there, its second. */
function placesOnPage(story: Story): Map<number, number> {
  const places = new Map<number, number>();
  for (const { start, end } of runsOf(story))
    for (let at = start; at < end; at += 1) {
      const isFirstOfTwo = story.text[at] === '\r' && story.text[at + 1] === '\n' && at + 1 < end;
      if (!isFirstOfTwo) places.set(at, places.size);
    }
  return places;
}

/** Where the numbers stand in a text, and which of its units are highlighted. */
function highlightsOf(text: Element): { numbers: number[]; covered: Set<number> } {
  const numbers: number[] = [];
  const covered = new Set<number>();
  let at = 0;
  const walk = (node: Element, highlighted: boolean) => {
    for (const child of node.childNodes) {
      if (child.nodeName === '#text') {
        const { length } = textOf(child);
        for (let unit = at; highlighted && unit < at + length; unit += 1) covered.add(unit);
        at += length;
      } else if ('tagName' in child) {
        if (classesOf(child).includes('mark')) numbers.push(at);
        else if (!classesOf(child).includes('label')) walk(child, highlighted || child.tagName === 'mark');
      }
    }
  };
  walk(text, false);
  return { numbers, covered };
}

/** A range that cuts a surrogate pair is drawn round the whole of it. */
function wholePairs(text: string, { start, end }: { start: number; end: number }) {
  const cuts = (at: number) => (text.codePointAt(at - 1) ?? 0) > 0xffff;
  return { start: cuts(start) ? start - 1 : start, end: cuts(end) ? end + 1 : end };
}
