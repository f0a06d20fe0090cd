import type { Story } from '../../app/story.ts';
import { useTranslator } from '../i18n/context.ts';
import { runAction } from '../keys/run-action.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { cutOf } from './story-pairs.ts';

/** How much longer the full text of a cut post is, and how both are laid out. */
export function CutHead({ story }: { story: Story }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const beside = useWorkspaceState((state) => state.cutBeside);
  const cut = cutOf(story);
  if (!cut) return null;
  const count = cut.added.reduce((sum, { start, end }) => sum + end - start, 0);
  return (
    <p className="cut-head">
      <span className="cut-adds">{t('cut.adds', { count })}</span>
      <button type="button" className="button quiet small" onClick={() => runAction(workspace, 'cut-beside')}>
        {t(beside ? 'cut.above' : 'cut.beside')}
      </button>
    </p>
  );
}
