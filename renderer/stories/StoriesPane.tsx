import { useState } from 'react';
import { EVERY_STORY, type StoryFilter } from '../../app/contract.ts';
import { DUMP_ORDER } from '../../app/story-sort.ts';
import { StoriesBulkBar } from '../bulk/StoriesBulkBar.tsx';
import { useTranslator } from '../i18n/context.ts';
import { FilterPanel } from '../search/FilterPanel.tsx';
import { SearchField } from '../search/SearchField.tsx';
import { useFacets } from '../search/use-facets.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { SortField } from './SortField.tsx';
import { StoryList } from './StoryList.tsx';
import './stories.css';

/** The left column: search, filters and the list. */
export function StoriesPane() {
  const workspace = useWorkspace();
  const { t, number } = useTranslator();
  const dumpId = useWorkspaceState((state) => state.open?.currentDumpId ?? '');
  const filtering = useWorkspaceState((state) => state.filtersShown);
  const timeline = useWorkspaceState((state) => state.settings.timeline);
  const [named, setNamed] = useState('');
  const facets = useFacets(filtering || timeline, filtering ? named : '');
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
          onClick={() => workspace.state.update({ filtersShown: !filtering })}
        >
          {t('filter.button')}
          {chosen > 0 ? <span className="badge">{number(chosen)}</span> : null}
        </button>
      </div>
      {filtering ? <FilterPanel facets={facets} named={named} onNamed={setNamed} /> : null}
      {filter.stories.length > 0 ? (
        <div className="picked">
          <span>{t('overview.picked', { stories: filter.stories.length })}</span>
          <button
            type="button"
            className="button quiet small"
            aria-label={t('overview.unpick')}
            title={t('overview.unpick')}
            onClick={() => void workspace.filterStories({ ...filter, stories: [] })}
          >
            <span aria-hidden>✕</span>
          </button>
        </div>
      ) : null}
      <div className="list-head">
        <span className="counts" role="status">
          <span>{view ? t('stories.shown', { count: view.count }) : ''}</span>
          {view && filter.query !== '' ? <span>{t('stories.total-hits', { hits: view.hits })}</span> : null}
          {view && !view.complete ? (
            <span className="busy">
              {t(
                sort !== DUMP_ORDER
                  ? 'stories.sorted-later'
                  : filter.query === ''
                    ? 'stories.indexing'
                    : 'stories.searching',
              )}
              {filter.query === '' ? null : (
                <span aria-hidden="true"> {t('stories.searched', { searched: view.searched })}</span>
              )}
            </span>
          ) : null}
        </span>
        {chosen > 0 || filter.query !== '' ? (
          <button
            type="button"
            className="button quiet small"
            onClick={() => void workspace.filterStories({ ...EVERY_STORY, matching: filter.matching })}
          >
            {t('filter.clear')}
          </button>
        ) : null}
        <button
          type="button"
          className="button quiet small icon"
          aria-expanded={timeline}
          aria-label={t('timeline.button')}
          title={t('timeline.button')}
          onClick={() => void workspace.changeSettings({ timeline: !timeline })}
        >
          <svg width="15" height="14" aria-hidden>
            <path d="M1 13V8h3v5zM6 13V2h3v11zM11 13V5h3v8z" />
          </svg>
        </button>
        <SortField />
      </div>
      {timeline ? <Timeline key={dumpId} facets={facets} /> : null}
      <StoriesBulkBar />
      <StoryList />
    </nav>
  );
}

function choicesIn(filter: StoryFilter): number {
  const { sources, languages, days, reviews, ratings, tags, annotated, stories } = filter;
  const lists = [sources, languages, reviews, ratings, tags];
  return (
    lists.reduce((sum, list) => sum + list.length, 0) +
    (days ? 1 : 0) +
    (annotated ? 1 : 0) +
    (stories.length > 0 ? 1 : 0)
  );
}
