import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../../app/apply.ts';
import type { Claim } from '../../../app/claim.ts';
import type { Command } from '../../../app/commands.ts';
import { fromData, type Project, parse, serialise, toData } from '../../../app/project.ts';
import { FIJ_SCALE, SIMPLE_SCALE } from '../../../app/rating-scale.ts';
import { isSamePerson, mayBeSignedOff, signOffFindings } from '../../../app/sign-off.ts';
import { SIGN_OFF_RULES, type SignOffRules } from '../../../app/sign-off-rules.ts';
import { evidenceOf } from './exports/support.ts';
import { commandFor, intents, startProject, T0 } from './random-commands.ts';

const KEY = () => [...startProject().claims.values()][0]?.storyKey as string;

function withClaim(changes: Partial<Claim>, rules: Partial<SignOffRules> = {}): Project {
  const data = toData(startProject());
  const [claim] = data.claims as [Claim];
  const plain = { ratingId: null, rationale: [], evidence: [], createdBy: '' };
  return fromData({
    ...data,
    signOffRules: { ...data.signOffRules, ...rules },
    claims: [{ ...claim, ...plain, ...changes }],
  });
}

const rate = (project: Project, ratingId: string | null, by: string): Command => ({
  type: 'verdict.give',
  claimId: [...project.claims.keys()][0] as string,
  verdict: { id: `v-${by}`, ratingId, by, at: T0, why: '' },
});
const sign = (by: string): Command => ({
  type: 'review.mark',
  storyKey: KEY(),
  state: 'signed-off',
  by,
  at: T0,
  why: '',
});
const run = (project: Project, ...commands: Command[]) =>
  commands.reduce((current, command) => apply(current, command).project, project);
const rulesAt = (project: Project, signer = '') =>
  signOffFindings(project, KEY(), signer).map(({ rule, severity }) => `${rule} ${severity}`);

