import { describe, expect, it } from 'vitest';
import { apply } from '../../../../app/apply.ts';
import type { Claim } from '../../../../app/claim.ts';
import type { Command } from '../../../../app/commands.ts';
import { type Decision, mergeProjects } from '../../../../app/merge/merge.ts';
import { UratoriError } from '../../../../app/problem.ts';
import { emptyProject, fromData, type Project, type ProjectData, toData } from '../../../../app/project.ts';
import { BUILT_IN_SCALES, FIJ_SCALE } from '../../../../app/rating-scale.ts';
import { fromPlainText } from '../../../../app/rich-text.ts';

const SIGNED = { by: 'Ada', at: '2025-03-01T09:00:00.000Z' };
const mineToTheirs = (mine: Project, theirs: Project, decisions: Record<string, Decision> = {}) =>
  mergeProjects(null, toData(mine), toData(theirs), {
    ...SIGNED,
    decisions: new Map(Object.entries(decisions)),
  });

describe('two coders who rated the same claim differently', () => {
  const mine = coder('mine', 'Ito', 'disputed', 'The budget says 9 billion.');
  const theirs = coder('theirs', 'Sato', 'verified', 'The minister confirmed it.');

  it('are asked about, and until then mine holds, with what they held beside it', () => {
    const { conflicts, merged } = mineToTheirs(mine, theirs);
    expect(conflicts).toMatchObject([
      { id: 'claims/c-mine', kind: 'changed', canKeepBoth: true, storyKey: 'd/s' },
    ]);
    expect(conflicts[0]?.fields.map(({ field }) => field).sort()).toEqual([
      'anchors',
      'ratingId',
      'rationale',
      'wording',
    ]);
    const claim = only(merged.claims);
    expect(claim).toMatchObject({ id: 'c-mine', ratingId: 'disputed', wording: 'wording of Ito' });
    expect(claim.opinions).toMatchObject([
      { by: 'Sato', rating: { id: 'verified' }, wording: 'wording of Sato', from: { projectId: 'theirs' } },
    ]);
    expect(claim.verdicts.map(({ by, to }) => [by, to?.id])).toEqual([
      ['Sato', 'verified'],
      ['Ito', 'disputed'],
    ]);
    expect(mergeProjects(null, merged, toData(theirs), SIGNED).conflicts).toHaveLength(1);
  });

  it.each([
    [{ take: 'mine', why: 'The budget is final.' }, 'disputed', 'wording of Ito'],
    [{ take: 'theirs', why: 'Confirmed since.' }, 'verified', 'wording of Sato'],
    [{ take: 'other', ratingId: 'unresolved', why: 'Neither is proven.' }, 'unresolved', 'wording of Ito'],
  ] as [Decision, string, string][])('are decided: %o', (decision, ratingId, wording) => {
    const { merged, conflicts, command } = mineToTheirs(mine, theirs, { 'claims/c-mine': decision });
    expect(conflicts).toEqual([]);
    const claim = only(merged.claims);
    expect(claim).toMatchObject({ ratingId, wording });
    expect(claim.opinions?.map(({ by, rating }) => [by, rating?.id])).toEqual([
      ['Ito', 'disputed'],
      ['Sato', 'verified'],
    ]);
    const { by, at } = SIGNED;
    expect(claim.verdicts.at(-1)).toMatchObject({
      from: { id: 'disputed' },
      to: { id: ratingId },
      by,
      at,
      why: decision.why,
    });
    expect(claim.verdicts).toHaveLength(3);

    const again = mergeProjects(null, merged, toData(theirs), SIGNED);
    expect([again.conflicts, again.command]).toEqual([[], null]);
    const done = apply(mine, command as Command);
    expect(toData(apply(done.project, done.inverse).project)).toEqual(toData(mine));
  });

  it('can both stay, as two claims', () => {
    const { merged } = mineToTheirs(mine, theirs, { 'claims/c-mine': { take: 'both', why: '' } });
    expect(merged.claims.map(({ id, ratingId }) => [id, ratingId])).toEqual([
      ['c-mine', 'disputed'],
      ['c-mine~2', 'verified'],
    ]);
    expect(mergeProjects(null, merged, toData(theirs), SIGNED)).toMatchObject({
      conflicts: [],
      command: null,
    });
  });

  it('are asked about again once they say something else', () => {
    const { merged } = mineToTheirs(mine, theirs, { 'claims/c-mine': { take: 'mine', why: '' } });
    const edit: Command = { type: 'claim.edit', claimId: 'c-theirs', changes: { wording: 'Another one.' } };
    const later = toData(apply(theirs, edit).project);
    expect(mergeProjects(null, merged, later, SIGNED).conflicts).toHaveLength(1);
  });
});

