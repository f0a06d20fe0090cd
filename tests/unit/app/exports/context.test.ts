import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../../app/exports/marks.ts';
import { Draft } from '../../../../app/exports/model/draft.ts';
import { quoteInContext } from '../../../../app/exports/parts/context.ts';
import { isPlaced } from '../../../../app/exports/place.ts';
import { storyKey } from '../../../../app/story.ts';
import { sample } from './arbitrary.ts';
import { anchorOf, DUMP, projectOf, refOf, reportOf, storyFrom } from './support.ts';

describe('what stands round a quote', () => {
  it('is what stands round it in the text, and not too much of it', () => {
    fc.assert(
      fc.property(sample, ({ project, stories }) => {
        const draft = new Draft(reportOf(project, stories));
        for (const story of stories) {
          const ref = project.stories.get(storyKey(DUMP, story.id));
          if (!ref) continue;
          for (const { anchors } of marksOf(project, { key: storyKey(DUMP, story.id), ref, story }).claims)
            for (const placed of anchors) {
              const { before, text, after } = quoteInContext(draft, placed, story);
              expect(text).toBe(placed.anchor.quote);
              if (!isPlaced(placed.place)) {
                expect([before, after]).toEqual(['', '']);
                continue;
              }
              const { start, end } = placed.place;
              expect(story.text.slice(0, start).endsWith(before.replace(/^…/u, ''))).toBe(true);
              expect(story.text.slice(end).startsWith(after.replace(/…$/u, ''))).toBe(true);
              expect(Math.max(before.length, after.length)).toBeLessThan(330);
            }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('goes to the ends of the sentence, and takes the one before where the quote begins its own', () => {
    const story = storyFrom({
      id: 's',
      ordinal: 0,
      lang: 'en',
      parts: [
        {
          kind: 'post',
          text: 'It rained. The pier cost 1.5 million, they say. It is closed. Nobody knows why.',
        },
      ],
    });
    const draft = new Draft(reportOf(projectOf({ stories: [refOf(story)] }), [story]));
    const round = (quote: string) => {
      const anchor = anchorOf(story, quote);
      const { start, end, segment } = anchor;
      return quoteInContext(draft, { anchor, place: { kind: 'exact', segment, start, end } }, story);
    };
    expect(round('cost 1.5')).toMatchObject({ before: 'The pier ', after: ' million, they say.' });
    expect(round('It is closed.')).toMatchObject({
      before: 'The pier cost 1.5 million, they say. ',
      after: ' Nobody knows why.',
    });
  });
});
