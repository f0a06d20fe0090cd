import { useTranslator } from '../i18n/context.ts';
import { useEditable } from '../inspector/use-open-story.ts';
import { useWorkspace } from '../store/context.ts';
import type { ShownFinding } from './findings.ts';
import { wordsOf } from './messages.ts';

/** What a person put aside in this story, and the way back. */
export function DismissedFindings({ findings }: { findings: readonly ShownFinding[] }) {
  const translator = useTranslator();
  const { t } = translator;
  const workspace = useWorkspace();
  const editable = useEditable();
  return (
    <details className="fold">
      <summary>{t('checks.dismissed', { count: findings.length })}</summary>
      <ul className="findings-dismissed">
        {findings.map((finding) => (
          <li key={finding.id}>
            <span>{wordsOf(translator, finding)}</span>
            {editable ? (
              <button
                type="button"
                className="button small quiet"
                onClick={() => void workspace.execute({ type: 'finding.restore', findingId: finding.id })}
              >
                {t('finding.restore')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
