import type { StoryKey } from '../../app/story.ts';
import { useTranslator } from '../i18n/context.ts';
import type { ReportStory } from './report-stories.ts';
import { StoryChecks } from './StoryChecks.tsx';
import type { ShownStories } from './use-shown-stories.ts';

/** Which stories a report holds: all with annotations, those that the list shows, or ones chosen one by one. */
export type StoryScope = 'all' | 'shown' | 'chosen';
const SCOPES = ['all', 'shown', 'chosen'] as const satisfies readonly StoryScope[];

interface Props {
  stories: readonly ReportStory[];
  shown: ShownStories;
  scope: StoryScope;
  onScope: (scope: StoryScope) => void;
  /** Stories that the person left out. */
  left: ReadonlySet<StoryKey>;
  onLeft: (left: ReadonlySet<StoryKey>) => void;
}

export function StoryChoice({ stories, shown, scope, onScope, left, onLeft }: Props) {
  const translator = useTranslator();
  const { t } = translator;
  const counts: Record<StoryScope, string> = {
    all: t('export.stories', { stories: stories.length }),
    shown: shownCount(),
    chosen: t('export.stories', { stories: stories.length - left.size }),
  };
  return (
    <fieldset className="export-stories">
      <legend>{t('export.which')}</legend>
      {stories.length === 0 ? <p className="dialog-hint">{t('export.none-annotated')}</p> : null}
      {SCOPES.map((candidate) => (
        <label key={candidate} className="export-scope">
          <input
            type="radio"
            name="export-scope"
            checked={candidate === scope}
            onChange={() => onScope(candidate)}
          />
          {t(`export.scope-${candidate}`)}
          <span className="dialog-hint">{counts[candidate]}</span>
        </label>
      ))}
      {scope === 'chosen' && stories.length > 0 ? (
        <StoryChecks stories={stories} left={left} onLeft={onLeft} />
      ) : null}
    </fieldset>
  );

  function shownCount(): string {
    if (scope !== 'shown') return '';
    switch (shown.kind) {
      case 'looking':
        return t('export.looking');
      case 'found':
        return t('export.stories', { stories: shown.keys.length });
      case 'failed':
        return translator.problem(shown.problem);
    }
  }
}
