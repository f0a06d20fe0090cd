import type { Suggestion } from '../../app/suggest/suggest.ts';
import type { Run } from '../keys/run-action.ts';
import { surfaces } from '../reading/surfaces.ts';
import { anchorOf, dismissSuggestion, keyOf, newClaim } from '../store/annotating.ts';
import type { Workspace } from '../store/workspace.ts';
import { currentSuggestion, neighbourSuggestion, suggestionsOf } from '../suggestions/story-suggestions.ts';

function suggestionsNow(workspace: Workspace): Suggestion[] {
  const { open, story } = workspace.state.get();
  if (!open?.currentDumpId || !story) return [];
  return suggestionsOf(open.project, keyOf({ dumpId: open.currentDumpId, story }), story);
}

const step =
  (by: 1 | -1): Run =>
  (workspace) => {
    const to = neighbourSuggestion(suggestionsNow(workspace), workspace.state.get().suggestion, by);
    if (!to) return;
    workspace.select(null);
    workspace.showTab('claims');
    workspace.state.update({ suggestion: { start: to.start, end: to.end }, suggestionsShown: true });
  };

/** The claim is selected, so that it can be rated at once; the next suggestion is a key away. */
const accept =
  (focusField: string | null): Run =>
  async (workspace) => {
    const desk = workspace.desk();
    const current = currentSuggestion(suggestionsNow(workspace), workspace.state.get());
    const anchor = desk && current && anchorOf(desk, current);
    if (!desk || !anchor) return;
    const { command, id } = newClaim(desk, anchor);
    if (!(await workspace.execute(command))) return;
    surfaces.current?.clear();
    workspace.selectText(null);
    workspace.select({ kind: 'claim', id });
    workspace.state.update({ focusField });
  };

/** Nothing is left to do here: on to the next one. */
const dismiss: Run = async (workspace) => {
  const desk = workspace.desk();
  const current = currentSuggestion(suggestionsNow(workspace), workspace.state.get());
  const anchor = desk && current && anchorOf(desk, current);
  if (!desk || !anchor) return;
  if (await workspace.execute(dismissSuggestion(desk, anchor))) step(1)(workspace);
};

/** Going through what is suggested and deciding about it. */
export const suggestionActions = {
  'next-suggestion': step(1),
  'previous-suggestion': step(-1),
  'accept-suggestion': accept(null),
  'edit-suggestion': accept('wording'),
  'dismiss-suggestion': dismiss,
} satisfies Record<string, Run>;
