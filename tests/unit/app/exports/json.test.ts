import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REPORT_VERSION } from '../../../../app/exports/json/schema.ts';
import { jsonReport, parse } from '../../../../app/exports/json.ts';
import type { ReportStory } from '../../../../app/exports/report.ts';
import { toData } from '../../../../app/project.ts';
import { storyKey } from '../../../../app/story.ts';
import { sample } from './arbitrary.ts';
import { example } from './example.ts';
import { AT, anchorOf, DUMP, joined, projectOf, refOf, reportOf, storyFrom } from './support.ts';

const written = async (...args: Parameters<typeof reportOf>) =>
  JSON.parse(await joined(jsonReport(reportOf(...args))));

/** Every object of the file that has an offset, wherever it is. */
function offsets(value: unknown): { start: number; end: number; quote: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(offsets);
  return 'quote' in value && 'start' in value ? [value as never, ...inside] : inside;
}

describe('a JSON report', () => {
  it('is read back as what was written: parse after write is the identity', async () => {
    await fc.assert(
      fc.asyncProperty(sample, async ({ project, stories }) => {
        const report = reportOf(project, stories);
        const data = parse(JSON.parse(await joined(jsonReport(reportOf(project, stories)))));
        const expected = toData(report.project);
        expect(data.project).toEqual({
          ...expected,
          dumps: expected.dumps.map((dump) => ({ ...dump, path: dump.name, relativePath: null })),
        });
        expect(data.provenance).toEqual(report.provenance);
        expect(data.title).toBe(report.title);
        const texts = report.keys.map(
          (key) => stories.find((story) => storyKey(DUMP, story.id) === key) ?? null,
        );
        expect(data.stories).toEqual(report.keys.map((key, index) => ({ key, story: texts[index] })));
      }),
      { numRuns: 150 },
    );
  });

  it('writes no offset that does not slice to its quote', async () => {
    await fc.assert(
      fc.asyncProperty(sample, async ({ project, stories }) => {
        const { stories: entries } = await written(project, stories);
        for (const entry of entries) {
          const { story, ref: _, ...said } = entry;
          for (const { start, end, quote } of offsets(said)) expect(story.text.slice(start, end)).toBe(quote);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('says what became of every anchor when the text has changed', async () => {
    const before = storyFrom({
      id: 's',
      ordinal: 0,
      parts: [{ kind: 'post', text: 'The pier is closed. It rained.' }],
    });
    const text = 'Now: The pier is closed.';
    const after = {
      ...before,
      text,
      segments: [{ kind: 'post' as const, lang: 'en', start: 0, end: text.length }],
    };
    const claim = {
      id: 'c',
      storyKey: storyKey(DUMP, 's'),
      anchors: [anchorOf(before, 'pier is'), anchorOf(before, 'rained')],
      wording: '',
      claimant: '',
      ratingId: null,
      verdicts: [],
      carriedFrom: null,
      rationale: [],
      evidence: [],
      createdAt: AT,
      createdBy: 'a',
    };
    const project = projectOf({ stories: [refOf(before)], claims: [claim] });
    const changed = await written(project, [after]);
    expect(changed.stories[0].claims[0].anchors).toEqual([
      {
        ...words(claim.anchors[0]),
        status: 'moved',
        segment: 0,
        start: 9,
        end: 16,
        stored: { segment: 0, start: 4, end: 11 },
      },
      { ...words(claim.anchors[1]), status: 'orphan', stored: { segment: 0, start: 23, end: 29 } },
    ]);
    expect(parse(changed).project.claims[0]?.anchors).toEqual(claim.anchors);
    const missing = await written(project, []);
    expect(missing.stories[0].story).toBeNull();
    expect(missing.stories[0].claims[0].anchors.map((anchor: { status: string }) => anchor.status)).toEqual([
      'unchecked',
      'unchecked',
    ]);
  });

  it('is refused when an offset in it has been tampered with', async () => {
    const { project, stories } = example();
    const content = await written(project, stories);
    content.stories[0].claims[0].anchors[0].start += 1;
    content.stories[0].claims[0].anchors[0].end += 1;
    expect(() => parse(content)).toThrow(expect.objectContaining({ code: 'export-quote-mismatch' }));
  });

  it('is refused when it is something else, newer, or damaged', async () => {
    const { project, stories } = example();
    const content = await written(project, stories);
    const refusal = (value: unknown) => {
      try {
        parse(value);
        return null;
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(refusal(content)).toBeNull();
    expect(refusal(null)).toBe('report-not-a-report');
    expect(refusal([])).toBe('report-not-a-report');
    expect(refusal({ ...content, format: 'uratori-project' })).toBe('report-not-a-report');
    expect(refusal({ ...content, version: REPORT_VERSION + 1 })).toBe('report-too-new');
    expect(refusal({ ...content, offsetUnit: 'byte' })).toBe('report-damaged');
    expect(refusal({ ...content, stories: [{}] })).toBe('report-damaged');
  });

  it('does not tell where the dump lay on the computer that wrote it', async () => {
    const { project, stories } = example();
    expect(await joined(jsonReport(reportOf(project, stories)))).not.toContain('somebody');
  });

  it('is not written at all when the stories come in another order than they are due', async () => {
    const { project, stories } = example();
    const backwards = async function* (all: AsyncIterable<ReportStory>) {
      const inOrder: ReportStory[] = [];
      for await (const story of all) inOrder.push(story);
      yield* inOrder.reverse();
    };
    await expect(joined(jsonReport(reportOf(project, stories, { wrap: backwards })))).rejects.toThrow(
      'was due',
    );
  });

  it('is the same, byte for byte, when it is made again', async () => {
    const { project, stories } = example();
    const once = await joined(jsonReport(reportOf(project, stories)));
    expect(await joined(jsonReport(reportOf(project, stories)))).toBe(once);
  });
});

function words(anchor: { quote: string; prefix: string; suffix: string } | undefined) {
  return { quote: anchor?.quote, prefix: anchor?.prefix, suffix: anchor?.suffix };
}
