import type { Claim } from '../../app/claim.ts';
import { isEmpty } from '../../app/rich-text.ts';
import { useTranslator } from '../i18n/context.ts';
import { OutcomeMark } from '../ui/OutcomeMark.tsx';
import { RichTextView } from '../ui/rich-text/RichTextView.tsx';

/** What each coder held of a claim before their projects were merged, whatever was decided. */
export function Opinions({ claim }: { claim: Claim }) {
  const { t, locale, dateTime } = useTranslator();
  const { opinions = [] } = claim;
  if (opinions.length === 0) return null;
  return (
    <section className="field verdicts opinions" aria-label={t('opinions.label')}>
      <span className="label">{t('opinions.label')}</span>
      <ol>
        {opinions.map((opinion) => {
          const { by, at, rating, wording, rationale, from } = opinion;
          return (
            <li key={JSON.stringify(opinion)}>
              <span className="verdict-change">
                <OutcomeMark outcome={rating?.outcome ?? 'unrated'} />
                <strong>{rating?.label[locale] ?? t('rating.none')}</strong>
              </span>
              <span className="verdict-who">
                <bdi>{by === '' ? t('verdict.nobody') : by}</bdi> · <time dateTime={at}>{dateTime(at)}</time>
                {from.title === '' ? null : <> · {from.title}</>}
              </span>
              {wording === '' || wording === claim.wording ? null : <q className="verdict-why">{wording}</q>}
              {isEmpty(rationale) ? null : <RichTextView value={rationale} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
