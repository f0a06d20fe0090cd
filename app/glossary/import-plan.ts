import type { Map as Table } from 'immutable';
import type { Command } from '../commands.ts';
import { type GlossaryContent, type GlossaryEntry, glossaryEntrySchema, glossaryKey } from './entry.ts';
import type { ReadGlossary } from './reading.ts';

/** What an import would do. Nothing is removed by one. */
export interface ImportPlan {
  added: GlossaryContent[];
  changed: { before: GlossaryEntry; after: GlossaryContent }[];
  /** As they are already. */
  same: GlossaryEntry[];
  refused: ReadGlossary['refused'];
}

/** Compares a file with the glossary of a project. */
export function planImport(
  glossary: Table<string, GlossaryEntry>,
  byKey: Table<string, string>,
  read: ReadGlossary,
): ImportPlan {
  const plan: ImportPlan = { added: [], changed: [], same: [], refused: [...read.refused] };
  const seen = new Set<string>();
  for (const { line, entry: written } of read.entries) {
    const checked = glossaryEntrySchema.omit({ id: true }).safeParse(written);
    if (!checked.success) {
      plan.refused.push({ line, words: written.source, reason: 'broken' });
      continue;
    }
    const entry = checked.data;
    const key = glossaryKey(entry);
    if (seen.has(key)) {
      plan.refused.push({ line, words: entry.source, reason: 'twice' });
      continue;
    }
    seen.add(key);
    const before = glossary.get(byKey.get(key) ?? '');
    if (!before) plan.added.push(entry);
    else if (saysTheSame(before, entry)) plan.same.push(before);
    else plan.changed.push({ before, after: entry });
  }
  plan.refused.sort((a, b) => a.line - b.line);
  return plan;
}

/** The plan as one change of the project; null where there is nothing to do. */
export function importCommand({ added, changed }: ImportPlan, newId: () => string): Command | null {
  const commands: Command[] = [
    ...added.map((entry): Command => ({ type: 'glossary.add', entry: { ...entry, id: newId() } })),
    ...changed.map(
      ({ before, after }): Command => ({
        type: 'glossary.edit',
        entryId: before.id,
        changes: after,
      }),
    ),
  ];
  return commands.length === 0 ? null : { type: 'batch', commands };
}

function saysTheSame(before: GlossaryEntry, after: GlossaryContent): boolean {
  const { id: _, ...content } = before;
  const told = ({ source, sourceLang, target, targetLang, variants, note }: GlossaryContent) =>
    JSON.stringify([source, sourceLang, target, targetLang, variants, note]);
  return told(content) === told(after);
}
