import { useState } from 'react';
import { EVERY_STORY, type StoryFilter } from '../../app/contract.ts';
import { DUMP_ORDER } from '../../app/story-sort.ts';
import { useTranslator } from '../i18n/context.ts';
import { FilterPanel } from '../search/FilterPanel.tsx';
import { SearchField } from '../search/SearchField.tsx';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { SortField } from './SortField.tsx';
import { StoryList } from './StoryList.tsx';
import './stories.css';

/** The left column: search, filters and the list. */
export function StoriesPane() {
  const workspace = useWorkspace();
  const { t, number } = useTranslator();
  const [filtering, setFiltering] = useState(false);
  const filter = useWorkspaceState((state) => state.filter);
  const sort = useWorkspaceState((state) => state.sort);
  const view = useWorkspaceState((state) => state.view);
  const chosen = choicesIn(filter);
  return (
    <nav className="stories-pane" aria-label={t('stories.pane')}>
      <div className="search">
        <SearchField />
        <button
          type="button"
          className="button"
          aria-expanded={filtering}
          aria-controls="filters"
          onClick={() => setFiltering(!filtering)}
        >
          {t('filter.button')}
          {chosen > 0 ? <span className="badge">{number(chosen)}</span> : null}
        </button>
      </div>
      {filtering ? <FilterPanel /> : null}
      <div className="list-head">
        <span className="counts" role="status">
          <span>{view ? t('stories.shown', { count: view.count }) : ''}</span>
          {view && filter.query !== '' ? <span>{t('stories.total-hits', { hits: view.hits })}</span> : null}
          {view && !view.complete ? (
            <span className="busy">
              {t(sort === DUMP_ORDER ? 'stories.searching' : 'stories.sorted-later')}
            </span>
          ) : null}
        </span>
        {chosen > 0 || filter.query !== '' ? (
          <button
            type="button"
            className="button quiet small"
            onClick={() => void workspace.filterStories(EVERY_STORY)}
          >
            {t('filter.clear')}
          </button>
        ) : null}
        <SortField />
      </div>
      <StoryList />
    </nav>
  );
}

function choicesIn(filter: StoryFilter): number {
  const { sources, languages, reviews, ratings, tags, annotated } = filter;
  return (
    sources.length + languages.length + reviews.length + ratings.length + tags.length + (annotated ? 1 : 0)
  );
}
