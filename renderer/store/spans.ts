import type { Command } from '../../app/commands.ts';
import type { AnnotatedSpan } from '../reading/annotated-spans.ts';
import { anchorOf } from './annotating.ts';
import type { TextRange } from './state.ts';
import type { Workspace } from './workspace.ts';

/** Moves the ends of one span of an annotation; everything else about the annotation stays. */
export async function resizeSpan(
  workspace: Workspace,
  { ref, part }: Pick<AnnotatedSpan, 'ref' | 'part'>,
  range: TextRange,
): Promise<void> {
  const desk = workspace.desk();
  const anchor = desk && anchorOf(desk, range);
  if (!desk || !anchor) return;
  const command = ((): Command | null => {
    switch (ref.kind) {
      case 'claim': {
        const claim = desk.project.claims.get(ref.id);
        const anchors = claim?.anchors.map((old, index) => (index === part ? anchor : old));
        return anchors ? { type: 'claim.edit', claimId: ref.id, changes: { anchors } } : null;
      }
      case 'tagging':
        return { type: 'tagging.edit', taggingId: ref.id, changes: { anchor } };
      case 'note':
        return {
          type: 'note.edit',
          noteId: ref.id,
          changes: part === 'translation' ? { translation: anchor } : { original: anchor },
        };
    }
  })();
  if (command) await workspace.execute(command);
}
