import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../../app/apply.ts';
import { type Command, commandSchema } from '../../../app/commands.ts';
import { UratoriError } from '../../../app/problem.ts';
import { emptyProject, fromData, type Project, toData } from '../../../app/project.ts';
import { FIJ_SCALE, type Rating } from '../../../app/rating-scale.ts';
import { commandFor, intents, startProject, T0 } from './random-commands.ts';

const RUNS = { numRuns: 300 };

/** Carries out what is not refused; gives every step. */
function carryOut(
  start: Project,
  commands: Iterable<(project: Project) => Command>,
): { project: Project; steps: { before: Project; command: Command; inverse: Command; after: Project }[] } {
  let project = start;
  const steps = [];
  for (const make of commands) {
    const command = make(project);
    try {
      const { project: after, inverse } = apply(project, command);
      steps.push({ before: project, command, inverse, after });
      project = after;
    } catch (thrown) {
      if (!(thrown instanceof UratoriError)) throw thrown;
    }
  }
  return { project, steps };
}

const random = (maxLength: number) =>
  intents(maxLength).map((list) => list.map((intent) => (project: Project) => commandFor(project, intent)));

describe('apply', () => {
  test('a command, then its inverse, is the identity, and the inverse has the command as inverse', () => {
    fc.assert(
      fc.property(random(60), (commands) => {
        for (const { before, inverse, after } of carryOut(startProject(), commands).steps) {
          const back = apply(after, inverse);
          expect(toData(back.project)).toEqual(toData(before));
          expect(toData(apply(back.project, back.inverse).project)).toEqual(toData(after));
        }
      }),
      RUNS,
    );
  });

  test('n commands, then n undos, give the start', () => {
    fc.assert(
      fc.property(random(80), (commands) => {
        const start = startProject();
        const { project, steps } = carryOut(start, commands);
        const back = steps.reduceRight((current, { inverse }) => apply(current, inverse).project, project);
        expect(toData(back)).toEqual(toData(start));
      }),
      RUNS,
    );
  });

  test('a refused command changes nothing, and most random commands are not refused', () => {
    let applied = 0;
    let refused = 0;
    fc.assert(
      fc.property(random(60), (commands) => {
        let project = startProject();
        for (const make of commands) {
          const command = make(project);
          const before = JSON.stringify(toData(project));
          try {
            project = apply(project, command).project;
            applied += 1;
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(UratoriError);
            expect(JSON.stringify(toData(project))).toBe(before);
            refused += 1;
          }
        }
      }),
      RUNS,
    );
    expect(applied).toBeGreaterThan(refused / 2);
    expect(refused).toBeGreaterThan(100);
  });

  test('annotations and citations by story are those that a rebuilt index has', () => {
    fc.assert(
      fc.property(random(80), (commands) => {
        const { project } = carryOut(startProject(), commands);
        const rebuilt = fromData(toData(project));
        expect(project.byStory.toJS()).toEqual(rebuilt.byStory.toJS());
        expect(project.citedBy.toJS()).toEqual(rebuilt.citedBy.toJS());
      }),
      RUNS,
    );
  });

  test('commands and inverses survive JSON, and give the same project afterwards', () => {
    fc.assert(
      fc.property(random(50), (commands) => {
        const { project, steps } = carryOut(startProject(), commands);
        const through = (command: Command) => commandSchema.parse(JSON.parse(JSON.stringify(command)));
        const replayed = steps.reduce(
          (current, { command }) => apply(current, through(command)).project,
          startProject(),
        );
        expect(toData(replayed)).toEqual(toData(project));
        const back = steps.reduceRight(
          (current, { inverse }) => apply(current, through(inverse)).project,
          replayed,
        );
        expect(toData(back)).toEqual(toData(startProject()));
      }),
      RUNS,
    );
  });

  test('what a change names as undefined is left alone', () => {
    const project = projectWithClaim();
    const changes = { wording: undefined, claimant: 'B' } as { claimant: string };
    const { project: after, inverse } = apply(project, { type: 'claim.edit', claimId: 'c', changes });
    expect(after.claims.get('c')).toEqual({ ...project.claims.get('c'), claimant: 'B' });
    expect(inverse).toEqual({ type: 'claim.edit', claimId: 'c', changes: { claimant: 'A' } });
  });

  test('a tag with a child of its own name can be removed, and comes back', () => {
    const tag = { colour: 'blue', description: '', examples: [], shortcut: '', order: '' } as const;
    const project = run(emptyProject('p', 'P', T0), [
      { type: 'tag.add', tag: { ...tag, id: 'above', name: 'Place', parentId: null } },
      { type: 'tag.add', tag: { ...tag, id: 'below', name: 'PLACE', parentId: 'above' } },
    ]);
    const { project: without, inverse } = apply(project, { type: 'tag.remove', tagId: 'above' });
    expect(toData(without).tags).toEqual([{ ...tag, id: 'below', name: 'PLACE', parentId: null }]);
    expect(toData(apply(without, inverse).project)).toEqual(toData(project));
  });

  test('removing a tag takes its uses along and says so in one undo', () => {
    const project = run(projectWithClaim(), [
      {
        type: 'tag.add',
        tag: {
          id: 't',
          name: 'T',
          colour: 'red',
          parentId: null,
          description: '',
          examples: [],
          shortcut: '',
          order: '',
        },
      },
      ...['1', '2', '3'].map(
        (id): Command => ({
          type: 'tagging.add',
          tagging: { id, tagId: 't', memo: '', storyKey: 'd/s', anchor: null, createdAt: T0, createdBy: '' },
        }),
      ),
    ]);
    const { project: without, inverse } = apply(project, { type: 'tag.remove', tagId: 't' });
    expect(without.taggings.size).toBe(0);
    expect(toData(apply(without, inverse).project)).toEqual(toData(project));
  });

  test('changing the scale needs a place for every rating in use, and loses none', () => {
    const project = projectWithClaim();
    const change = (mapping: Record<string, string>, ratings: Record<string, string> = {}): Command => ({
      type: 'scale.change',
      scale: FIJ_SCALE,
      mapping,
      ratings,
    });
    expect(() => apply(project, change({}))).toThrow('rating_not_mapped');
    expect(() => apply(project, change({ disputed: 'nonsense' }))).toThrow('rating_not_in_scale');
    const { project: after, inverse } = apply(project, change({ disputed: 'false' }));
    expect(after.claims.get('c')?.ratingId).toBe('false');
    expect(toData(apply(after, inverse).project)).toEqual(toData(project));
    expect(
      apply(project, change({ disputed: 'false' }, { c: 'misleading' })).project.claims.get('c')?.ratingId,
    ).toBe('misleading');
  });

  test('a rating called `constructor` is an ordinary one', () => {
    const scale = {
      ...FIJ_SCALE,
      ratings: [...FIJ_SCALE.ratings, { ...(FIJ_SCALE.ratings[0] as Rating), id: 'constructor' }],
    };
    const named = run(projectWithClaim(), [
      { type: 'scale.change', scale, mapping: { disputed: 'constructor' }, ratings: {} },
    ]);
    expect(named.claims.get('c')?.ratingId).toBe('constructor');
    expect(() => apply(named, { type: 'scale.change', scale: FIJ_SCALE, mapping: {}, ratings: {} })).toThrow(
      'rating_not_mapped',
    );
  });

  test('two entries of evidence with one id are refused', () => {
    const claim = projectWithClaim().claims.get('c');
    const entry = { id: 'e', stance: 'supports', title: '', url: '', archiveUrl: '', publisher: '' } as const;
    const more = { capturedAt: '', reliability: '', story: null };
    const whole = { ...entry, ...more, publishedAt: '', quote: '', file: null, addedAt: T0 };
    expect(() =>
      apply(projectWithClaim(), {
        type: 'claim.add',
        claim: { ...(claim as NonNullable<typeof claim>), id: 'other', evidence: [whole, whole] },
      }),
    ).toThrow('command-duplicate');
  });
});

function run(project: Project, commands: Command[]): Project {
  return commands.reduce((current, command) => apply(current, command).project, project);
}

function projectWithClaim(): Project {
  return run(emptyProject('p', 'P', T0), [
    {
      type: 'dump.add',
      dump: {
        id: 'd',
        name: 'd',
        path: '/d',
        relativePath: null,
        sha256: null,
        bytes: 1,
        format: 'plain-text',
        encoding: 'utf-8',
        rule: null,
      },
    },
    {
      type: 'story.add',
      story: {
        dumpId: 'd',
        storyId: 's',
        ordinal: 0,
        byteStart: 0,
        byteEnd: 1,
        source: null,
        publishedAt: null,
        lang: 'ja',
        lead: 'x',
      },
    },
    {
      type: 'claim.add',
      claim: {
        id: 'c',
        storyKey: 'd/s',
        anchors: [{ segment: 0, start: 0, end: 1, quote: 'x', prefix: '', suffix: '' }],
        wording: 'W',
        claimant: 'A',
        ratingId: 'disputed',
        verdicts: [],
        carriedFrom: null,
        rationale: [],
        evidence: [],
        createdAt: T0,
        createdBy: '',
      },
    },
  ]);
}
