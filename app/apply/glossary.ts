import { type GlossaryEntry, glossaryKey } from '../glossary/entry.ts';
import type { Project } from '../project.ts';
import type { Appliers } from './applied.ts';
import { before, given } from './changes.ts';
import { known, mustBeNew } from './checks.ts';

export const glossary: Appliers<'glossary.add' | 'glossary.edit' | 'glossary.remove'> = {
  'glossary.add'(project, { entry }) {
    mustBeNew(project.glossary.has(entry.id), 'glossary', entry.id);
    return {
      project: put(project, entry),
      inverse: { type: 'glossary.remove', entryId: entry.id },
    };
  },

  'glossary.edit'(project, { entryId, changes }) {
    const entry = known(project.glossary.get(entryId), 'glossary', entryId);
    return {
      project: put(without(project, entry), { ...entry, ...given(changes) }),
      inverse: { type: 'glossary.edit', entryId, changes: before(entry, changes) },
    };
  },

  'glossary.remove'(project, { entryId }) {
    const entry = known(project.glossary.get(entryId), 'glossary', entryId);
    return { project: without(project, entry), inverse: { type: 'glossary.add', entry } };
  },
};

/** A wording has one entry for each language that it is translated to; other translations of it are variants. */
function put(project: Project, entry: GlossaryEntry): Project {
  const key = glossaryKey(entry);
  mustBeNew(project.glossaryByKey.has(key), 'glossary', entry.source);
  return {
    ...project,
    glossary: project.glossary.set(entry.id, entry),
    glossaryByKey: project.glossaryByKey.set(key, entry.id),
  };
}

function without(project: Project, entry: GlossaryEntry): Project {
  return {
    ...project,
    glossary: project.glossary.delete(entry.id),
    glossaryByKey: project.glossaryByKey.delete(glossaryKey(entry)),
  };
}
