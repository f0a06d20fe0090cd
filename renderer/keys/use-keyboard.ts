import { useEffect } from 'react';
import { surfaces } from '../reading/surfaces.ts';
import { useWorkspace } from '../store/context.ts';
import type { State } from '../store/state.ts';
import { ACTIONS, type ActionId } from './actions.ts';
import { combinationOf, isComposing, keymap } from './keymap.ts';
import { inTurn, runAction } from './run-action.ts';
import { putTag, tagOfKeys } from './tag-shortcuts.ts';
import { turned } from './turned.ts';
import { isTyping } from './typing.ts';
import { isMac } from './use-key-names.ts';

/** Keys that a focused control needs for itself. */
const CONTROL_KEYS = new Set([
  'Enter',
  ' ',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
]);

/** Over the overview no story is in sight: its keys must not change one that nobody sees. */
function isWithin(mainView: State['mainView'], id: ActionId): boolean {
  const { group } = ACTIONS[id];
  return mainView === 'reading' || group === 'project' || group === 'view';
}

/** Listens to the keyboard for the whole window. */
export function useKeyboard(): void {
  const workspace = useWorkspace();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event)) return;
      const state = workspace.state.get();
      // A dialog has its own keys.
      if (state.dialog) return;
      const combination = combinationOf(event, isMac(state.start?.platform));
      const keys = keymap(state.settings.keys);
      const along = surfaces.current?.vertical ? keys.get(turned(combination)) : undefined;
      const id = along && ACTIONS[along].group === 'reading' ? along : keys.get(combination);
      const target = event.target instanceof Element ? event.target : document.body;
      const tag = id || !state.open ? null : tagOfKeys(state.open.project, combination);
      if (tag && state.mainView === 'reading' && !isTyping(target)) {
        event.preventDefault();
        if (state.open?.readOnly)
          workspace.report({ code: 'project-read-only', params: { path: state.open.file } });
        else inTurn(workspace, () => putTag(workspace, tag.id));
      }
      if (!id || !isWithin(state.mainView, id)) return;
      if (ACTIONS[id].scope === 'not-typing' && isTyping(target)) return;
      if (
        CONTROL_KEYS.has(event.key) &&
        target.closest(
          'button, a, summary, select, input, [role="option"], [role="radio"], [role="tab"], [role="listbox"]',
        )
      )
        return;
      event.preventDefault();
      runAction(workspace, id);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [workspace]);
}
