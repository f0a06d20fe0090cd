import { describe, expect, it } from 'vitest';
import { select } from '../../../../app/exports/select.ts';
import { toData } from '../../../../app/project.ts';
import { storyKey } from '../../../../app/story.ts';
import { example } from './example.ts';
import { DUMP, projectOf, refOf, storyFrom } from './support.ts';

const key = (id: string) => storyKey(DUMP, id);

describe('the stories of a report', () => {
  it('are all that have annotations or a review, in the order of the dump', () => {
    const story = (id: string, ordinal: number) =>
      refOf(storyFrom({ id, ordinal, parts: [{ kind: 'post', text: id }] }));
    const review = {
      storyKey: key('b'),
      state: 'reviewed' as const,
      by: 'a',
      at: '2025-03-01T00:00:00Z',
      why: '',
      past: [],
    };
    const project = projectOf({
      stories: [story('a', 9), story('b', 4), story('c', 2)],
      reviews: [review, { ...review, storyKey: key('a') }],
    });
    expect(select(project, null).keys).toEqual([key('b'), key('a')]);
  });

  it('are those that were chosen, each once, and nothing of the others goes with them', () => {
    const { project } = example();
    const chosen = select(project, [key('ferry'), key('ferry')]);
    expect(chosen.keys).toEqual([key('ferry')]);
    const data = toData(chosen.project);
    expect(data.stories.map((story) => story.storyId)).toEqual(['ferry']);
    expect(data.claims.map((claim) => claim.id)).toEqual(['claim-club']);
    expect(data.taggings).toEqual([]);
    expect(data.reviews).toHaveLength(1);
    expect(data.tags).toHaveLength(3);
  });

  it('keep the whole project together when all of them have annotations', () => {
    const { project } = example();
    expect(toData(select(project, null).project)).toEqual(toData(project));
  });

  it('are refused by name when the project does not have one', () => {
    const { project } = example();
    expect(() => select(project, [key('nowhere')])).toThrow(
      expect.objectContaining({ code: 'story-not-found', params: { story: key('nowhere') } }),
    );
  });
});
