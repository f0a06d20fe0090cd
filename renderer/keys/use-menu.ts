import { useEffect } from 'react';
import { useWorkspace } from '../store/context.ts';
import { isActionId } from './actions.ts';
import { runAction } from './run-action.ts';
import { isTyping } from './typing.ts';

/** Carries out what was chosen in the native menu. */
export function useMenu(): void {
  const workspace = useWorkspace();
  useEffect(
    () =>
      workspace.connection.on('menu.chosen', ({ action }) => {
        // On a Mac the menu has the keys of undo, also while a person types: then it is the words they take back.
        if ((action === 'undo' || action === 'redo') && isTyping(document.activeElement))
          document.execCommand(action);
        else if (isActionId(action)) runAction(workspace, action);
      }),
    [workspace],
  );
}
