import type { Answered } from '../../app/agreement/projects/report.ts';
import type { Anchor } from '../../app/anchor.ts';
import type { Project } from '../../app/project.ts';
import { goToWords } from '../store/go-to-words.ts';
import { goToStory } from '../store/stepping.ts';
import type { Workspace } from '../store/workspace.ts';

/** Leaves the dialog for the story of a thing and marks its words; the thing is selected where it is of this project. */
export async function goToEntry(workspace: Workspace, entry: Answered): Promise<void> {
  workspace.show(null);
  const project = workspace.state.get().open?.project;
  const own = project && ownOf(project, entry);
  if (!own?.anchor) return goToStory(workspace, entry.storyKey);
  await goToWords(workspace, entry.storyKey, own.anchor);
  if (own.selected) workspace.state.update({ selected: own.selected });
}

function ownOf(
  project: Project,
  { question, ids }: Answered,
): { anchor: Anchor | null; selected: { kind: 'claim' | 'note'; id: string } | null } | null {
  for (const id of ids) {
    if (id === null) continue;
    if (question === 'fidelity') {
      const judgement = project.judgements.get(id);
      if (judgement) return { anchor: judgement.original ?? judgement.translation, selected: null };
    } else if (question === 'note-kinds') {
      const note = project.notes.get(id);
      if (note) return { anchor: note.original ?? note.translation, selected: { kind: 'note', id } };
    } else {
      const claim = project.claims.get(id);
      if (claim) return { anchor: claim.anchors[0] ?? null, selected: { kind: 'claim', id } };
    }
  }
  return null;
}
