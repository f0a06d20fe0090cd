import type { Comparing } from '../../app/contract.ts';
import { useTranslator } from '../i18n/context.ts';

const TABLES = [
  'claims',
  'taggings',
  'notes',
  'judgements',
  'tags',
  'alignments',
  'storyNotes',
  'reviews',
  'stories',
  'glossary',
  'filters',
  'queues',
  'dismissedFindings',
] as const;
const COLUMNS = ['onlyMine', 'onlyTheirs', 'same', 'different', 'removed', 'conflicts'] as const;

/** How much of each kind only one of the two has, and how much both. Kinds that neither has are left out. */
export function MergeNumbers({ tallies }: Pick<Comparing, 'tallies'>) {
  const { t, number } = useTranslator();
  const rows = TABLES.flatMap((table) => {
    const tally = tallies[table];
    return tally && COLUMNS.some((column) => tally[column] > 0) ? [{ table, tally }] : [];
  });
  const columns = COLUMNS.filter(
    (column) => column !== 'removed' || rows.some(({ tally }) => tally.removed > 0),
  );
  if (rows.length === 0) return null;
  return (
    <table className="merge-numbers" aria-label={t('merge.numbers')}>
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`merge.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ table, tally }) => (
          <tr key={table}>
            <th scope="row">{t(`merge.table.${table}`)}</th>
            {columns.map((column) => (
              <td key={column} data-none={tally[column] === 0 || undefined} data-column={column}>
                {number(tally[column])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
