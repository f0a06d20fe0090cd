import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../../../app/apply.ts';
import type { Command } from '../../../../app/commands.ts';
import { contradiction } from '../../../../app/consistency.ts';
import { type Decision, type Merge, mergeProjects } from '../../../../app/merge/merge.ts';
import { UratoriError } from '../../../../app/problem.ts';
import { fromData, type Project, type ProjectData, toData } from '../../../../app/project.ts';
import { isSame } from '../../../../app/project-diff.ts';
import { commandFor, type Intent, intents, startProject } from '../random-commands.ts';

const RUNS = { numRuns: 250 };
const SIGNED = { by: 'Ada', at: '2025-03-01T09:00:00.000Z' };

const carryOut = (start: Project, list: readonly Intent[]): Project =>
  list.reduce((project, intent) => {
    try {
      return apply(project, commandFor(project, intent)).project;
    } catch (thrown) {
      if (!(thrown instanceof UratoriError)) throw thrown;
      return project;
    }
  }, start);

/** A project, and two that were made of it. */
const parted = fc.tuple(intents(30), intents(25), intents(25)).map(([before, mine, theirs]) => {
  const base = carryOut(startProject(), before);
  return { base: toData(base), mine: toData(carryOut(base, mine)), theirs: toData(carryOut(base, theirs)) };
});

/** Where a dump stands is not merged. */
const placeless = (data: ProjectData): ProjectData => ({
  ...data,
  dumps: data.dumps.map((dump) => ({ ...dump, path: '', relativePath: null })),
});

/** What is only a hint of where to look for a dump or a story is mine, where both have one. */
const hintless = (data: ProjectData): unknown => ({
  ...data,
  dumps: data.dumps.map(({ id }) => id),
  stories: data.stories.map(({ dumpId, storyId }) => [dumpId, storyId]),
});

const idsIn = (data: ProjectData): string[] =>
  [
    data.dumps,
    data.tags,
    data.claims,
    data.taggings,
    data.notes,
    data.judgements,
    data.filters,
    data.queues,
    data.glossary,
  ]
    .flat()
    .map(({ id }) => id);

const merged = (
  ...[base, mine, theirs, options]: [ProjectData | null, ProjectData, ProjectData, object?]
): Merge | null => {
  try {
    return mergeProjects(base, mine, theirs, { ...SIGNED, ...options });
  } catch (thrown) {
    // Scales that cannot be brought together are refused, which is tested for itself.
    if (thrown instanceof UratoriError && thrown.code === 'merge-scales-differ') return null;
    throw thrown;
  }
};

const carriedOut = (data: ProjectData, commands: readonly Command[]): ProjectData =>
  toData(commands.reduce((project, command) => apply(project, command).project, fromData(data)));

describe('a three-way merge', () => {
  it('of the same with the same changes nothing', () => {
    fc.assert(
      fc.property(parted, ({ base, mine }) => {
        const merge = merged(base, mine, mine);
        expect(merge?.command).toBeNull();
        expect(merge?.conflicts).toEqual([]);
        expect(merge?.merged).toEqual(mine);
      }),
      RUNS,
    );
  });

  it('takes all of theirs where I changed nothing', () => {
    fc.assert(
      fc.property(parted, ({ base, theirs }) => {
        const merge = merged(base, base, theirs) as Merge;
        expect(merge.conflicts).toEqual([]);
        expect(placeless(merge.merged)).toEqual(placeless(theirs));
      }),
      RUNS,
    );
  });

  it('leaves mine as it is where they changed nothing', () => {
    fc.assert(
      fc.property(parted, ({ base, mine }) => {
        const merge = merged(base, mine, base);
        expect(merge?.conflicts).toEqual([]);
        expect(merge?.command).toBeNull();
        expect(merge?.merged).toEqual(mine);
      }),
      RUNS,
    );
  });
});

