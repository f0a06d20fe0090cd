import type { Project } from '../../app/project.ts';
import { EVIDENCE_ASKED, QUEUE_ORDERS, type Queue } from '../../app/queue/queue.ts';
import { OUTCOMES } from '../../app/rating-scale.ts';
import { REVIEW_STATES } from '../../app/review.ts';
import { useTranslator } from '../i18n/context.ts';
import { codebook, pathOf } from '../tags/codebook.ts';
import { SelectField } from '../ui/SelectField.tsx';

interface Props {
  project: Project;
  queue: Queue;
  onChange: (changes: Partial<Queue>) => void;
}

/** What a queue asks for. */
export function QueueFields({ project, queue, onChange }: Props) {
  const { t, locale } = useTranslator();
  const ratings = [
    { id: 'none', label: t('rating.none') },
    ...project.scale.ratings
      .toSorted((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome))
      .map(({ id, label }) => ({ id, label: label[locale] })),
  ];
  return (
    <div className="queue-fields">
      <SelectField
        label={t('queue.of')}
        value={queue.of}
        options={(['claims', 'stories'] as const).map((value) => ({ value, label: t(`queue.of.${value}`) }))}
        onChange={(of) => onChange({ of })}
        disabled={false}
      />
      <SelectField
        label={t('queue.order')}
        value={queue.order}
        options={QUEUE_ORDERS.map((value) => ({ value, label: t(`queue.order.${value}`) }))}
        onChange={(order) => onChange({ order })}
        disabled={false}
      />
      <Choices
        label={t('queue.reviews')}
        options={REVIEW_STATES.map((state) => ({ id: state, label: t(`review.${state}`) }))}
        chosen={queue.reviews}
        onChange={(reviews) => onChange({ reviews: reviews as Queue['reviews'] })}
      />
      <Choices
        label={t('queue.ratings')}
        options={ratings}
        chosen={queue.ratings}
        onChange={(chosen) => onChange({ ratings: chosen })}
      />
      <label className="queue-check">
        <input
          type="checkbox"
          checked={queue.figures}
          onChange={(event) => onChange({ figures: event.currentTarget.checked })}
        />
        {t('queue.figures')}
      </label>
      <SelectField
        label={t('queue.evidence')}
        value={queue.evidence}
        options={EVIDENCE_ASKED.map((value) => ({ value, label: t(`queue.evidence.${value}`) }))}
        onChange={(evidence) => onChange({ evidence })}
        disabled={false}
      />
      <SelectField
        label={t('queue.tag')}
        value={queue.tags[0] ?? ''}
        options={[
          { value: '', label: t('queue.tag.any') },
          ...codebook(project, locale).map(({ tag }) => ({ value: tag.id, label: pathOf(project, tag) })),
        ]}
        onChange={(tagId) => onChange({ tags: tagId === '' ? [] : [tagId] })}
        disabled={false}
      />
      <Words label={t('queue.source')} value={queue.source} onChange={(source) => onChange({ source })} />
      <Words label={t('queue.words')} value={queue.words} onChange={(words) => onChange({ words })} />
    </div>
  );
}

function Words({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <input
        type="search"
        className="input"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}

interface ChoicesProps {
  label: string;
  options: readonly { id: string; label: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Any of some; none chosen lets all pass. */
function Choices({ label, options, chosen, onChange }: ChoicesProps) {
  return (
    <fieldset className="queue-choices">
      <legend className="label">{label}</legend>
      {options.map(({ id, label: name }) => (
        <label key={id} className="queue-check">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
