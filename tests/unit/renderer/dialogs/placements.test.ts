import { describe, expect, it } from 'vitest';
import { resolve } from '../../../../app/anchor.ts';
import { apply } from '../../../../app/apply.ts';
import type { ReanchoredPart, ReanchoredStory } from '../../../../app/contract.ts';
import { type Project, toData } from '../../../../app/project.ts';
import {
  exactPlacements,
  movedPlacements,
  placementCommand,
} from '../../../../renderer/dialogs/reanchor/placements.ts';
import { isSettled, needsDecision, summarise } from '../../../../renderer/dialogs/reanchor/report-summary.ts';
import { evidenceOf } from '../../app/exports/support.ts';
import { anchorOn, claimOn, NOTE_AND_TAG, OLD_TEXT, projectWith, storyRef } from './desk.ts';

const NEW_TEXT =
  'Correction: the bridge closes for ten months. The mayor, asked again, said six months. Six.';
const SEGMENTS = [{ start: 0, end: NEW_TEXT.length }];

const project = projectWith(
  { type: 'story.add', story: storyRef('s') },
  {
    type: 'claim.add',
    claim: claimOn('c', 's', [anchorOn(OLD_TEXT, 'mayor said six'), anchorOn(OLD_TEXT, 'closes for')]),
  },
  ...NOTE_AND_TAG,
);

function part(
  kind: ReanchoredPart['kind'],
  id: string,
  place: ReanchoredPart['part'],
  quote: string,
): ReanchoredPart {
  const anchor = anchorOn(OLD_TEXT, quote);
  return {
    kind,
    id,
    ...(kind === 'evidence' ? { claimId: 'c' } : {}),
    part: place,
    quote,
    resolution: resolve(anchor, { text: NEW_TEXT, segments: SEGMENTS }),
  };
}

const story: ReanchoredStory = {
  storyKey: 'd/s',
  status: 'changed',
  old: storyRef('s'),
  found: storyRef('s2', { lead: 'Correction' }),
  parts: [
    part('claim', 'c', 0, 'mayor said six'),
    part('claim', 'c', 1, 'closes for'),
    part('tagging', 'g', null, 'mayor'),
    part('note', 'n', 'original', 'bridge'),
    part('note', 'n', 'translation', 'mayor'),
  ],
};

function accepted(from: Project, parts: ReanchoredPart[]): Project {
  const placements = movedPlacements({ ...story, parts });
  const command = placementCommand(from, story, [...exactPlacements(story), ...placements]);
  return command ? apply(from, command).project : from;
}

describe('accepting where annotations stand now', () => {
  it('finds what it is about: four parts moved, one not there', () => {
    expect(summarise([story])).toEqual({
      stories: 1,
      unchanged: 0,
      lost: 0,
      moved: 4,
      ambiguous: 0,
      orphan: 1,
    });
  });

  it('takes the story and every confirmed part to its place, in one change', () => {
    const after = accepted(project, story.parts);
    expect([...after.stories.keys()]).toEqual(['d/s2']);
    const claim = after.claims.get('c');
    expect(claim?.storyKey).toBe('d/s2');
    for (const anchor of [
      claim?.anchors[1],
      after.taggings.get('g')?.anchor,
      after.notes.get('n')?.original,
      after.notes.get('n')?.translation,
    ]) {
      expect(anchor && NEW_TEXT.slice(anchor.start, anchor.end)).toBe(anchor?.quote);
    }
  });

  it('keeps a quote that is not there any more, as it was', () => {
    const after = accepted(project, story.parts);
    expect(after.claims.get('c')?.anchors[0]).toEqual(project.claims.get('c')?.anchors[0]);
  });

  it('takes along what evidence for a claim elsewhere quotes of the story', () => {
    const quote = { storyKey: 'd/s', anchor: anchorOn(OLD_TEXT, 'closes for') };
    const citing = [
      { type: 'story.add', story: storyRef('other') },
      { type: 'claim.add', claim: { ...claimOn('c', 'other', [anchorOn(OLD_TEXT, 'bridge')]) } },
      { type: 'evidence.add', claimId: 'c', evidence: evidenceOf({ id: 'e', story: quote }), before: null },
    ] as const;
    const before = projectWith({ type: 'story.add', story: storyRef('s') }, ...citing);
    const parts = [part('evidence', 'e', null, 'closes for')];
    expect(isSettled(before, { ...story, parts })).toBe(false);
    const command = placementCommand(before, { ...story, parts }, movedPlacements({ ...story, parts }));
    if (!command) throw new Error('nothing to do');
    const { project: after, inverse } = apply(before, command);
    const moved = after.claims.get('c')?.evidence[0]?.story;
    expect(moved?.storyKey).toBe('d/s2');
    expect(moved && NEW_TEXT.slice(moved.anchor.start, moved.anchor.end)).toBe('closes for');
    expect(isSettled(after, { ...story, parts })).toBe(true);
    expect(toData(apply(after, inverse).project)).toEqual(toData(before));
  });

  it('is undone in one step', () => {
    const command = placementCommand(project, story, movedPlacements(story));
    if (!command) throw new Error('nothing to do');
    const { project: after, inverse } = apply(project, command);
    expect(toData(apply(after, inverse).project)).toEqual(toData(project));
  });

  it('comes to the same, one part after another or all at once', () => {
    const oneByOne = story.parts.reduce((current, only) => accepted(current, [only]), project);
    expect(toData(oneByOne)).toEqual(toData(accepted(project, story.parts)));
  });

  it('leaves alone what nobody confirmed', () => {
    const after = accepted(project, [story.parts[2] as ReanchoredPart]);
    expect(after.notes.get('n')?.original).toEqual(project.notes.get('n')?.original);
    expect(after.claims.get('c')?.anchors).toEqual(project.claims.get('c')?.anchors);
  });

  it('never touches an annotation that has another quote by now', () => {
    const edited = apply(project, {
      type: 'claim.edit',
      claimId: 'c',
      changes: { anchors: [anchorOn(OLD_TEXT, 'mayor said six'), anchorOn(OLD_TEXT, 'bridge')] },
    }).project;
    const after = accepted(edited, story.parts);
    expect(after.claims.get('c')?.anchors).toEqual(edited.claims.get('c')?.anchors);
  });

  it('is settled after that, and not before', () => {
    expect(needsDecision(story)).toBe(true);
    expect(isSettled(project, story)).toBe(false);
    expect(isSettled(accepted(project, [story.parts[2] as ReanchoredPart]), story)).toBe(false);
    expect(isSettled(accepted(project, story.parts), story)).toBe(true);
  });

  it('does nothing for a story that was lost', () => {
    expect(placementCommand(project, { ...story, status: 'lost', found: null, parts: [] }, [])).toBeNull();
  });
});