describe('before a sign-off', () => {
  test('a claim without a verdict, and a verdict without evidence or rationale, are flagged by default', () => {
    expect(rulesAt(withClaim({}))).toEqual(['verdict warn']);
    expect(rulesAt(withClaim({ ratingId: 'disputed' }))).toEqual(['evidence warn', 'rationale warn']);
    const rationale = [{ kind: 'paragraph' as const, children: [{ text: 'why' }] }];
    const evidence = [evidenceOf({ id: 'e', url: 'https://a.example/' })];
    expect(rulesAt(withClaim({ ratingId: 'disputed', rationale, evidence }))).toEqual([]);
    expect(
      rulesAt(withClaim({ ratingId: 'disputed', rationale, evidence: [evidenceOf({ id: 'e' })] })),
    ).toEqual(['evidence warn']);
    expect(rulesAt(withClaim({ ratingId: 'disputed', rationale, evidence }, { archived: 'refuse' }))).toEqual(
      ['archived refuse'],
    );
  });

  test('an opinion that is out of scope needs no evidence', () => {
    const project = fromData({ ...toData(withClaim({ ratingId: 'out-of-scope' })), scale: FIJ_SCALE });
    expect(rulesAt(project)).toEqual(['rationale warn']);
  });

  test('rules that are off find nothing, and a rule changes nothing but itself', () => {
    for (const rule of SIGN_OFF_RULES) {
      const before = withClaim({ ratingId: 'disputed' });
      const { project, inverse } = apply(before, { type: 'rules.change', changes: { [rule]: 'off' } });
      expect(project.signOffRules).toEqual({ ...before.signOffRules, [rule]: 'off' });
      expect(rulesAt(project, 'x').some((found) => found.startsWith(`${rule} `))).toBe(false);
      expect(toData(apply(project, inverse).project)).toEqual(toData(before));
    }
  });

  test('who gave a verdict does not sign it off; another person does', () => {
    const given = run(withClaim({}), rate(withClaim({}), 'verified', 'Mori Aoi'));
    expect(() => apply(given, sign('Mori Aoi'))).toThrow('sign_off_rules');
    expect(() => apply(given, sign(' ＭＯＲＩ  aoi '))).toThrow('sign_off_rules');
    expect(() => apply(given, sign(' '))).toThrow('sign_off_unnamed');
    expect(run(given, sign('Ito')).reviews.get(KEY())).toMatchObject({ state: 'signed-off', by: 'Ito' });
    const alone = run(given, { type: 'rules.change', changes: { secondPerson: 'warn' } });
    expect(run(alone, sign('Mori Aoi')).reviews.get(KEY())?.state).toBe('signed-off');
  });

  test('a verdict that nobody signed is signed off once somebody did', () => {
    const given = run(withClaim({}), rate(withClaim({}), 'verified', ''));
    expect(() => apply(given, sign('Ito'))).toThrow('sign_off_rules');
    const [claimId] = given.claims.keys();
    const signed = run(given, {
      type: 'verdict.edit',
      claimId: claimId as string,
      verdictId: 'v-',
      changes: { by: 'Mori' },
    });
    expect(run(signed, sign('Ito')).reviews.get(KEY())?.by).toBe('Ito');
  });

  test('reopening keeps who had signed off, and says why', () => {
    const project = run(
      startProject(),
      { type: 'rules.change', changes: { secondPerson: 'off' } },
      sign('Ito'),
    );
    const mark = { state: 'in-progress', by: 'Mori', at: T0, why: 'A new source' } as const;
    const { project: reopened, inverse } = apply(project, { type: 'review.mark', storyKey: KEY(), ...mark });
    expect(reopened.reviews.get(KEY())).toEqual({
      storyKey: KEY(),
      ...mark,
      past: [{ state: 'signed-off', by: 'Ito', at: T0, why: '' }],
    });
    expect(toData(apply(reopened, inverse).project)).toEqual(toData(project));
    expect(parse(serialise(reopened, 1)).project.reviews.get(KEY())?.past).toHaveLength(1);
  });

  test('a verdict changes only once the story is reopened', () => {
    const signed = run(withClaim({}), rate(withClaim({}), 'verified', 'Mori'), sign('Ito'));
    const [claimId = ''] = signed.claims.keys();
    for (const command of [
      rate(signed, 'disputed', 'Ito'),
      { type: 'verdict.withdraw', claimId, verdictId: 'v-Mori' } as const,
    ])
      expect(() => apply(signed, command)).toThrow('story_signed_off');
    const mark = { state: 'in-progress', by: 'Ito', at: T0, why: 'A new source' } as const;
    const reopened = run(signed, { type: 'review.mark', storyKey: KEY(), ...mark });
    expect(run(reopened, rate(reopened, 'disputed', 'Ito')).claims.get(claimId)?.ratingId).toBe('disputed');
  });

  test('is granted exactly where no rule that refuses is broken', () => {
    fc.assert(
      fc.property(intents(40), fc.constantFrom('Mori', 'seed 5', 'Ito'), (list, by) => {
        let project = startProject();
        for (const intent of list) {
          try {
            project = apply(project, commandFor(project, intent)).project;
          } catch {
            // Refused: nothing changed.
          }
        }
        for (const key of project.stories.keys()) {
          const granted = () =>
            apply(project, { ...(sign(by) as { type: 'review.mark' } & Command), storyKey: key } as Command);
          if (mayBeSignedOff(signOffFindings(project, key, by))) granted();
          else expect(granted).toThrow('sign_off_rules');
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['森 葵', '森　葵', true],
    ['Ito', 'ito ', true],
    ['Ito', 'Itoh', false],
  ])('%s and %s', (a, b, same) => expect(isSamePerson(a, b)).toBe(same));
});

describe('the history of a verdict', () => {
  test('keeps who, when, from, to and why, in words that outlive the scale', () => {
    let project = withClaim({});
    project = run(project, rate(project, 'disputed', 'Mori'), rate(project, 'verified', 'Ito'));
    const scale = {
      ...SIMPLE_SCALE,
      id: 'own',
      ratings: [{ ...SIMPLE_SCALE.ratings[2], id: 'x' }],
    } as typeof SIMPLE_SCALE;
    project = run(project, { type: 'scale.change', scale, mapping: { verified: 'x' }, ratings: {} });
    const [claim] = project.claims.values();
    expect(
      claim?.verdicts.map(({ by, from, to }) => [by, from?.label.en ?? null, to?.label.ja ?? null]),
    ).toEqual([
      ['Mori', null, '疑義あり'],
      ['Ito', 'disputed', '確認済み'],
    ]);
    expect(claim?.ratingId).toBe('x');
  });

  test('each entry begins where the one before it ended, as long as verdicts alone change ratings', () => {
    const ratings = fc.constantFrom(null, 'verified', 'disputed', 'unresolved');
    fc.assert(
      fc.property(fc.array(ratings, { maxLength: 12 }), (list) => {
        const project = list.reduce<Project>(
          (current, to, n) => run(current, rate(current, to, `${n}`)),
          withClaim({}),
        );
        const [claim] = project.claims.values();
        const verdicts = claim?.verdicts ?? [];
        expect(verdicts.map(({ to }) => to?.id ?? null)).toEqual(list);
        expect(verdicts.map(({ from }) => from?.id ?? null)).toEqual([null, ...list].slice(0, list.length));
      }),
      { numRuns: 50 },
    );
  });

  test('only the last verdict is withdrawn, and none that the rating has left behind', () => {
    let project = withClaim({});
    project = run(project, rate(project, 'disputed', 'Mori'), rate(project, 'verified', 'Ito'));
    const claimId = [...project.claims.keys()][0] as string;
    const withdraw = (verdictId: string): Command => ({ type: 'verdict.withdraw', claimId, verdictId });
    expect(() => apply(project, withdraw('v-Mori'))).toThrow('verdict_not_last');
    expect(run(project, withdraw('v-Ito')).claims.get(claimId)?.ratingId).toBe('disputed');
    const other = run(project, { type: 'claim.edit', claimId, changes: { ratingId: 'unresolved' } });
    expect(() => apply(other, withdraw('v-Ito'))).toThrow('verdict_not_last');
  });
});

describe('evidence from another story', () => {
  const quoting = (project: Project) => {
    const [claim] = project.claims.values();
    const other = [...project.stories.keys()].find((key) => key !== claim?.storyKey) as string;
    const anchor = { segment: 0, start: 0, end: 2, quote: 'ab', prefix: '', suffix: '' };
    const evidence = evidenceOf({ id: 'e', story: { storyKey: other, anchor } });
    return {
      other,
      claimId: claim?.id as string,
      add: { type: 'evidence.add', claimId: claim?.id as string, evidence, before: null } as Command,
    };
  };

  test('keeps its story in the project and goes with it', () => {
    const start = withClaim({});
    const { add, other, claimId } = quoting(start);
    const project = run(start, add);
    expect(() => apply(project, { type: 'story.remove', storyKey: other })).toThrow('story_in_use');
    const story = project.stories.get(other);
    const moved = apply(project, {
      type: 'story.move',
      storyKey: other,
      story: { ...story, storyId: 'elsewhere' } as NonNullable<typeof story>,
    });
    const key = moved.project.claims.get(claimId)?.evidence[0]?.story?.storyKey;
    expect(key).toMatch(/\/elsewhere$/u);
    expect([...moved.project.citedBy.keys()]).toEqual([key]);
    expect(toData(apply(moved.project, moved.inverse).project)).toEqual(toData(project));
  });

  test('of a story that the project does not have is refused, by commands and in a file', () => {
    const start = withClaim({});
    const { claimId } = quoting(start);
    const anchor = { segment: 0, start: 0, end: 2, quote: 'ab', prefix: '', suffix: '' };
    const evidence = evidenceOf({ id: 'e', story: { storyKey: 'd/none', anchor } });
    expect(() => apply(start, { type: 'evidence.add', claimId, evidence, before: null })).toThrow(
      'command-unknown-target',
    );
    const data = toData(start);
    const damaged = { ...data, claims: data.claims.map((claim) => ({ ...claim, evidence: [evidence] })) };
    expect(() => parse({ ...serialise(start, 0), project: damaged })).toThrow('project-damaged');
  });
});
