import { REVIEW_STATES, type ReviewState } from '../../app/review.ts';
import type { Story } from '../../app/story.ts';
import { useTranslator } from '../i18n/context.ts';
import { runAction } from '../keys/run-action.ts';
import { SimilarRow } from '../likeness/SimilarRow.tsx';
import { ReviewTrail } from '../sign-off/ReviewTrail.tsx';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { StoryDetails } from './StoryDetails.tsx';
import { StoryLinks } from './StoryLinks.tsx';
import { StoryRelations } from './StoryRelations.tsx';

/** Who published the open story and when, what it is to others and links to, and how far its review is. */
export function StoryHeader({ story }: { story: Story }) {
  const workspace = useWorkspace();
  const { t, date, language } = useTranslator();
  const review = useWorkspaceState(
    (state) => state.open?.project.reviews.get(`${state.open.currentDumpId}/${story.id}`) ?? null,
  );
  const back = useWorkspaceState((state) => {
    const last = state.trail.at(-1);
    return last && last.dumpId === state.open?.currentDumpId ? last : null;
  });
  const readOnly = useWorkspaceState((state) => state.open?.readOnly ?? false);
  return (
    <header className="story-header">
      <div className="byline">
        <h2>{story.source?.name ?? t('story.ordinal', { ordinal: story.ordinal + 1 })}</h2>
        {story.source?.handle ? <span className="handle">@{story.source.handle}</span> : null}
        {story.publishedAt ? (
          <time dateTime={story.publishedAt}>{date(story.publishedAt, story.precision)}</time>
        ) : null}
        <span>{language(story.lang)}</span>
        {story.source ? (
          <span className="ordinal">{t('story.ordinal', { ordinal: story.ordinal + 1 })}</span>
        ) : null}
        <label className="review">
          <span className="visually-hidden">{t('review.label')}</span>
          <select
            className="input"
            disabled={readOnly}
            data-review={review?.state ?? 'unread'}
            value={review?.state ?? 'unread'}
            onChange={(event) => {
              runAction(workspace, `review-${event.target.value as ReviewState}`);
              // Back to the text: in a select, the letters of the shortcuts would choose again.
              document.querySelector<HTMLElement>('#reading')?.focus({ preventScroll: true });
            }}
          >
            {REVIEW_STATES.map((state) => (
              <option key={state} value={state}>
                {t(`review.${state}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {review ? <ReviewTrail review={review} /> : null}
      {story.title && !beginsWith(story.text, story.title) ? <p className="title">{story.title}</p> : null}
      <StoryRelations story={story} />
      <StoryDetails story={story} />
      <StoryLinks story={story} />
      <SimilarRow story={story} />
      {back ? (
        <button type="button" className="button small" onClick={() => runAction(workspace, 'back')}>
          <span aria-hidden>←</span> {t('story.back', { ordinal: back.ordinal + 1 })}
        </button>
      ) : null}
    </header>
  );
}

/** Most articles begin with their headline; it need not be there twice. */
function beginsWith(text: string, title: string): boolean {
  const plain = (words: string) => words.replace(/\s+/gu, ' ').trim();
  return plain(text.slice(0, title.length * 2 + 100)).startsWith(plain(title));
}
