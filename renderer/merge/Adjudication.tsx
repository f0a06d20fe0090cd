import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Conflict, Decision } from '../../app/merge/merge.ts';
import type { Project } from '../../app/project.ts';
import { useTranslator } from '../i18n/context.ts';
import { isComposing } from '../keys/keymap.ts';
import { isTyping } from '../keys/typing.ts';
import { ConflictSides } from './ConflictSides.tsx';
import { type Chosen, nextOpen, waysOf } from './decisions.ts';
import { RatingChoice } from './RatingChoice.tsx';

interface Props {
  conflicts: readonly Conflict[];
  chosen: Chosen;
  project: Project;
  /** null: undecided again. */
  onDecide: (changes: Record<string, Decision | null>) => void;
}

/** What needs a decision, one after the other, mine beside theirs. Keys: 1 to 4 decide and go on, n and p only go. */
export function Adjudication({ conflicts, chosen, project, onDecide }: Props) {
  const { t } = useTranslator();
  const [at, setAt] = useState(() => nextOpen(conflicts, chosen, -1) ?? 0);
  const [choosing, setChoosing] = useState(false);
  const element = useRef<HTMLElement>(null);
  const conflict = conflicts[Math.min(at, conflicts.length - 1)] as Conflict;
  const decision = chosen[conflict.id] ?? null;
  const decided = conflicts.filter(({ id }) => chosen[id] !== undefined).length;
  const ways = waysOf(conflict);

  // The keys work from the start; and what is read out begins anew with each.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each that is shown
  useEffect(() => {
    element.current?.focus();
    element.current?.querySelector('.merge-sides')?.scrollTo(0, 0);
  }, [conflict.id]);

  const go = (to: number) => {
    setChoosing(false);
    setAt((to + conflicts.length) % conflicts.length);
  };
  const why = decision?.why ?? '';
  const take = (way: Decision['take']) => {
    if (way === 'other') {
      setChoosing(true);
      return;
    }
    onDecide({ [conflict.id]: { take: way, why } });
    const next = nextOpen(conflicts, { ...chosen, [conflict.id]: { take: way, why } }, at);
    if (next !== null) go(next);
    else setChoosing(false);
  };
  const rest = (way: 'mine' | 'theirs') => {
    const open = conflicts.filter(({ id }) => chosen[id] === undefined);
    onDecide(Object.fromEntries(open.map(({ id }) => [id, { take: way, why: '' }])));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target as Element)) return;
    const way = ways[Number(event.key) - 1];
    const isIn = (selector: string) => (event.target as Element).closest(selector) !== null;
    if (way !== undefined) take(way);
    else if (event.key === 'n' || (event.key === 'ArrowRight' && !isIn('[role="radiogroup"]'))) go(at + 1);
    else if (event.key === 'p' || (event.key === 'ArrowLeft' && !isIn('[role="radiogroup"]'))) go(at - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const story = conflict.storyKey === null ? null : project.stories.get(conflict.storyKey);

  return (
    <section
      ref={element}
      className="adjudication"
      aria-label={t('merge.decisions')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its keys decide
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <header className="merge-head">
        <h3>
          {t(`merge.one.${conflict.table}`)}{' '}
          <span className="faint">{t('merge.place', { at: at + 1, all: conflicts.length })}</span>
        </h3>
        <span role="status" className="merge-progress">
          <progress max={conflicts.length} value={decided} aria-hidden />{' '}
          {t('merge.progress', { decided, all: conflicts.length })}
        </span>
        <span className="merge-moves">
          <button type="button" className="button small quiet" onClick={() => go(at - 1)}>
            {t('merge.previous')} <kbd aria-hidden>p</kbd>
          </button>
          <button type="button" className="button small quiet" onClick={() => go(at + 1)}>
            {t('merge.next')} <kbd aria-hidden>n</kbd>
          </button>
        </span>
      </header>
      {story ? (
        <p className="merge-story" lang={story.lang === 'und' ? undefined : story.lang}>
          <span className="faint">{story.source?.name ?? t('story.no-source')}</span> {story.lead}
        </p>
      ) : null}
      <ConflictSides conflict={conflict} project={project} decision={decision} />
      <fieldset className="merge-choice">
        <legend className="visually-hidden">{t('merge.choice')}</legend>
        {ways.map((way, index) => (
          <button
            key={way}
            type="button"
            className="button"
            aria-pressed={decision?.take === way || (way === 'other' && choosing)}
            onClick={() => take(way)}
          >
            <kbd aria-hidden>{index + 1}</kbd> {nameOf(way)}
          </button>
        ))}
      </fieldset>
      {choosing || decision?.take === 'other' ? (
        <RatingChoice
          key={conflict.id}
          scale={project.scale}
          ratingId={decision?.take === 'other' ? decision.ratingId : undefined}
          takeFocus={choosing}
          onChoose={(ratingId) => {
            setChoosing(false);
            onDecide({ [conflict.id]: { take: 'other', ratingId, why } });
            element.current?.querySelector<HTMLElement>('.merge-why input')?.focus();
          }}
        />
      ) : null}
      {decision === null ? (
        <p className="dialog-hint">{t('merge.undecided')}</p>
      ) : (
        <div className="merge-why">
          {conflict.table === 'claims' && conflict.kind === 'changed' ? (
            <label>
              <span className="label">{t('merge.why')}</span>
              <input
                type="text"
                className="input"
                autoComplete="off"
                value={why}
                placeholder={t('merge.why.placeholder')}
                onChange={(event) =>
                  onDecide({ [conflict.id]: { ...decision, why: event.currentTarget.value } })
                }
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
                  event.preventDefault();
                  const next = nextOpen(conflicts, chosen, at);
                  if (next === null) element.current?.focus();
                  else go(next);
                }}
              />
            </label>
          ) : null}
          <button
            type="button"
            className="button small quiet"
            onClick={() => onDecide({ [conflict.id]: null })}
          >
            {t('merge.undo-choice')}
          </button>
        </div>
      )}
      <footer className="merge-rest">
        <span className="faint">{t('merge.keys')}</span>
        {decided < conflicts.length ? (
          <span className="buttons">
            <button type="button" className="button small" onClick={() => rest('mine')}>
              {t('merge.rest.mine')}
            </button>
            <button type="button" className="button small" onClick={() => rest('theirs')}>
              {t('merge.rest.theirs')}
            </button>
          </span>
        ) : null}
      </footer>
    </section>
  );

  function nameOf(way: Decision['take']): string {
    if (conflict.kind === 'changed' || way === 'other' || way === 'both') return t(`merge.take.${way}`);
    return t(conflict.kind === 'removed-here' ? `merge.keep.${way}` : `merge.there.${way}`);
  }
}
