import { useMemo, useState } from 'react';
import type { Facets } from '../../app/facets.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { useWidth } from '../ui/use-width.ts';
import { type Bucket, bucketsOf, type DayRange, daysWithin, overlaps } from './buckets.ts';
import { axisName, bucketName, rangeName } from './day-names.ts';
import { TimelineBars } from './TimelineBars.tsx';
import './timeline.css';

/** CSS pixels that a bar takes at least, the gap to the next one included. */
const BAR = 4;

/** When the stories of the dump were published, bar by bar; a part of it that is chosen is all that the list shows. */
export function Timeline({ facets }: { facets: Facets | null }) {
  const workspace = useWorkspace();
  const { t, locale } = useTranslator();
  const chosen = useWorkspaceState((state) => state.filter.days);
  const [shown, setShown] = useState<DayRange | null>(null);
  const [pointed, setPointed] = useState<Bucket | null>(null);
  const { ref, width } = useWidth<HTMLElement>();

  const days = facets?.days;
  const { unit, buckets } = useMemo(
    () => bucketsOf(daysWithin(days ?? [], shown), Math.max(12, Math.floor(width / BAR))),
    [days, shown, width],
  );
  const choose = (range: DayRange | null) =>
    void workspace.filterStories({ ...workspace.state.get().filter, days: range });
  const [first, last] = [buckets[0], buckets.at(-1)];
  const told = pointed ?? (chosen ? within(buckets, chosen) : null);
  return (
    <section className="timeline" aria-label={t('timeline.label')} ref={ref}>
      {facets && facets.days.length === 0 ? (
        <p className="empty">{t('timeline.empty', { undated: facets.undated })}</p>
      ) : (
        <>
          <TimelineBars
            unit={unit}
            buckets={buckets}
            width={width}
            chosen={chosen}
            onChoose={choose}
            onPoint={setPointed}
          />
          <p className="axis" aria-hidden>
            <span>{first ? axisName(locale, first.from, unit) : ''}</span>
            <span>{last && last !== first ? axisName(locale, last.from, unit) : ''}</span>
          </p>
          <div className="told">
            <p>
              {told
                ? t('timeline.bar', {
                    days: pointed ? bucketName(locale, told, unit) : rangeName(locale, told),
                    stories: told.stories,
                  })
                : facets
                  ? t('timeline.summary', { unit, most: mostOf(buckets), undated: facets.undated })
                  : ''}
            </p>
            {chosen && buckets.filter((bucket) => overlaps(bucket, chosen)).length < buckets.length ? (
              <button type="button" className="button quiet small" onClick={() => setShown(chosen)}>
                {t('timeline.closer')}
              </button>
            ) : null}
            {shown ? (
              <button type="button" className="button quiet small" onClick={() => setShown(null)}>
                {t('timeline.whole')}
              </button>
            ) : null}
            {chosen ? (
              <button
                type="button"
                className="button quiet small"
                aria-label={t('timeline.clear')}
                title={t('timeline.clear')}
                onClick={() => choose(null)}
              >
                <span aria-hidden>✕</span>
              </button>
            ) : null}
          </div>
        </>
      )}
    </section>
  );
}

function mostOf(buckets: readonly Bucket[]): number {
  return buckets.reduce((most, { stories }) => Math.max(most, stories), 0);
}

/** A range with the stories that the bars within it have. */
function within(buckets: readonly Bucket[], range: DayRange): Bucket {
  const inside = buckets.filter((bucket) => overlaps(bucket, range));
  return { ...range, stories: inside.reduce((sum, { stories }) => sum + stories, 0) };
}
