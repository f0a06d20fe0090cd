import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../../../../app/apply.ts';
import type { AnnotationSet } from '../../../../../app/interchange/annotation-set.ts';
import { INTERCHANGE_IDS } from '../../../../../app/interchange/catalogue.ts';
import { carriedOf } from '../../../../../app/interchange/features.ts';
import { INTERCHANGES } from '../../../../../app/interchange/formats.ts';
import { countsOf, importCommand } from '../../../../../app/interchange/import/plan.ts';
import { toData } from '../../../../../app/project.ts';
import { sets } from '../arbitrary.ts';
import { carriedOut, dumpOf, EMPTY, exported, planned, written } from './desk.ts';

/** A story without annotations is nothing that an import brings into a project. */
function annotated(set: AnnotationSet): AnnotationSet {
  const stories = set.stories.filter(
    ({ claims, taggings, notes }) => claims.length + taggings.length + notes.length > 0,
  );
  return { ...set, stories };
}

describe.each(INTERCHANGE_IDS)('%s', (id) => {
  const format = INTERCHANGES[id];
  const { carries } = format;

  it('an export, imported into a fresh project on the same dump, is exported as it was', () =>
    fc.assert(
      fc.asyncProperty(sets, async (set) => {
        const dump = dumpOf(set);
        const project = carriedOut(EMPTY, planned(set, dump, EMPTY, { onFirstLine: true }));
        const first = await exported(project, dump);
        // Some formats have no file for nothing at all.
        fc.pre(first.stories.length > 0);
        const files = written(format, first);
        const read = format.parse(files);
        expect(read.problems).toEqual([]);

        const plan = planned(read.set, dump, EMPTY, { carries, onFirstLine: true });
        expect(plan.entries.filter(({ kind }) => kind === 'refused')).toEqual([]);
        const fresh = carriedOut(EMPTY, plan);
        const second = await exported(fresh, dump);
        const carried = (each: AnnotationSet) => {
          const { tags, ...rest } = annotated(carriedOf(each, carries));
          // Without a tree, tags of one name that stood at different places get numbers.
          const plain = (name: string) =>
            carries.includes('tag-tree') ? name : name.replace(/ \(\d+\)$/u, '');
          return { ...rest, tags: tags.map((tag) => ({ ...tag, name: plain(tag.name) })) };
        };
        expect(carried(second)).toEqual(carried(first));

        // Once more, there and where it came from: nothing changes.
        for (const target of [fresh, project]) {
          const again = planned(read.set, dump, target, { carries, onFirstLine: true });
          expect(importCommand(again, true)).toBeNull();
          expect({ ...countsOf(again.entries), matched: 0 }).toEqual({
            ...{ added: 0, matched: 0, moved: 0, differs: 0, refused: 0 },
          });
        }
      }),
      { numRuns: 60 },
    ));

  it('one undo takes all of it back', () => {
    fc.assert(
      fc.property(sets, (set) => {
        const dump = dumpOf(set);
        const command = importCommand(planned(set, dump, EMPTY), false);
        if (!command) return;
        const { project, inverse } = apply(EMPTY, command);
        expect(toData(apply(project, inverse).project)).toEqual(toData(EMPTY));
      }),
      { numRuns: 20 },
    );
  });
});
