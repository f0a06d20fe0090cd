import { useState } from 'react';
import type { ImportPreview } from '../../app/contract.ts';
import { ENTRY_KINDS, type EntryKind } from '../../app/interchange/import/plan.ts';
import { useTranslator } from '../i18n/context.ts';
import { roveFocus } from '../ui/roving.ts';
import { EntryList } from './EntryList.tsx';
import { RatingChoices } from './RatingChoices.tsx';
import type { Decisions } from './use-import.ts';

interface Props {
  preview: ImportPreview;
  decisions: Decisions;
  onDecide: (changes: Partial<Decisions>) => void;
  update: boolean;
  onUpdate: (update: boolean) => void;
}

const PANEL = 'import-panel';
const tabId = (kind: EntryKind) => `import-tab-${kind}`;

/** What would happen, in numbers and entry by entry, and what a person decides about it. */
export function Preview({ preview, decisions, onDecide, update, onUpdate }: Props) {
  const translator = useTranslator();
  const { t, number } = translator;
  const { counts, stories, tags, problems, moreProblems, placeless } = preview;
  const first = ENTRY_KINDS.find((kind) => counts[kind] > 0) ?? 'added';
  const [chosen, choose] = useState<EntryKind | null>(null);
  const kind = chosen ?? first;
  const isEmpty = ENTRY_KINDS.every((each) => counts[each] === 0);
  return (
    <>
      <p role="status" className="import-sum">
        {t('import.stories', { ...stories })}
        {tags > 0 ? ` ${t('import.tags', { tags })}` : ''}
      </p>
      {problems.length > 0 ? (
        <details className="import-problems">
          <summary>{t('import.problems', { count: problems.length + moreProblems })}</summary>
          <ul>
            {problems.map((problem) => (
              <li key={JSON.stringify(problem)}>{translator.problem(problem)}</li>
            ))}
            {moreProblems > 0 ? <li>{t('import.more-problems', { count: moreProblems })}</li> : null}
          </ul>
        </details>
      ) : null}
      <RatingChoices
        unknown={preview.unknownRatings}
        ratings={decisions.ratings}
        onRatings={(ratings) => onDecide({ ratings })}
      />
      {placeless > 0 ? (
        <label className="import-check">
          <input
            type="checkbox"
            checked={decisions.onFirstLine}
            onChange={(event) => onDecide({ onFirstLine: event.target.checked })}
          />
          {t('import.on-first-line', { count: placeless })}
        </label>
      ) : null}
      {counts.differs > 0 ? (
        <label className="import-check">
          <input type="checkbox" checked={update} onChange={(event) => onUpdate(event.target.checked)} />
          {t('import.update', { count: counts.differs })}
        </label>
      ) : null}
      {isEmpty ? (
        <p>{t('import.empty')}</p>
      ) : (
        <>
          <div
            role="tablist"
            aria-label={t('import.kinds')}
            className="import-tabs"
            onKeyDown={(event) => {
              const reached = roveFocus(event, '[role="tab"]', 'horizontal')?.dataset.tab;
              const next = ENTRY_KINDS.find((each) => each === reached);
              if (next) choose(next);
            }}
          >
            {ENTRY_KINDS.map((each) => (
              <button
                key={each}
                type="button"
                role="tab"
                id={tabId(each)}
                data-tab={each}
                data-kind={each}
                data-empty={counts[each] === 0}
                aria-selected={each === kind}
                aria-controls={PANEL}
                tabIndex={each === kind ? 0 : -1}
                onClick={() => choose(each)}
              >
                <span>{t(`import.kind.${each}`)}</span>
                <span className="import-count">{number(counts[each])}</span>
              </button>
            ))}
          </div>
          <div role="tabpanel" id={PANEL} aria-labelledby={tabId(kind)} className="import-panel">
            <p className="dialog-hint">{t(`import.kind-hint.${kind}`)}</p>
            <EntryList key={kind} preview={preview} kind={kind} />
          </div>
        </>
      )}
    </>
  );
}
