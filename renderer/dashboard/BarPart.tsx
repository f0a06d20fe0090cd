import { useTranslator } from '../i18n/context.ts';
import { useWorkspace } from '../store/context.ts';
import { filterFor, tallyOf } from './chart.ts';
import type { Part } from './layout.ts';
import { showStories } from './show-stories.ts';

interface Props {
  part: Part;
  unit: 'claims' | 'stories';
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One coloured part of a bar, for the pointer. Keys and screen readers have the same number as a button, and the table. */
export function BarPart({ part: { row, series }, unit, ...box }: Props) {
  const workspace = useWorkspace();
  const { t, number } = useTranslator();
  const tally = tallyOf(row, series);
  const of = row.label === series.label ? row.label : `${row.label}, ${series.label}`;
  const words = number(tally.count);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the whole drawing is hidden from keys and screen readers.
    <g
      className="bar-part"
      data-series={series.key}
      onClick={() => void showStories(workspace, filterFor(row, series, tally))}
    >
      <title>{t('overview.number', { of, unit, count: tally.count, stories: tally.stories.length })}</title>
      <rect {...box} />
      {box.width > 8 * words.length + 6 && box.height >= 14 ? (
        <text x={box.x + box.width / 2} y={box.y + box.height / 2}>
          {words}
        </text>
      ) : null}
    </g>
  );
}
