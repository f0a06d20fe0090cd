import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorAt } from '../../../../app/anchor.ts';
import { runsOf } from '../../../../app/exports/layout.ts';
import { marksOf } from '../../../../app/exports/marks.ts';
import { chunksOf, spansOf } from '../../../../app/exports/spans.ts';
import { storyKey } from '../../../../app/story.ts';
import { sample } from './arbitrary.ts';
import { AT, DUMP, projectOf, refOf, storyFrom } from './support.ts';

const drawn = sample.map(({ project, stories }) =>
  stories.map((story) => {
    const key = storyKey(DUMP, story.id);
    const runs = runsOf(story);
    return {
      story,
      runs,
      spans: spansOf(marksOf(project, { key, ref: refOf(story), story }), story.text, runs),
    };
  }),
);

describe('highlights', () => {
  it('that overlap are never in the same lane', () => {
    fc.assert(
      fc.property(drawn, (stories) => {
        for (const { spans } of stories)
          for (const a of spans)
            for (const b of spans)
              if (a !== b && a.start < b.end && b.start < a.end) expect(a.lane).not.toBe(b.lane);
      }),
    );
  });

  it('cut a text into chunks that join to it, each under exactly the spans that cover it', () => {
    fc.assert(
      fc.property(drawn, (stories) => {
        for (const { story, runs, spans } of stories) {
          for (const run of runs) {
            const chunks = chunksOf(spans, run.start, run.end);
            const text = chunks.map(({ start, end }) => story.text.slice(start, end)).join('');
            expect(text).toBe(story.text.slice(run.start, run.end));
            for (const chunk of chunks)
              expect(chunk.spans).toEqual(
                spans.filter((span) => span.start < chunk.end && span.end > chunk.start),
              );
          }
        }
      }),
    );
  });

  it('of an anchor that cuts surrogate pairs are drawn round the whole of them', () => {
    const story = storyFrom({ id: 's', ordinal: 0, parts: [{ kind: 'post', text: 'a😀b😀c' }] });
    const tagging = {
      id: 'g',
      tagId: 't',
      memo: '',
      storyKey: storyKey(DUMP, 's'),
      createdAt: AT,
      createdBy: 'a',
    };
    const project = projectOf({
      stories: [refOf(story)],
      taggings: [{ ...tagging, anchor: anchorAt(story, 2, 5) }],
    });
    const marks = marksOf(project, { key: tagging.storyKey, ref: refOf(story), story });
    const [span] = spansOf(marks, story.text, runsOf(story));
    expect([span?.start, span?.end]).toEqual([1, 6]);
  });

  it('never cut a surrogate pair', () => {
    fc.assert(
      fc.property(drawn, (stories) => {
        for (const { story, spans } of stories)
          for (const { start, end } of spans)
            for (const at of [start, end]) expect(story.text.codePointAt(at - 1) ?? 0).toBeLessThan(0x10000);
      }),
    );
  });
});
