import type { Command } from '../../commands.ts';
import { type GlossaryContent, type GlossaryEntry, glossaryKey } from '../../glossary/entry.ts';
import { planImport as planTerms } from '../../glossary/import-plan.ts';
import type { ReadGlossary, RefusalReason } from '../../glossary/reading.ts';
import type { Project } from '../../project.ts';
import { derivedId } from './ids.ts';
import type { EntryReason, FieldDifference, ImportPlan, PlannedEntry } from './plan.ts';

/** What the import of a glossary would do: as with annotations, what says something else stays as it is. */
export function planGlossary(read: ReadGlossary, project: Project): ImportPlan {
  const { added, changed, same, refused } = planTerms(project.glossary, project.glossaryByKey, read);
  const entries: PlannedEntry[] = [
    ...added.map((content): PlannedEntry => {
      const entry: GlossaryEntry = { ...content, id: derivedId('term', glossaryKey(content)) };
      const command: Command = { type: 'glossary.add', entry };
      return { ...entryOf(content), kind: 'added', id: entry.id, commands: [command] };
    }),
    ...same.map((content): PlannedEntry => ({ ...entryOf(content), kind: 'matched', id: content.id })),
    ...changed.map(({ before, after }): PlannedEntry => {
      const edit: Command = { type: 'glossary.edit', entryId: before.id, changes: after };
      return {
        ...entryOf(after),
        kind: 'differs',
        id: before.id,
        differences: differencesOf(before, after),
        edits: [edit],
      };
    }),
    ...refused.map(({ line, words, reason }): PlannedEntry => {
      const empty = { source: words, target: '' };
      return { ...entryOf(empty), kind: 'refused', id: '', lead: `${line}`, reason: REASONS[reason] };
    }),
  ];
  const stories = { found: 0, added: 0, missing: 0 };
  return { entries, first: [], stories, tags: 0, unknownRatings: [] };
}

const REASONS: Record<RefusalReason, EntryReason> = {
  'no-source': 'term-broken',
  'no-target': 'term-broken',
  broken: 'term-broken',
  twice: 'term-twice',
};

function entryOf({ source, target }: Pick<GlossaryContent, 'source' | 'target'>): Omit<PlannedEntry, 'kind'> {
  return {
    ...{ what: 'term', id: '', storyKey: null, lead: '', words: target, quote: source, reason: null },
    ...{ around: null, lost: [], differences: [], commands: [], edits: [] },
  };
}

function differencesOf(before: GlossaryEntry, after: GlossaryContent): FieldDifference[] {
  const list = (words: readonly string[]) => words.join(', ');
  return (
    [
      { field: 'translation', mine: before.target, theirs: after.target },
      { field: 'variants', mine: list(before.variants), theirs: list(after.variants) },
      { field: 'remark', mine: before.note, theirs: after.note },
    ] as const
  ).filter(({ mine, theirs }) => mine !== theirs);
}
