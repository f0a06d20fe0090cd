import { useEffect, useState } from 'react';
import type { Facets } from '../../app/facets.ts';
import { useTranslator } from '../i18n/context.ts';
import { isComposing } from '../keys/keymap.ts';
import { FacetChoice } from './FacetChoice.tsx';
import { FacetGroup } from './FacetGroup.tsx';

/** Sources shown at first, and how many more each time. */
const SOME = 8;
const MORE = 40;
/** A person pauses about this long between keys when they wait for an answer, in ms. */
const REST = 200;

interface Props {
  facets: Facets | null;
  chosen: readonly number[];
  onToggle: (id: number) => void;
  named: string;
  onNamed: (text: string) => void;
}

/** Who published the stories: the most frequent sources, those of a name, and always the chosen ones. */
export function SourceFacet({ facets, chosen, onToggle, named, onNamed }: Props) {
  const { t } = useTranslator();
  const [shown, setShown] = useState(SOME);
  const [text, setText] = useState(named);
  const sources = facets?.sources ?? [];
  const all = facets?.sourcesInAll ?? 0;
  // Once there, the field stays: other filters may leave few sources, but who types in it must not lose it.
  const [searchable, setSearchable] = useState(false);
  if (all > SOME && !searchable) setSearchable(true);

  useEffect(() => {
    const timer = window.setTimeout(() => onNamed(text), REST);
    return () => window.clearTimeout(timer);
  }, [text, onNamed]);

  const most = Math.max(0, ...sources.map(({ stories }) => stories));
  const listed = sources.filter(({ id }, place) => place < shown || chosen.includes(id));
  return (
    <FacetGroup title={t('filter.source')}>
      {searchable ? (
        <input
          className="input"
          type="search"
          placeholder={t('filter.narrow')}
          aria-label={t('filter.narrow')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setShown(SOME);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || text === '' || isComposing(event.nativeEvent)) return;
            event.preventDefault();
            event.stopPropagation();
            setText('');
          }}
        />
      ) : null}
      {listed.map(({ id, source, stories }) => (
        <FacetChoice
          key={id}
          checked={chosen.includes(id)}
          stories={stories}
          most={most}
          onChange={() => onToggle(id)}
        >
          {source?.name ?? t('story.no-source')}
          {source?.handle ? <small> @{source.handle}</small> : null}
        </FacetChoice>
      ))}
      {facets && all === 0 && named !== '' ? <p className="more">{t('filter.no-source-named')}</p> : null}
      {shown < sources.length ? (
        <button type="button" className="button quiet small" onClick={() => setShown(shown + MORE)}>
          {t('filter.show-more', { more: all - listed.length })}
        </button>
      ) : all > listed.length ? (
        <p className="more">{t('filter.more', { more: all - listed.length })}</p>
      ) : null}
    </FacetGroup>
  );
}
