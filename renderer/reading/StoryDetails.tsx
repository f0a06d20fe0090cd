import type { Detail, Story } from '../../app/story.ts';
import { useTranslator } from '../i18n/context.ts';

/** What the platform says about the story beside its text, and where it was found. */
export function StoryDetails({ story: { details, origin } }: { story: Story }) {
  const { t } = useTranslator();
  if (details.length === 0 && origin === null) return null;
  return (
    <div className="details">
      {details.length > 0 ? (
        <dl>
          {details.map((detail) => (
            <div key={`${detail.kind} ${detail.value}`} className="detail" data-kind={detail.kind}>
              <dt>{t(`detail.${detail.kind}`)}</dt>
              <DetailValue detail={detail} />
            </div>
          ))}
        </dl>
      ) : null}
      {origin ? <p className="origin">{t('story.origin', { ...origin })}</p> : null}
    </div>
  );
}

function DetailValue({ detail: { kind, value } }: { detail: Detail }) {
  const { date } = useTranslator();
  if (value === '') return null;
  if (kind !== 'edited') return <dd>{value}</dd>;
  return (
    <dd>
      <time dateTime={value}>{date(value, value.includes('T') ? 'second' : 'day')}</time>
    </dd>
  );
}
