import type { DumpPreview } from '../../../app/contract.ts';
import type { Problem } from '../../../app/problem.ts';
import type { Story } from '../../../app/story.ts';
import { useTranslator } from '../../i18n/context.ts';
import { excerptOf } from './excerpt.ts';
import { isAtField } from './split-form.ts';
import { type PreviewState, shownIn } from './use-preview.ts';

interface Props {
  state: PreviewState;
  /** A separator or pattern is still to be typed. */
  awaiting: boolean;
}

/** What comes of the chosen rule: how many stories, and how the first ones look. */
export function SplitPreview({ state, awaiting }: Props) {
  const translator = useTranslator();
  const { t } = translator;
  const preview = awaiting ? null : shownIn(state);
  const reading = state.kind === 'reading' && !awaiting;

  return (
    <section className="split-preview" aria-label={t('split.preview')} aria-busy={reading}>
      <p className="split-count" role="status">
        {awaiting
          ? t('split.awaiting')
          : state.kind === 'refused'
            ? isAtField(state.problem)
              ? t('split.awaiting')
              : translator.problem(state.problem)
            : preview
              ? countOf(preview)
              : t('split.reading')}
      </p>
      {preview && preview.problems.length > 0 ? (
        <p className="reading-problems">
          {t('reading.problems', { count: preview.problems.length })}{' '}
          {translator.problem(preview.problems[0] as Problem)}
        </p>
      ) : null}
      {preview ? (
        <ol className="split-stories">
          {preview.first.map((story) => (
            <FirstStory key={story.ordinal} story={story} />
          ))}
        </ol>
      ) : null}
    </section>
  );

  function countOf({ stories, complete, bytes }: DumpPreview): string {
    return t(complete ? 'split.count-whole' : 'split.count-beginning', {
      stories,
      size: translator.bytes(bytes),
    });
  }
}

function FirstStory({ story }: { story: Story }) {
  const { date, number } = useTranslator();
  const { ordinal, source, publishedAt, precision, lead, lang } = story;
  const byline = [source?.name, source?.handle && `@${source.handle}`, date(publishedAt, precision)]
    .filter(Boolean)
    .join(' · ');
  return (
    <li>
      <span className="split-number">{number(ordinal + 1)}</span>
      {byline ? <p className="split-byline">{byline}</p> : null}
      <p className="split-lead" lang={lang}>
        {lead}
      </p>
      <p className="split-excerpt" lang={lang}>
        {excerptOf(story)}
      </p>
    </li>
  );
}
