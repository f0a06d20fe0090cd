import { useTranslator } from '../i18n/context.ts';

interface Props {
  id: string;
  queries: readonly string[];
  active: number | null;
  onChoose: (query: string) => void;
}

/** The queries that were used last, under the field that has the focus all the time. */
export function RecentQueries({ id, queries, active, onChoose }: Props) {
  const { t } = useTranslator();
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('search.recent')}
      className="recent-queries"
      hidden={queries.length === 0}
    >
      {queries.map((query, index) => (
        <div
          key={query}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          // Before the field loses the focus, and its list with it.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(query);
          }}
        >
          {query}
        </div>
      ))}
    </div>
  );
}
