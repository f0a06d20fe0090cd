import type { Command } from '../../app/commands.ts';
import type { ReviewState } from '../../app/review.ts';
import { anchorsOfPair } from '../alignment/pair-commands.ts';
import { pairAt, pairsOf } from '../alignment/story-pairs.ts';
import { quotedWords } from '../evidence/quoting.ts';
import type { Run } from '../keys/run-action.ts';
import { annotatedSpans } from '../reading/annotated-spans.ts';
import { surfaces } from '../reading/surfaces.ts';
import { reviewStory } from '../sign-off/sign-off.ts';
import { anchorOf, type Desk, keyOf, newClaim, newEvidence, newNote } from '../store/annotating.ts';
import { resizeSpan } from '../store/spans.ts';
import type { AnnotationKind, TextRange } from '../store/state.ts';
import type { Workspace } from '../store/workspace.ts';

/** What is selected right now: the state hears of a selection a moment later than the next key. */
function selectionNow(workspace: Workspace): TextRange | null {
  const caret = surfaces.current?.caret();
  if (!caret) return workspace.state.get().selection;
  return { start: Math.min(caret.anchor, caret.focus), end: Math.max(caret.anchor, caret.focus) };
}

export function selectedAnchor(workspace: Workspace, desk: Desk) {
  const selection = selectionNow(workspace);
  return selection ? anchorOf(desk, selection) : null;
}

async function make(
  workspace: Workspace,
  kind: AnnotationKind,
  making: { command: Command; id: string },
): Promise<void> {
  if (!(await workspace.execute(making.command))) return;
  surfaces.current?.clear();
  workspace.selectText(null);
  workspace.select({ kind, id: making.id });
}

const claim: Run = async (workspace) => {
  const desk = workspace.desk();
  const anchor = desk && selectedAnchor(workspace, desk);
  if (desk && anchor) await make(workspace, 'claim', newClaim(desk, anchor));
};

/**
 * What the aligned counterpart of the selected words is goes with the note: a person keeps it, links another or takes
 * it away. Without one, the other side is still to be linked.
 */
const note: Run = async (workspace) => {
  const desk = workspace.desk();
  const anchor = desk && selectedAnchor(workspace, desk);
  if (!desk || !anchor) return;
  const inTranslation = desk.story.segments[anchor.segment]?.kind === 'translation';
  const pairs = pairsOf(desk.story, desk.project, keyOf(desk))?.pairs ?? [];
  const pair = pairs[pairAt(pairs, anchor.start)];
  const sides = pair ? anchorsOfPair(desk.story, pair) : { original: null, translation: null };
  const sided = inTranslation
    ? { original: sides.original, translation: anchor }
    : { original: anchor, translation: sides.translation };
  const alone =
    pair && (sided.original === null ? 'addition' : sided.translation === null ? 'omission' : null);
  await make(workspace, 'note', newNote(desk, alone ?? 'mistranslation', sided.original, sided.translation));
};

/** The selected text becomes the other side of the selected note: which side, its segment says. */
const linkCounterpart: Run = async (workspace) => {
  const desk = workspace.desk();
  const { selected } = workspace.state.get();
  const anchor = desk && selectedAnchor(workspace, desk);
  if (!desk || !anchor || selected?.kind !== 'note') return;
  const inTranslation = desk.story.segments[anchor.segment]?.kind === 'translation';
  const changes = inTranslation ? { translation: anchor } : { original: anchor };
  if (await workspace.execute({ type: 'note.edit', noteId: selected.id, changes })) surfaces.current?.clear();
};

const addSpan: Run = async (workspace) => {
  const desk = workspace.desk();
  const { selected } = workspace.state.get();
  const anchor = desk && selectedAnchor(workspace, desk);
  const claimed = selected?.kind === 'claim' ? desk?.project.claims.get(selected.id) : undefined;
  if (!anchor || !claimed) return;
  const anchors = [...claimed.anchors, anchor];
  if (await workspace.execute({ type: 'claim.edit', claimId: claimed.id, changes: { anchors } }))
    surfaces.current?.clear();
};

/** The span of the selected annotation that the selection touches, or its first one, takes the selection's ends. */
const resize: Run = async (workspace) => {
  const desk = workspace.desk();
  const { selected } = workspace.state.get();
  const selection = selectionNow(workspace);
  if (!desk || !selected || !selection) return;
  const own = annotatedSpans(desk.project, keyOf(desk), desk.story).filter(
    (span) => span.ref.id === selected.id,
  );
  const touched = own.find((span) => span.start < selection.end && selection.start < span.end) ?? own[0];
  if (!touched) return;
  await resizeSpan(workspace, touched, selection);
  surfaces.current?.clear();
};

const remove: Run = async (workspace) => {
  const { selected } = workspace.state.get();
  if (!selected || !workspace.desk()) return;
  const commands: Record<AnnotationKind, Command> = {
    claim: { type: 'claim.remove', claimId: selected.id },
    tagging: { type: 'tagging.remove', taggingId: selected.id },
    note: { type: 'note.remove', noteId: selected.id },
  };
  await workspace.execute(commands[selected.kind]);
};

const evidence: Run = async (workspace) => {
  const { selected } = workspace.state.get();
  if (!workspace.desk()) return;
  if (selected?.kind !== 'claim') {
    workspace.showTab('evidence');
    return;
  }
  if (
    await workspace.execute({
      type: 'evidence.add',
      claimId: selected.id,
      evidence: newEvidence(),
      before: null,
    })
  ) {
    workspace.showTab('evidence');
    workspace.state.update({ focusField: 'url' });
  }
};

const FIRST_FIELD: Record<AnnotationKind, string> = { claim: 'wording', tagging: 'memo', note: 'comment' };

/** The selected words become evidence for a claim of another story. */
const quoteEvidence: Run = (workspace) => {
  const desk = workspace.desk();
  const selection = selectionNow(workspace);
  const quoted = desk && selection && quotedWords(desk, selection);
  if (!quoted) return;
  workspace.selectText(selection);
  workspace.show({ kind: 'quote-evidence', quoted });
};

const review =
  (state: ReviewState): Run =>
  (workspace) =>
    reviewStory(workspace, state);

/** Making and changing annotations. */
export const annotateActions = {
  claim,
  note,
  evidence,
  remove,
  'quote-evidence': quoteEvidence,
  'add-span': addSpan,
  'resize-span': resize,
  'link-counterpart': linkCounterpart,
  tag: (workspace) => {
    if (!workspace.desk()) return;
    workspace.selectText(selectionNow(workspace));
    workspace.show({ kind: 'tag-picker' });
  },
  'story-note': (workspace) => {
    if (!workspace.desk()) return;
    if (workspace.state.get().tab === 'history') workspace.showTab('claims');
    workspace.state.update({ focusField: 'story-note-fold' });
  },
  edit: (workspace) => {
    const { selected } = workspace.state.get();
    if (selected) workspace.state.update({ focusField: FIRST_FIELD[selected.kind] });
    else if (workspace.state.get().pair !== null)
      workspace.state.update({ tab: 'translation', focusField: 'pair-comment' });
  },
  'review-unread': review('unread'),
  'review-in-progress': review('in-progress'),
  'review-reviewed': review('reviewed'),
  'review-signed-off': review('signed-off'),
} satisfies Record<string, Run>;
