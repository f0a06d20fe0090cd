import type { Claim } from '../../app/claim.ts';
import type { StoryListRow } from '../../app/contract.ts';
import { annotationsOf } from '../../app/project.ts';
import { findRating } from '../../app/rating-scale.ts';
import type { StoryKey } from '../../app/story.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspaceState } from '../store/context.ts';
import { OutcomeMark } from '../ui/OutcomeMark.tsx';
import { RelationMark } from '../ui/RelationMark.tsx';
import { TagChip } from '../ui/TagChip.tsx';

/** A story in the list: who, when, the first words, and at a glance what has been made of it. */
export function StoryListItem({ row, storyKey }: { row: StoryListRow; storyKey: StoryKey }) {
  const { t, dayAndTime, locale } = useTranslator();
  const project = useWorkspaceState((state) => state.open?.project ?? null);
  if (!project) return null;
  const ids = annotationsOf(project, storyKey);
  const review = project.reviews.get(storyKey)?.state ?? 'unread';
  const claims = ids.claims.flatMap((id) => project.claims.get(id) ?? []).sort(byPlace);
  const tagIds = new Set(ids.taggings.flatMap((id) => project.taggings.get(id)?.tagId ?? []));
  const [day, time] = dayAndTime(row.publishedAt, row.precision);
  const hasNote = project.storyNotes.has(storyKey);
  const tags = [...tagIds].flatMap((id) => project.tags.get(id) ?? []);
  return (
    <article className="story-row" data-review={review}>
      <header>
        {row.relation ? (
          <RelationMark kind={row.relation} label={t(`relation.mark.${row.relation}`)} />
        ) : null}
        <span className="source">{row.source?.name ?? t('story.ordinal', { ordinal: row.ordinal + 1 })}</span>
        {day ? (
          <time>
            {day}
            {time ? <span className="clock"> {time}</span> : null}
          </time>
        ) : null}
        <span
          className="review-mark"
          role="img"
          aria-label={t(`review.${review}`)}
          title={t(`review.${review}`)}
        />
      </header>
      <p className="lead" lang={row.lang} dir="auto">
        {row.title === null ? row.lead : <b>{row.title}</b>}
      </p>
      {hasNote || claims.length + tags.length + ids.notes.length + row.hits > 0 ? (
        <footer>
          {row.hits > 0 ? <span className="hits">{t('stories.hits', { hits: row.hits })}</span> : null}
          {claims.map((claim) => {
            const rating = findRating(project.scale, claim.ratingId);
            return (
              <OutcomeMark
                key={claim.id}
                outcome={rating?.outcome ?? 'unrated'}
                label={rating?.label[locale] ?? t('rating.none')}
              />
            );
          })}
          {ids.notes.length > 0 ? (
            <span className="note-count" title={t('stories.notes', { notes: ids.notes.length })}>
              {t('stories.notes', { notes: ids.notes.length })}
            </span>
          ) : null}
          {hasNote ? (
            <span className="note-count" title={t('story-note')}>
              {t('story-note.mark')}
            </span>
          ) : null}
          {tags.map((tag) => (
            <TagChip key={tag.id} tag={tag} />
          ))}
        </footer>
      ) : null}
    </article>
  );
}

/** In the order in which the claims stand in the text. */
function byPlace(a: Claim, b: Claim): number {
  return (a.anchors[0]?.start ?? 0) - (b.anchors[0]?.start ?? 0);
}
