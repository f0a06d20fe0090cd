import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { Opening } from './Opening.tsx';

/** What went wrong or was done, until the person has read it. */
export function Notices() {
  const workspace = useWorkspace();
  const { t, problem } = useTranslator();
  const notices = useWorkspaceState((state) => state.notices);
  return (
    <div className="notices" aria-live="assertive">
      {notices.map((notice) => (
        <div key={notice.id} className="notice" data-tone={notice.tone}>
          <p>{notice.problem ? problem(notice.problem) : notice.text}</p>
          <button type="button" className="button quiet small" onClick={() => workspace.dismiss(notice.id)}>
            {t('notice.dismiss')}
          </button>
        </div>
      ))}
      <Opening />
    </div>
  );
}
