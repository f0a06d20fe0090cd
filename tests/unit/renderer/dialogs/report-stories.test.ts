import { describe, expect, it } from 'vitest';
import { select } from '../../../../app/exports/select.ts';
import { reportStories } from '../../../../renderer/export/report-stories.ts';
import { anchorOn, claimOn, OLD_TEXT, projectWith, storyRef } from './desk.ts';

const anchor = anchorOn(OLD_TEXT, 'six');

describe('the stories of a report', () => {
  const project = projectWith(
    { type: 'story.add', story: storyRef('late', { ordinal: 9, lead: 'Late' }) },
    { type: 'story.add', story: storyRef('early', { ordinal: 2, lead: 'Early' }) },
    { type: 'story.add', story: storyRef('bare', { ordinal: 1, lead: 'Bare' }) },
    { type: 'story.add', story: storyRef('read', { ordinal: 5, lead: 'Read' }) },
    {
      type: 'review.set',
      storyKey: 'd/read',
      review: {
        storyKey: 'd/read',
        state: 'reviewed',
        by: 'A',
        at: '2025-04-12T09:00:00.000Z',
        why: '',
        past: [],
      },
    },
    { type: 'claim.add', claim: claimOn('a', 'late', [anchor], 'verified') },
    { type: 'claim.add', claim: claimOn('b', 'late', [anchor]) },
    { type: 'claim.add', claim: claimOn('c', 'early', [anchor], 'disputed') },
  );

  it('are those with annotations or a review, in the order of the dump', () => {
    expect(reportStories(project).map(({ lead }) => lead)).toEqual(['Early', 'Read', 'Late']);
  });

  it('are exactly those that a report of everything holds', () => {
    expect(reportStories(project).map(({ key }) => key)).toEqual(select(project, null).keys);
  });

  it('show the outcome of every claim, rated or not', () => {
    expect(reportStories(project).map(({ outcomes }) => outcomes)).toEqual([
      ['disputed'],
      [],
      ['verified', 'unrated'],
    ]);
  });
});
