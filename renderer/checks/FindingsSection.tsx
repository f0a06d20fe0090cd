import { useTranslator } from '../i18n/context.ts';
import { useEditable } from '../inspector/use-open-story.ts';
import { useWorkspaceState } from '../store/context.ts';
import { roveFocus } from '../ui/roving.ts';
import { CheckSwitches } from './CheckSwitches.tsx';
import { DismissedFindings } from './DismissedFindings.tsx';
import { FindingItem } from './FindingItem.tsx';
import { useFindings } from './use-findings.ts';
import './checks.css';

/** What the checks of the translation found, in the order of the text: suggestions that a person takes up or puts aside. */
export function FindingsSection() {
  const { t } = useTranslator();
  const editable = useEditable();
  const { open, dismissed } = useFindings();
  const current = useWorkspaceState((state) => state.finding);
  return (
    <section className="findings" aria-labelledby="findings-title">
      <h3 id="findings-title" className="findings-title">
        {t('checks.title', { count: open.length })}
      </h3>
      {open.length === 0 ? (
        <p className="faint">{t('checks.none')}</p>
      ) : (
        <ul
          className="annotations"
          aria-labelledby="findings-title"
          onKeyDown={(event) => {
            const onHead = event.target instanceof HTMLElement && event.target.matches('.annotation-head');
            if (onHead) roveFocus(event, '.annotation-head', 'vertical');
          }}
        >
          {open.map((finding) => (
            <FindingItem key={finding.id} finding={finding} current={finding.id === current} />
          ))}
        </ul>
      )}
      {dismissed.length > 0 ? <DismissedFindings findings={dismissed} /> : null}
      {editable ? <CheckSwitches /> : null}
    </section>
  );
}
