import { useEffect, useRef } from 'react';
import type { ComparedStory } from '../../app/likeness/compared-story.ts';
import { useTranslator } from '../i18n/context.ts';
import { roveFocus } from '../ui/roving.ts';

interface Props {
  groups: readonly { title: string; link: string | null; stories: readonly ComparedStory[] }[];
  chosen: ComparedStory;
  onChoose: (story: ComparedStory) => void;
  /** Near-duplicates, of which the first are listed. */
  total: number;
}

/** The stories to look at, the earliest first; the up and down keys go from one to the next and show it. */
export function SimilarList({ groups, chosen, onChoose, total }: Props) {
  const { t } = useTranslator();
  const list = useRef<HTMLElement>(null);
  useEffect(() => list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus(), []);
  const all = groups.flatMap(({ stories }) => stories);
  const listed = groups[0]?.link === null ? groups[0].stories.length : 0;
  return (
    <nav
      ref={list}
      className="similar-list"
      aria-label={t('similar.list')}
      onKeyDown={(event) => {
        const place = roveFocus(event, '.similar-item', 'vertical')?.dataset.place;
        const reached = place === undefined ? undefined : all[Number(place)];
        if (reached) onChoose(reached);
      }}
    >
      {groups.map(({ title, link, stories }) => (
        <section key={link ?? ''}>
          <h3>{title}</h3>
          {link ? <p className="similar-link">{link}</p> : null}
          <ul>
            {stories.map((story) => (
              <li key={story.ordinal}>
                <Item
                  story={story}
                  place={all.indexOf(story)}
                  current={story === chosen}
                  onChoose={() => onChoose(story)}
                />
              </li>
            ))}
          </ul>
          {link === null && total > listed ? (
            <p className="faint">{t('similar.more', { more: total - listed })}</p>
          ) : null}
        </section>
      ))}
    </nav>
  );
}

interface ItemProps {
  story: ComparedStory;
  place: number;
  current: boolean;
  onChoose: () => void;
}

function Item({ story, place, current, onChoose }: ItemProps) {
  const { t, date, number } = useTranslator();
  const { source, ordinal, publishedAt, precision, similarity, figures, negated, lead, lang } = story;
  return (
    <button
      type="button"
      className="similar-item"
      data-place={place}
      aria-current={current}
      tabIndex={current ? 0 : -1}
      onClick={onChoose}
    >
      <span className="similar-who">
        <strong>{source?.name ?? t('story.ordinal', { ordinal: ordinal + 1 })}</strong>
        {publishedAt ? <time dateTime={publishedAt}>{date(publishedAt, precision)}</time> : null}
      </span>
      <span className="similar-lead" lang={lang === 'und' ? undefined : lang}>
        {lead}
      </span>
      <span className="similar-marks">
        <span>{t('similar.percent', { percent: number(Math.round(similarity * 100)) })}</span>
        {figures.length > 0 ? (
          <span className="similar-mark">{t('similar.figures', { count: figures.length })}</span>
        ) : null}
        {negated ? <span className="similar-mark">{t('similar.negated')}</span> : null}
      </span>
    </button>
  );
}
