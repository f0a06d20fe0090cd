import { SORT_KEYS, type SortBy, type StorySort } from '../../app/story-sort.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';

/** Of these, people mostly want the newest, longest and most annotated first. */
const DESCENDING_FIRST: ReadonlySet<SortBy> = new Set<SortBy>(['date', 'length', 'annotations']);

const ORDERS: StorySort[] = SORT_KEYS.flatMap((by) => {
  const first = DESCENDING_FIRST.has(by);
  return [
    { by, descending: first },
    { by, descending: !first },
  ];
});

/** How the list is sorted. */
export function SortField() {
  const workspace = useWorkspace();
  const { t } = useTranslator();
  const sort = useWorkspaceState((state) => state.sort);
  return (
    <select
      id="sort"
      className="input quiet small"
      aria-label={t('sort.label')}
      title={t('sort.label')}
      value={nameOf(sort)}
      onChange={(event) => {
        const chosen = ORDERS.find((order) => nameOf(order) === event.target.value);
        if (chosen) void workspace.sortStories(chosen);
      }}
    >
      {ORDERS.map((order) => (
        <option key={nameOf(order)} value={nameOf(order)}>
          {t(`sort.${nameOf(order)}`)}
        </option>
      ))}
    </select>
  );
}

function nameOf({ by, descending }: StorySort): SortBy | `${SortBy}-descending` {
  return descending ? `${by}-descending` : by;
}
