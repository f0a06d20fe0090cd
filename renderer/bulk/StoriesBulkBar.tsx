import { useTranslator } from '../i18n/context.ts';
import { runAction } from '../keys/run-action.ts';
import { useWorkspace } from '../store/context.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { useChosenStories } from './chosen-stories.ts';
import './bulk.css';

/** Over the list while stories are chosen in it: how many, and what can be done to them. */
export function StoriesBulkBar() {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const choice = useChosenStories();
  if (choice.size === 0) return null;
  return (
    <div className="bulk-bar stories-bulk">
      <span role="status">{t('bulk.stories.chosen', { count: choice.size })}</span>
      <button type="button" className="button small" onClick={() => runAction(workspace, 'bulk')}>
        {t('bulk.change')} <KeyHint action="bulk" />
      </button>
      <button type="button" className="button small quiet" onClick={choice.all}>
        {t('bulk.all')}
      </button>
      <button type="button" className="button small quiet" onClick={choice.none}>
        {t('bulk.none')}
      </button>
    </div>
  );
}
