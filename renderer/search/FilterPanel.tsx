import { useRef } from 'react';
import type { StoryFilter } from '../../app/contract.ts';
import type { Facets } from '../../app/facets.ts';
import { REVIEW_STATES } from '../../app/review.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { useFocusField } from '../ui/focus.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { OutcomeMark } from '../ui/OutcomeMark.tsx';
import { TagChip } from '../ui/TagChip.tsx';
import { DayFields } from './DayFields.tsx';
import { FacetChoice } from './FacetChoice.tsx';
import { FacetGroup } from './FacetGroup.tsx';
import { SourceFacet } from './SourceFacet.tsx';

interface Props {
  facets: Facets | null;
  /** A text that the sources hold. */
  named: string;
  onNamed: (text: string) => void;
}

/**
 * What the list shows: by source, language, date, review, verdict and tag, each choice with the stories that it stands
 * for. A group with nothing chosen lets all pass.
 */
export function FilterPanel({ facets, named, onNamed }: Props) {
  const workspace = useWorkspace();
  const { t, language, locale } = useTranslator();
  const filter = useWorkspaceState((state) => state.filter);
  const project = useWorkspaceState((state) => state.open?.project ?? null);
  const panel = useRef<HTMLElement>(null);
  // Not before the sources are there, which stand first.
  useFocusField(facets ? 'filters' : undefined, () =>
    panel.current?.querySelector<HTMLElement>('input')?.focus(),
  );
  if (!project) return null;

  const change = (changes: Partial<StoryFilter>) =>
    void workspace.filterStories({ ...workspace.state.get().filter, ...changes });
  const languages = facets?.languages ?? [];
  const gone = facets ? filter.languages.filter((lang) => !languages.some((one) => one.lang === lang)) : [];
  const ratings = [...project.scale.ratings.map(({ id }) => id), 'none'];
  const tags = [...project.tags.values()].sort(
    (a, b) => (facets?.tags[b.id] ?? 0) - (facets?.tags[a.id] ?? 0) || (a.name < b.name ? -1 : 1),
  );
  const mostLanguage = Math.max(0, ...languages.map(({ stories }) => stories));
  const mostReviews = Math.max(0, ...Object.values(facets?.reviews ?? {}));
  const mostRatings = Math.max(0, ...Object.values(facets?.ratings ?? {}));
  const mostTags = Math.max(0, ...Object.values(facets?.tags ?? {}));
  return (
    <search
      aria-label={t('filter.panel')}
      className="filter-panel"
      id="filters"
      ref={panel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        workspace.state.update({ filtersShown: false });
        document.getElementById('stories')?.focus();
      }}
    >
      <button
        type="button"
        className="button small quiet"
        onClick={() => workspace.show({ kind: 'saved-filters' })}
      >
        {t('action.saved-filters')} <KeyHint action="saved-filters" />
      </button>
      <SourceFacet
        facets={facets}
        chosen={filter.sources}
        onToggle={(id) => change({ sources: toggled(filter.sources, id) })}
        named={named}
        onNamed={onNamed}
      />
      <FacetGroup title={t('filter.language')}>
        {[...languages, ...gone.map((lang) => ({ lang, stories: 0 }))].map(({ lang, stories }) => (
          <FacetChoice
            key={lang}
            checked={filter.languages.includes(lang)}
            stories={stories}
            most={mostLanguage}
            onChange={() => change({ languages: toggled(filter.languages, lang) })}
          >
            {language(lang)}
          </FacetChoice>
        ))}
      </FacetGroup>
      {facets && facets.days.length > 0 ? (
        <FacetGroup title={t('filter.date')}>
          <DayFields facets={facets} days={filter.days} onChange={(days) => change({ days })} />
        </FacetGroup>
      ) : null}
      <FacetGroup title={t('filter.review')}>
        {REVIEW_STATES.map((state) => (
          <FacetChoice
            key={state}
            checked={filter.reviews.includes(state)}
            stories={facets?.reviews[state] ?? null}
            most={mostReviews}
            onChange={() => change({ reviews: toggled(filter.reviews, state) })}
          >
            {t(`review.${state}`)}
          </FacetChoice>
        ))}
      </FacetGroup>
      <FacetGroup title={t('filter.verdict')}>
        {ratings.map((id) => {
          const rating = project.scale.ratings.find((one) => one.id === id);
          return (
            <FacetChoice
              key={id}
              checked={filter.ratings.includes(id)}
              stories={facets && (facets.ratings[id] ?? 0)}
              most={mostRatings}
              onChange={() => change({ ratings: toggled(filter.ratings, id) })}
            >
              <OutcomeMark outcome={rating?.outcome ?? 'unrated'} />{' '}
              {rating?.label[locale] ?? t('rating.none')}
            </FacetChoice>
          );
        })}
      </FacetGroup>
      {tags.length > 0 ? (
        <FacetGroup title={t('filter.tag')}>
          {tags.map((tag) => (
            <FacetChoice
              key={tag.id}
              checked={filter.tags.includes(tag.id)}
              stories={facets && (facets.tags[tag.id] ?? 0)}
              most={mostTags}
              onChange={() => change({ tags: toggled(filter.tags, tag.id) })}
            >
              <TagChip tag={tag} />
            </FacetChoice>
          ))}
        </FacetGroup>
      ) : null}
      <FacetChoice
        checked={filter.annotated}
        stories={facets?.annotated ?? null}
        most={0}
        onChange={() => change({ annotated: !filter.annotated })}
      >
        {t('filter.annotated')}
      </FacetChoice>
    </search>
  );
}

function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}
