import { describe, expect, it } from 'vitest';
import { reportStories } from '../../../../renderer/export/report-stories.ts';
import { anchorOn, claimOn, OLD_TEXT, projectWith, storyRef } from './desk.ts';

const anchor = anchorOn(OLD_TEXT, 'six');

describe('the stories of a report', () => {
  const project = projectWith(
    { type: 'story.add', story: storyRef('late', { ordinal: 9, lead: 'Late' }) },
    { type: 'story.add', story: storyRef('early', { ordinal: 2, lead: 'Early' }) },
    { type: 'story.add', story: storyRef('bare', { ordinal: 1, lead: 'Bare' }) },
    { type: 'claim.add', claim: claimOn('a', 'late', [anchor], 'verified') },
    { type: 'claim.add', claim: claimOn('b', 'late', [anchor]) },
    { type: 'claim.add', claim: claimOn('c', 'early', [anchor], 'disputed') },
  );

  it('are those with annotations, in the order of the dump', () => {
    expect(reportStories(project).map(({ lead }) => lead)).toEqual(['Early', 'Late']);
  });

  it('show the outcome of every claim, rated or not', () => {
    expect(reportStories(project).map(({ outcomes }) => outcomes)).toEqual([
      ['disputed'],
      ['verified', 'unrated'],
    ]);
  });
});
