import { useTranslator } from '../i18n/context.ts';
import { useWorkspaceState } from '../store/context.ts';

/** What may be the reason that a project is only looked at. */
const REASONS = ['project-locked', 'project-read-only', 'project-folder-read-only', 'project-too-new'];

/** Says that nothing can be changed, and why. */
export function ReadOnlyNote() {
  const { t, problem } = useTranslator();
  const open = useWorkspaceState((state) => state.open);
  if (!open?.readOnly) return null;
  const reason = open.notices.find(({ code }) => REASONS.includes(code));
  return (
    <div className="read-only-note" role="note">
      <strong>{t('inspector.readOnly')}</strong> {reason ? problem(reason) : t('inspector.readOnly.reason')}
    </div>
  );
}
