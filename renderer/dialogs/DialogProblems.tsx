import { useState } from 'react';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';

/** What went wrong since the dialog opened: the notices themselves are out of reach behind it. */
export function DialogProblems() {
  const translator = useTranslator();
  const workspace = useWorkspace();
  const notices = useWorkspaceState((state) => state.notices);
  const [before] = useState(() => Math.max(0, ...workspace.state.get().notices.map(({ id }) => id)));
  const since = notices.filter(({ id, problem }) => id > before && problem !== null);
  return (
    <div role="alert" className="dialog-problems">
      {since.map(({ id, problem }) => (
        <p key={id} className="field-problem">
          {problem ? translator.problem(problem) : ''}
        </p>
      ))}
    </div>
  );
}
