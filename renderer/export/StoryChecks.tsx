import { OUTCOMES } from '../../app/rating-scale.ts';
import type { StoryKey } from '../../app/story.ts';
import { useTranslator } from '../i18n/context.ts';
import { type MarkedOutcome, OutcomeMark } from '../ui/OutcomeMark.tsx';
import type { ReportStory } from './report-stories.ts';

interface Props {
  stories: readonly ReportStory[];
  left: ReadonlySet<StoryKey>;
  onLeft: (left: ReadonlySet<StoryKey>) => void;
}

/** The annotated stories to choose from one by one. */
export function StoryChecks({ stories, left, onLeft }: Props) {
  const { t } = useTranslator();
  const toggle = (key: StoryKey) => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    onLeft(next);
  };
  return (
    <div className="export-checks">
      <p className="export-all-none">
        <button type="button" className="button small" onClick={() => onLeft(new Set())}>
          {t('export.select-all')}
        </button>
        <button
          type="button"
          className="button small"
          onClick={() => onLeft(new Set(stories.map(({ key }) => key)))}
        >
          {t('export.select-none')}
        </button>
      </p>
      <ul>
        {stories.map((story) => (
          <li key={story.key}>
            <label>
              <input type="checkbox" checked={!left.has(story.key)} onChange={() => toggle(story.key)} />
              <span className="export-lead" lang={story.lang}>
                {story.lead}
              </span>
              <span className="export-source">{story.source?.name ?? ''}</span>
              <Marks outcomes={story.outcomes} />
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Each outcome once, with the number of claims that have it. */
function Marks({ outcomes }: { outcomes: readonly MarkedOutcome[] }) {
  const { t } = useTranslator();
  const present = [...OUTCOMES, 'unrated' as const].filter((outcome) => outcomes.includes(outcome));
  return (
    <span className="export-marks">
      {present.map((outcome) => {
        const count = outcomes.filter((other) => other === outcome).length;
        return (
          <span key={outcome}>
            <OutcomeMark outcome={outcome} label={t(`export.outcome-${outcome}`, { count })} />
            {count > 1 ? <span aria-hidden="true">{count}</span> : null}
          </span>
        );
      })}
    </span>
  );
}
