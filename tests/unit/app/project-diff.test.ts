import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../../app/apply.ts';
import { type Project, type ProjectData, toData } from '../../../app/project.ts';
import { diffProjects, isEmpty, type ProjectDiff } from '../../../app/project-diff.ts';
import { commandFor, type Intent, intents, startProject } from './random-commands.ts';

function worked(project: Project, list: readonly Intent[]): Project {
  return list.reduce((before, intent) => {
    try {
      return apply(before, commandFor(before, intent)).project;
    } catch {
      return before;
    }
  }, project);
}

const pairs = fc.tuple(intents(25), intents(25)).map(([first, second]) => {
  const old = worked(startProject(), first);
  return [toData(old), toData(worked(old, second))] as const;
});

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
type Entry = Record<string, unknown>;

/** The lists of a project as the difference sees them, in no order. */
function listsOf(data: ProjectData): Map<string, Set<string>> {
  const lists = new Map<string, Set<string>>();
  const sorted = (entry: Entry) =>
    JSON.stringify(Object.entries(plain(entry) as Entry).sort(([a], [b]) => (a < b ? -1 : 1)));
  for (const [name, value] of Object.entries(data)) {
    const entries: unknown[] = Array.isArray(value) ? value : [];
    const records = entries.filter((entry): entry is Entry => typeof entry === 'object' && entry !== null);
    if (records.length > 0) lists.set(name, new Set(records.map(sorted)));
  }
  lists.set('claims', new Set(data.claims.map(({ evidence: _, ...claim }) => sorted(claim))));
  lists.set(
    'evidence',
    new Set(
      data.claims.flatMap(({ id, storyKey, evidence }) =>
        evidence.map((entry) => sorted({ ...entry, claimId: id, storyKey })),
      ),
    ),
  );
  return lists;
}

/** Without lists that hold nothing. */
function filled(lists: Map<string, Set<string>>): Map<string, Set<string>> {
  return new Map([...lists].filter(([, list]) => list.size > 0));
}

function patched(data: ProjectData, { records }: ProjectDiff): Map<string, Set<string>> {
  const lists = listsOf(data);
  const sorted = (entry: object) =>
    JSON.stringify(Object.entries(plain(entry) as Entry).sort(([a], [b]) => (a < b ? -1 : 1)));
  for (const { table, before, after } of records) {
    const list = lists.get(table) ?? new Set();
    if (before) expect(list.delete(sorted(before))).toBe(true);
    if (after) list.add(sorted(after));
    lists.set(table, list);
  }
  return lists;
}

describe('the difference of two projects', () => {
  it('is nothing between a project and itself, also after a way through JSON', () => {
    fc.assert(
      fc.property(pairs, ([data]) => {
        expect(isEmpty(diffProjects(data, data))).toBe(true);
        expect(isEmpty(diffProjects(data, plain(data)))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('makes the second of the first: nothing that differs is left out', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const diff = diffProjects(before, after);
        expect(filled(patched(before, diff))).toEqual(filled(listsOf(after)));
        for (const { field, after: value } of diff.fields)
          expect(value).toEqual(after[field as keyof ProjectData]);
        const same = diff.fields.map(({ field }) => field);
        for (const field of ['title', 'scale'] as const)
          if (!same.includes(field)) expect(after[field]).toEqual(before[field]);
      }),
      { numRuns: 40 },
    );
  });

  it('the other way round is its mirror', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const there = diffProjects(before, after).records;
        const back = diffProjects(after, before).records;
        const mirror = { added: 'removed', removed: 'added', changed: 'changed' } as const;
        const seen = (list: typeof there, turned: boolean) =>
          list
            .map(({ table, key, change, fields }) =>
              JSON.stringify([
                table,
                key,
                turned ? mirror[change] : change,
                fields.map(({ field }) => field).sort(),
              ]),
            )
            .sort();
        expect(seen(back, true)).toEqual(seen(there, false));
      }),
      { numRuns: 40 },
    );
  });

  it('names the fields that changed, and the story that they are about', () => {
    const project = startProject();
    const [claim] = [...project.claims.values()];
    if (!claim) throw new Error('the start has a claim');
    const after = apply(project, {
      type: 'claim.edit',
      claimId: claim.id,
      changes: { claimant: '湊市長' },
    }).project;
    expect(diffProjects(toData(project), toData(after)).records).toMatchObject([
      {
        table: 'claims',
        key: claim.id,
        change: 'changed',
        storyKey: claim.storyKey,
        fields: [{ field: 'claimant', before: claim.claimant, after: '湊市長' }],
      },
    ]);
  });
});
