import { useEffect, useMemo, useRef, useState } from 'react';
import type { Claim } from '../../app/claim.ts';
import { differencesOf } from '../../app/likeness/differences.ts';
import { findRating } from '../../app/rating-scale.ts';
import type { Story } from '../../app/story.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { OutcomeMark } from '../ui/OutcomeMark.tsx';
import { type CarriedPassage, carryClaim, isCarried, passagesFor, ratedClaims } from './carry.ts';
import { Runs } from './Differences.tsx';

interface Props {
  dumpId: string;
  story: Story;
  other: Story;
  claimId: string | null;
  onChooseClaim: (claimId: string | null) => void;
  onNext: (() => void) | null;
}

/** The verdicts of a story, to be carried to another one: each by itself, after a look at the words there. */
export function CarryVerdict({ dumpId, story, other, claimId, onChooseClaim, onNext }: Props) {
  const { t } = useTranslator();
  const project = useWorkspaceState((state) => state.open?.project ?? null);
  if (!project) return null;
  const claims = ratedClaims(project, dumpId, story);
  if (claims.length === 0) return null;
  const claim = claims.find(({ id }) => id === claimId) ?? null;
  return (
    <section className="similar-carry" aria-label={t('carry.label')}>
      <ul aria-label={t('carry.claims')}>
        {claims.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              className="button small quiet"
              aria-pressed={each === claim}
              onClick={() => onChooseClaim(each === claim ? null : each.id)}
            >
              <OutcomeMark outcome={findRating(project.scale, each.ratingId)?.outcome ?? 'unrated'} />{' '}
              {t('carry.to', { wording: each.wording })}
            </button>
          </li>
        ))}
      </ul>
      {claim ? <Passage key={claim.id} {...{ dumpId, story, other, claim, onNext }} /> : null}
    </section>
  );
}

type PassageProps = Omit<Props, 'claimId' | 'onChooseClaim'> & { claim: Claim };

function Passage({ dumpId, story, other, claim, onNext }: PassageProps) {
  const { t, date, locale } = useTranslator();
  const workspace = useWorkspace();
  const project = useWorkspaceState((state) => state.open?.project ?? null);
  const [busy, setBusy] = useState(false);
  const passages = useMemo(() => passagesFor(claim, story, other), [claim, story, other]);
  const carried = project !== null && isCarried(project, claim, dumpId, other);
  const element = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: the keyboard goes on with the next one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each thing that is asked.
  useEffect(() => {
    if (document.activeElement === null || document.activeElement.matches('body, dialog'))
      element.current?.querySelector<HTMLElement>('button')?.focus();
  }, [carried]);
  if (!project) return null;
  const skip = onNext ? (
    <button type="button" className="button small" onClick={onNext}>
      {t(carried ? 'carry.next' : 'carry.skip')}
    </button>
  ) : null;
  if (carried)
    return (
      <div ref={element} className="similar-passage">
        <p className="similar-carried" role="status">
          {t('carry.done')}
        </p>
        <p>{skip}</p>
      </div>
    );
  if (passages.length === 0)
    return (
      <div ref={element} className="similar-passage">
        <p>{t('carry.no-passage')}</p>
        <p>{skip}</p>
      </div>
    );
  const rating = findRating(project.scale, claim.ratingId);
  const carry = async () => {
    const { open, settings } = workspace.state.get();
    if (!open) return;
    setBusy(true);
    const source = story.source?.name ?? t('story.ordinal', { ordinal: story.ordinal + 1 });
    const why = t('carry.why', {
      source,
      date: story.publishedAt ? date(story.publishedAt, story.precision) : '',
    });
    const desk = { project: open.project, dumpId, story: other, reviewer: settings.reviewer };
    await workspace.execute(carryClaim(desk, claim, passages, why.trim()));
    setBusy(false);
  };
  return (
    <div ref={element} className="similar-passage">
      <p>{t('carry.question', { rating: rating?.label[locale] ?? '' })}</p>
      {passages.map((passage) => (
        <Words key={passage.from.start} passage={passage} lang={other.lang} />
      ))}
      <p>
        <button type="button" className="button small primary" disabled={busy} onClick={() => void carry()}>
          {t('carry.confirm')}
        </button>{' '}
        {skip}
      </p>
    </div>
  );
}

/** What is said there, and how it differs from what the verdict was given for. */
function Words({ passage: { from, to }, lang }: { passage: CarriedPassage; lang: string }) {
  const { t } = useTranslator();
  const { one, other } = differencesOf(from.quote, to.quote);
  const same = from.quote === to.quote;
  return (
    <dl className="similar-words" lang={lang === 'und' ? undefined : lang}>
      {same ? null : (
        <>
          <dt>{t('carry.here')}</dt>
          <dd>
            <Runs runs={one} as="del" />
          </dd>
        </>
      )}
      <dt>{t('carry.there')}</dt>
      <dd>
        <span className="faint">{oneLine(to.prefix)}</span>
        <mark>
          <Runs runs={other} as="ins" />
        </mark>
        <span className="faint">{oneLine(to.suffix)}</span>
      </dd>
    </dl>
  );
}

function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ');
}
