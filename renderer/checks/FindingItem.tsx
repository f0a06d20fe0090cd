import { useEffect, useRef } from 'react';
import { useTranslator } from '../i18n/context.ts';
import { useEditable } from '../inspector/use-open-story.ts';
import { runAction } from '../keys/run-action.ts';
import { useWorkspace } from '../store/context.ts';
import { jumpTo } from '../store/trail.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import type { ShownFinding } from './findings.ts';
import { CHECK_LABELS, wordsOf } from './messages.ts';

interface Props {
  finding: ShownFinding;
  current: boolean;
}

/** One finding: what was found, and, while it is looked at, what can be done about it. */
export function FindingItem({ finding, current }: Props) {
  const translator = useTranslator();
  const { t } = translator;
  const workspace = useWorkspace();
  const editable = useEditable();
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) element.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const { other } = finding;
  return (
    <li ref={element} className="annotation finding" data-selected={current || undefined}>
      <button
        type="button"
        className="annotation-head"
        aria-expanded={current}
        onClick={() => workspace.showFinding(current ? null : finding.id)}
      >
        <span className="finding-check">{t(CHECK_LABELS[finding.check])}</span>
        <span className="finding-words">{wordsOf(translator, finding)}</span>
      </button>
      {current ? (
        <div className="annotation-editor buttons">
          {editable ? (
            <>
              <button
                type="button"
                className="button small"
                onClick={() => runAction(workspace, 'note-finding')}
              >
                {t('finding.make-note')} <KeyHint action="note-finding" />
              </button>
              <button
                type="button"
                className="button small quiet"
                onClick={() => runAction(workspace, 'dismiss-finding')}
              >
                {t('finding.dismiss')} <KeyHint action="dismiss-finding" />
              </button>
            </>
          ) : null}
          {other ? (
            <button
              type="button"
              className="button small quiet"
              onClick={() => void jumpTo(workspace, other.ordinal)}
            >
              {t('finding.other-place')}
            </button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
