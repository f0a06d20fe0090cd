import { useState } from 'react';
import type { Project } from '../../app/project.ts';
import type { Queue } from '../../app/queue/queue.ts';
import type { QueueItem } from '../../app/queue/queue-items.ts';
import { findRating } from '../../app/rating-scale.ts';
import { ClaimsBulk } from '../bulk/ClaimsBulk.tsx';
import { placesIn } from '../bulk/ranges.ts';
import { useChoice } from '../bulk/use-choice.ts';
import { useTranslator } from '../i18n/context.ts';
import { useEditable } from '../inspector/use-open-story.ts';
import { OutcomeMark } from '../ui/OutcomeMark.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';

const ROW_HEIGHT = 46;
const NOTHING = () => undefined;

interface Props {
  project: Project;
  items: readonly QueueItem[];
  of: Queue['of'];
}

/** What waits in a queue. Several claims can be chosen, and changed at once. */
export function QueueList({ project, items, of }: Props) {
  const { t } = useTranslator();
  const editable = useEditable();
  const [current, setCurrent] = useState<string | null>(null);
  const choice = useChoice(items.map(({ id }) => id).join(' '), items.length);
  const place = items.findIndex(({ id }) => id === current);
  const chosen = [...placesIn(choice.ranges)].flatMap((at) => items[at]?.id ?? []);
  if (items.length === 0) return <p className="queue-empty">{t('queue.empty')}</p>;
  return (
    <div className="queue-list">
      {of === 'claims' && editable ? (
        <ClaimsBulk project={project} claimIds={chosen} onAll={choice.all} onNone={choice.none} />
      ) : null}
      <VirtualList
        id="queue-items"
        label={t('queue.waiting')}
        count={items.length}
        rowHeight={ROW_HEIGHT}
        current={place < 0 ? null : place}
        onChoose={(at) => setCurrent(items[at]?.id ?? null)}
        onVisible={NOTHING}
        {...(of === 'claims' && editable ? { choice } : {})}
        render={(at) => {
          const item = items[at];
          return item ? <QueueListItem project={project} item={item} /> : null;
        }}
      />
    </div>
  );
}

function QueueListItem({ project, item }: { project: Project; item: QueueItem }) {
  const { t, locale, date } = useTranslator();
  const ref = project.stories.get(item.storyKey);
  const claim = item.kind === 'claim' ? project.claims.get(item.id) : undefined;
  const rating = claim && findRating(project.scale, claim.ratingId);
  const day = ref?.publishedAt?.slice(0, 10) ?? null;
  return (
    <span className="queue-item">
      {claim ? (
        <OutcomeMark
          outcome={rating?.outcome ?? 'unrated'}
          label={rating?.label[locale] ?? t('rating.none')}
        />
      ) : null}
      <span className="queue-item-words" dir="auto">
        {claim ? claim.wording || claim.anchors[0]?.quote : ref?.lead}
      </span>
      <span className="faint queue-item-facts">
        {[ref?.source?.name, day ? date(day, 'day') : null].filter(Boolean).join(' · ')}
      </span>
    </span>
  );
}
