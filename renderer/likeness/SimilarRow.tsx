import type { Story } from '../../app/story.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace } from '../store/context.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { useLikeness } from './use-likeness.ts';
import './likeness.css';

/** Under a story's header: who else reports it, and who says something else about the same link. */
export function SimilarRow({ story }: { story: Story }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const counts = useLikeness(story);
  const show = () => workspace.show({ kind: 'similar', claimId: null });
  if (counts === null || (counts.known && counts.alike + counts.citing === 0)) return null;
  return (
    <p className="similar-row">
      <button type="button" className="button small" onClick={show}>
        {counts.known
          ? [
              counts.alike > 0 ? t('similar.also', { count: counts.alike }) : '',
              counts.citing > 0 ? t('similar.contrast', { count: counts.citing }) : '',
            ]
              .filter((words) => words !== '')
              .join(' · ')
          : t('similar.look')}{' '}
        <KeyHint action="similar" />
      </button>
    </p>
  );
}
