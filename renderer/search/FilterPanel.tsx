import { type ReactNode, useEffect, useState } from 'react';
import type { Facets, StoryFilter } from '../../app/contract.ts';
import { REVIEW_STATES } from '../../app/review.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { OutcomeMark } from '../ui/OutcomeMark.tsx';
import { TagChip } from '../ui/TagChip.tsx';

/** Sources shown before a person narrows them down by name. */
const MOST_SOURCES = 40;

/** What the list shows: by source, language, review, verdict and tag. A group with nothing chosen lets all pass. */
export function FilterPanel() {
  const workspace = useWorkspace();
  const { t, number, language, locale } = useTranslator();
  const filter = useWorkspaceState((state) => state.filter);
  const project = useWorkspaceState((state) => state.open?.project ?? null);
  const [narrowed, setNarrowed] = useState('');
  const facets = useFacets();
  if (!project) return null;

  const change = (changes: Partial<StoryFilter>) => void workspace.filterStories({ ...filter, ...changes });
  const sources = (facets?.sources ?? []).filter(({ id, source }) => {
    const name = `${source?.name ?? t('story.no-source')} ${source?.handle ?? ''}`;
    return filter.sources.includes(id) || name.toLowerCase().includes(narrowed.toLowerCase());
  });
  return (
    <div className="filter-panel" id="filters">
      <Group title={t('filter.source')}>
        {(facets?.sources.length ?? 0) > 8 ? (
          <input
            className="input"
            type="search"
            placeholder={t('filter.narrow')}
            aria-label={t('filter.narrow')}
            value={narrowed}
            onChange={(event) => setNarrowed(event.target.value)}
          />
        ) : null}
        {sources.slice(0, MOST_SOURCES).map(({ id, source, stories }) => (
          <Choice
            key={id}
            checked={filter.sources.includes(id)}
            count={number(stories)}
            onChange={() => change({ sources: toggled(filter.sources, id) })}
          >
            {source?.name ?? t('story.no-source')}
            {source?.handle ? <small> @{source.handle}</small> : null}
          </Choice>
        ))}
        {sources.length > MOST_SOURCES ? (
          <p className="more">{t('filter.more', { more: sources.length - MOST_SOURCES })}</p>
        ) : null}
      </Group>
      <Group title={t('filter.language')}>
        {(facets?.languages ?? []).map(({ lang, stories }) => (
          <Choice
            key={lang}
            checked={filter.languages.includes(lang)}
            count={number(stories)}
            onChange={() => change({ languages: toggled(filter.languages, lang) })}
          >
            {language(lang)}
          </Choice>
        ))}
      </Group>
      <Group title={t('filter.review')}>
        {REVIEW_STATES.map((state) => (
          <Choice
            key={state}
            checked={filter.reviews.includes(state)}
            onChange={() => change({ reviews: toggled(filter.reviews, state) })}
          >
            {t(`review.${state}`)}
          </Choice>
        ))}
      </Group>
      <Group title={t('filter.verdict')}>
        {project.scale.ratings.map((rating) => (
          <Choice
            key={rating.id}
            checked={filter.ratings.includes(rating.id)}
            onChange={() => change({ ratings: toggled(filter.ratings, rating.id) })}
          >
            <OutcomeMark outcome={rating.outcome} /> {rating.label[locale]}
          </Choice>
        ))}
        <Choice
          checked={filter.ratings.includes('none')}
          onChange={() => change({ ratings: toggled(filter.ratings, 'none') })}
        >
          <OutcomeMark outcome="unrated" /> {t('rating.none')}
        </Choice>
      </Group>
      {project.tags.size > 0 ? (
        <Group title={t('filter.tag')}>
          {[...project.tags.values()].map((tag) => (
            <Choice
              key={tag.id}
              checked={filter.tags.includes(tag.id)}
              onChange={() => change({ tags: toggled(filter.tags, tag.id) })}
            >
              <TagChip tag={tag} />
            </Choice>
          ))}
        </Group>
      ) : null}
      <Choice checked={filter.annotated} onChange={() => change({ annotated: !filter.annotated })}>
        {t('filter.annotated')}
      </Choice>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

function Choice({
  checked,
  count,
  onChange,
  children,
}: {
  checked: boolean;
  count?: string;
  onChange: () => void;
  children: ReactNode;
}) {
  return (
    <label className="choice">
      <input type="checkbox" checked={checked} onChange={onChange} />
      <span className="what">{children}</span>
      {count ? <span className="count">{count}</span> : null}
    </label>
  );
}

/** Counted anew when the scan of the dump is through. */
function useFacets(): Facets | null {
  const workspace = useWorkspace();
  const dumpId = useWorkspaceState((state) => state.open?.currentDumpId ?? null);
  const complete = useWorkspaceState((state) =>
    dumpId ? (state.open?.dumps[dumpId]?.complete ?? false) : false,
  );
  const [facets, setFacets] = useState<Facets | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `complete` is not read, it says when to read again.
  useEffect(() => {
    if (!dumpId) return;
    let current = true;
    void workspace.attempt(async () => {
      const counted = await workspace.connection.call('stories.facets', { dumpId });
      if (current) setFacets(counted);
    });
    return () => {
      current = false;
    };
  }, [workspace, dumpId, complete]);
  return facets;
}

function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}