describe('projects on different scales', () => {
  const mine = coder('mine', 'Ito', 'disputed', 'why');
  const [simple] = BUILT_IN_SCALES;
  const theirs = apply(coder('theirs', 'Sato', 'verified', 'why'), {
    type: 'scale.change',
    scale: FIJ_SCALE,
    mapping: { verified: 'accurate' },
    ratings: {},
  }).project;

  it('are refused with the ratings that have no counterpart', () => {
    expect(() => mineToTheirs(mine, theirs)).toThrow(UratoriError);
    expect(() => mineToTheirs(mine, theirs)).toThrow('merge-scales-differ');
  });

  it('are merged on mine where it is said what stands for what', () => {
    const mapping = { accurate: 'verified' };
    const { merged, conflicts } = mergeProjects(null, toData(mine), toData(theirs), { ...SIGNED, mapping });
    expect(merged.scale).toEqual(simple);
    expect(conflicts[0]?.fields).toContainEqual(
      expect.objectContaining({ field: 'ratingId', mine: 'disputed', theirs: 'verified' }),
    );
  });

  it('go over to theirs where only they changed it since, with the ratings as they mapped them', () => {
    const base = coder('same', 'Ito', 'disputed', 'why');
    const changed = apply(base, {
      type: 'scale.change',
      scale: FIJ_SCALE,
      mapping: { disputed: 'false' },
      ratings: {},
    }).project;
    const mineSince = apply(base, {
      type: 'claim.edit',
      claimId: 'c-same',
      changes: { wording: 'new words' },
    }).project;
    const { merged, conflicts } = mergeProjects(toData(base), toData(mineSince), toData(changed), SIGNED);
    expect(conflicts).toEqual([]);
    expect(merged.scale.id).toBe('fij');
    expect(only(merged.claims)).toMatchObject({ ratingId: 'false', wording: 'new words' });
  });
});

describe('reviews', () => {
  it('keep the steps of both, and no sign-off of claims that somebody else changed', () => {
    const signed = (project: Project, by: string, at: string) =>
      apply(project, {
        type: 'review.set',
        storyKey: 'd/s',
        review: { storyKey: 'd/s', state: 'signed-off', by, at, why: '', past: [] },
      }).project;
    const theirs = coder('theirs', 'Sato', 'verified', 'why');
    const mine = signed(coder('mine', 'Ito', 'disputed', 'why'), 'Ito', '2025-02-10T00:00:00.000Z');
    const kept = mineToTheirs(mine, theirs);
    expect(only(kept.merged.reviews)).toMatchObject({
      state: 'in-progress',
      by: 'Ada',
      past: [{ state: 'signed-off' }],
    });
    const alone = mineToTheirs(mine, emptyProject('other', 'Other', '2025-02-08T10:30:00.000Z'));
    expect(only(alone.merged.reviews)).toMatchObject({ state: 'signed-off', by: 'Ito' });
  });
});

describe('an ancestor of another project', () => {
  it('is refused', () => {
    const [mine, theirs] = [coder('mine', 'Ito', null, ''), coder('theirs', 'Sato', null, '')].map(
      toData,
    ) as [ProjectData, ProjectData];
    expect(() => mergeProjects(mine, mine, theirs, SIGNED)).toThrow('merge-base-unrelated');
  });
});

function only<T>(list: readonly T[]): T {
  expect(list).toHaveLength(1);
  return list[0] as T;
}

/** A project of one coder: one story, one claim on its first words. */
function coder(id: string, by: string, ratingId: string | null, why: string): Project {
  const at = id === 'mine' ? '2025-02-08T10:30:00.000Z' : '2025-02-08T11:30:00.000Z';
  const dumpId = id === 'theirs' ? 'other' : 'd';
  const quote = id === 'theirs' ? 'The bridge costs' : 'The bridge';
  const claim: Claim = {
    id: `c-${id}`,
    storyKey: `${dumpId}/s`,
    anchors: [{ segment: 0, start: 0, end: quote.length, quote, prefix: '', suffix: ' ' }],
    wording: `wording of ${by}`,
    claimant: '',
    ratingId: null,
    rationale: fromPlainText(why),
    evidence: [],
    verdicts: [],
    carriedFrom: null,
    createdAt: at,
    createdBy: by,
  };
  const commands: Command[] = [
    {
      type: 'dump.add',
      dump: {
        id: dumpId,
        name: `${id}.txt`,
        path: `/${id}.txt`,
        relativePath: null,
        sha256: 'c'.repeat(64),
        bytes: 28,
        format: 'plain-text',
        encoding: 'utf-8',
        rule: null,
      },
    },
    {
      type: 'story.add',
      story: {
        dumpId,
        storyId: 's',
        ordinal: 0,
        byteStart: 0,
        byteEnd: 28,
        source: null,
        publishedAt: null,
        lang: 'en',
        lead: 'The bridge costs 12 billion.',
      },
    },
    { type: 'claim.add', claim },
    ...(ratingId === null
      ? []
      : [{ type: 'verdict.give' as const, claimId: claim.id, verdict: { id: 'v1', ratingId, by, at, why } }]),
  ];
  return commands.reduce(
    (project, command) => apply(project, command).project,
    fromData(toData(emptyProject(id, id, at))),
  );
}
