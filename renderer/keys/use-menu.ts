import { useEffect } from 'react';
import { useWorkspace } from '../store/context.ts';
import { isActionId } from './actions.ts';
import { runAction } from './run-action.ts';

/** Carries out what was chosen in the native menu. */
export function useMenu(): void {
  const workspace = useWorkspace();
  useEffect(
    () =>
      workspace.connection.on('menu.chosen', ({ action }) => {
        if (isActionId(action)) runAction(workspace, action);
      }),
    [workspace],
  );
}
