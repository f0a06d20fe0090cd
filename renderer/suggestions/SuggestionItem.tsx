import { useEffect, useRef } from 'react';
import type { Story } from '../../app/story.ts';
import type { Suggestion } from '../../app/suggest/suggest.ts';
import { useTranslator } from '../i18n/context.ts';
import { runAction } from '../keys/run-action.ts';
import { useWorkspace } from '../store/context.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { ReasonList } from './ReasonList.tsx';

interface Props {
  suggestion: Suggestion;
  story: Story;
  current: boolean;
  editable: boolean;
}

const DECISIONS = ['accept', 'edit', 'dismiss'] as const;

/** A suggested sentence with its reasons; the current one also with what a person may decide about it. */
export function SuggestionItem({ suggestion, story, current, editable }: Props) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!current) return;
    // A list that was unfolded just now has its height a frame later.
    const frame = requestAnimationFrame(() => element.current?.scrollIntoView({ block: 'nearest' }));
    return () => cancelAnimationFrame(frame);
  }, [current]);
  const { start, end, lang } = suggestion;
  return (
    <li ref={element} className="annotation suggestion" data-selected={current || undefined}>
      <button
        type="button"
        className="suggestion-head"
        aria-expanded={current}
        onClick={() =>
          workspace.state.update({ suggestion: current ? null : { start, end }, selected: null })
        }
      >
        <span className="suggestion-words" lang={lang === 'und' ? undefined : lang}>
          {story.text.slice(start, end)}
        </span>
      </button>
      <ReasonList suggestion={suggestion} text={story.text} />
      {current && editable ? (
        <div className="suggestion-decisions">
          {DECISIONS.map((decision) => (
            <button
              key={decision}
              type="button"
              className={`button small${decision === 'accept' ? ' primary' : ''}`}
              onClick={() => runAction(workspace, `${decision}-suggestion`)}
            >
              {t(`suggest.${decision}`)} <KeyHint action={`${decision}-suggestion`} />
            </button>
          ))}
        </div>
      ) : null}
    </li>
  );
}
