import type { Claim } from '../../app/claim.ts';
import type { CommandOf } from '../../app/commands.ts';
import { findRating } from '../../app/rating-scale.ts';
import { markOf, type RatingMark, type Verdict } from '../../app/verdict.ts';
import { useTranslator } from '../i18n/context.ts';
import { useEditable } from '../inspector/use-open-story.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { OutcomeMark } from '../ui/OutcomeMark.tsx';
import { TextField } from '../ui/TextField.tsx';

/** How a claim came to its rating: who, when, from, to and why, the newest first. The newest can still be explained. */
export function VerdictTimeline({ claim }: { claim: Claim }) {
  const { t, dateTime } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  const scale = useWorkspaceState(({ open }) => open?.project.scale);
  const reviewer = useWorkspaceState(({ settings }) => settings.reviewer);
  const last = claim.verdicts.at(-1);
  if (!last || !scale) return null;
  const edit = async (verdictId: string, changes: CommandOf<'verdict.edit'>['changes']) => {
    const now = workspace.state.get().open?.project.claims.get(claim.id);
    if (!now?.verdicts.some(({ id }) => id === verdictId)) return true;
    return workspace.execute({ type: 'verdict.edit', claimId: claim.id, verdictId, changes });
  };
  const sign = (verdictId: string) => {
    const by = workspace.state.get().settings.reviewer;
    if (by === '') workspace.show({ kind: 'reviewer', onNamed: () => sign(verdictId) });
    else void edit(verdictId, { by });
  };
  const carried = (last.to?.id ?? null) !== claim.ratingId;
  return (
    <section className="field verdicts" aria-label={t('verdict.history')}>
      <span className="label">{t('verdict.history')}</span>
      {editable && !carried ? (
        <TextField
          key={last.id}
          label={t('verdict.why')}
          value={last.why}
          onCommit={(why) => edit(last.id, { why })}
          keepAs={`${last.id} why`}
          readOnly={false}
          field="why"
          placeholder={t('verdict.why.placeholder')}
          multiline
        />
      ) : null}
      <ol>
        {carried ? (
          <li>
            <Change from={last.to} to={markOf(findRating(scale, claim.ratingId))} />
            <span className="faint">{t('verdict.carried')}</span>
          </li>
        ) : null}
        {claim.verdicts.toReversed().map((verdict) => (
          <li key={verdict.id}>
            <Change from={verdict.from} to={verdict.to} />
            <span className="verdict-who">
              <bdi>{verdict.by === '' ? t('verdict.nobody') : verdict.by}</bdi> ·{' '}
              <time dateTime={verdict.at}>{dateTime(verdict.at)}</time>
            </span>
            {verdict.why === '' ? null : <q className="verdict-why">{verdict.why}</q>}
            {unsigned(verdict) ? (
              <button type="button" className="button small" onClick={() => sign(verdict.id)}>
                {reviewer === '' ? t('verdict.sign') : t('verdict.sign.as', { reviewer })}
              </button>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );

  function unsigned(verdict: Verdict): boolean {
    return editable && verdict === last && verdict.by.trim() === '';
  }
}

function Change({ from, to }: { from: RatingMark | null; to: RatingMark | null }) {
  const { t, locale } = useTranslator();
  const name = (mark: RatingMark | null) => mark?.label[locale] ?? t('rating.none');
  return (
    <span className="verdict-change">
      <span className="faint">{name(from)}</span> <span aria-hidden>→</span>
      <span className="visually-hidden">{t('verdict.to')}</span>
      <OutcomeMark outcome={to?.outcome ?? 'unrated'} />
      <strong>{name(to)}</strong>
    </span>
  );
}