describe.each(['with an ancestor', 'without one', 'of projects that were made apart'] as const)(
  'a merge %s',
  (how) => {
    const sides = parted.map(({ theirs, ...rest }) => ({
      ...rest,
      theirs: how === 'of projects that were made apart' ? { ...theirs, id: 'another project' } : theirs,
    }));
    const baseOf = (base: ProjectData) => (how === 'with an ancestor' ? base : null);

    it('is one batch that leads to what it says, holds together, and can be undone', () => {
      let merges = 0;
      fc.assert(
        fc.property(sides, ({ base, mine, theirs }) => {
          const merge = merged(baseOf(base), mine, theirs);
          if (!merge) return;
          merges += 1;
          expect(contradiction(merge.merged)).toBeNull();
          const commands = merge.command ? [merge.command] : [];
          expect(carriedOut(mine, commands)).toEqual(merge.merged);
          if (!merge.command) return;
          const { project, inverse } = apply(fromData(mine), merge.command);
          expect(toData(apply(project, inverse).project)).toEqual(mine);
        }),
        RUNS,
      );
      expect(merges).toBeGreaterThan(RUNS.numRuns / 2);
    });

    it('loses nothing: what either made is there, or somebody is asked about it', () => {
      fc.assert(
        fc.property(sides, ({ base, mine, theirs }) => {
          const merge = merged(baseOf(base), mine, theirs);
          if (!merge) return;
          const before = baseOf(base);
          for (const side of [mine, theirs])
            for (const table of ['claims', 'taggings', 'notes', 'judgements', 'filters', 'queues'] as const)
              for (const record of side[table]) {
                const old = before?.[table].some((each) => isSame(each, record));
                const known = merge.merged[table].some(({ id }) => id === record.id);
                const asked = merge.conflicts.some(({ table: of, key }) => of === table && key === record.id);
                // Paired by its words with another one: there under the other's id.
                const paired = side === theirs && !mine[table].some(({ id }) => id === record.id);
                expect(old || known || asked || paired).toBe(true);
              }
          for (const claim of [...mine.claims, ...theirs.claims]) {
            const there = merge.merged.claims.some(({ id }) => id === claim.id);
            const old = before?.claims.find(({ id }) => id === claim.id);
            // Where `v1` is another verdict in either project, theirs has another id by now.
            const kept = merge.merged.claims.flatMap(({ verdicts }) =>
              verdicts.map(({ id }) => id.replace(/~\d+$/u, '')),
            );
            for (const { id } of there ? claim.verdicts : [])
              if (!old?.verdicts.some((verdict) => verdict.id === id)) expect(kept).toContain(id);
          }
        }),
        RUNS,
      );
    });

    it('once more changes nothing', () => {
      let clean = 0;
      fc.assert(
        fc.property(sides, ({ base, mine, theirs }) => {
          const merge = merged(baseOf(base), mine, theirs);
          if (!merge) return;
          const again = merged(baseOf(base), merge.merged, theirs);
          // A rating of another scale may have lost what showed how it is called here.
          if (!again) return;
          expect(again.conflicts.map(({ id }) => id)).toEqual(merge.conflicts.map(({ id }) => id));
          if (merge.conflicts.length > 0) return;
          clean += 1;
          expect(again.merged).toEqual(merge.merged);
          expect(again.command).toBeNull();
        }),
        RUNS,
      );
      expect(clean).toBeGreaterThan(20);
    });

    it('comes to the same whoever merges', () => {
      fc.assert(
        fc.property(sides, ({ base, mine, theirs }) => {
          const one = merged(baseOf(base), mine, theirs);
          const other = merged(baseOf(base), theirs, mine);
          // Without an ancestor what is mine stays on my scale, whatever theirs is.
          if (how === 'with an ancestor') expect(one === null).toBe(other === null);
          if (!one || !other || one.conflicts.length > 0 || how !== 'with an ancestor') return;
          expect(other.conflicts).toEqual([]);
          // What was paired by its words has the id of the side that is merged into.
          if (isSame(idsIn(one.merged), idsIn(other.merged)))
            expect(hintless(other.merged)).toEqual(hintless(one.merged));
          else expect(idsIn(other.merged).length).toBe(idsIn(one.merged).length);
        }),
        RUNS,
      );
    });

    it('asks no more once all is decided, and keeps what was decided', () => {
      fc.assert(
        fc.property(
          sides,
          fc.infiniteStream(fc.constantFrom('mine', 'theirs', 'both')),
          ({ base, mine, theirs }, takes) => {
            const merge = merged(baseOf(base), mine, theirs);
            if (!merge) return;
            const decisions = new Map(
              merge.conflicts.map(({ id, canKeepBoth }): [string, Decision] => {
                const take = takes.next().value as 'mine' | 'theirs' | 'both';
                return [id, { take: take === 'both' && !canKeepBoth ? 'mine' : take, why: 'Talked over.' }];
              }),
            );
            const settled = merged(baseOf(base), mine, theirs, { decisions }) as Merge;
            expect(settled.conflicts).toEqual([]);
            expect(contradiction(settled.merged)).toBeNull();
            expect(carriedOut(mine, settled.command ? [settled.command] : [])).toEqual(settled.merged);
            const again = merged(baseOf(base), settled.merged, theirs);
            // A rating of another scale may have lost what showed how it is called here.
            if (!again) return;
            // What is kept beside its counterpart may make another pair than before, which is another question.
            for (const { fingerprint } of again.conflicts)
              expect(merge.conflicts.map((each) => each.fingerprint)).not.toContain(fingerprint);
          },
        ),
        RUNS,
      );
    });
  },
);

describe('every list of a project', () => {
  it('is merged', () => {
    const empty = toData(startProject());
    const random = fc.sample(intents(400), { numRuns: 60, seed: 7 });
    const isFull = (data: ProjectData) =>
      Object.values(data).every((value) => !Array.isArray(value) || value.length > 0);
    // A list that is new in the format has to be among what random commands make, and in the merge.
    const theirs = random.map((list) => toData(carryOut(startProject(), list))).find(isFull) as ProjectData;
    expect(theirs).toBeDefined();
    const merge = merged(empty, empty, theirs) as Merge;
    expect(placeless(merge.merged)).toEqual(placeless(theirs));
  });
});
