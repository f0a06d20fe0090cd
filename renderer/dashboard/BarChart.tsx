import { useWidth } from '../ui/use-width.ts';
import { BarPart } from './BarPart.tsx';
import { type Chart, filterFor, seriesInUse, totalOf } from './chart.ts';
import { barParts } from './layout.ts';
import { NumberLink } from './NumberLink.tsx';

/** CSS pixels. */
const BAR_HEIGHT = 20;

/** Lying bars, a row each: its name, its parts by series, and its whole number. */
export function BarChart({ chart }: { chart: Chart }) {
  const series = seriesInUse(chart);
  const { ref, width } = useWidth<HTMLDivElement>();
  const bars = barParts(chart.rows, series, width);
  return (
    <ul className="bar-chart">
      {chart.rows.map((row, index) => {
        const total = totalOf(row, series);
        // A row of one series is a filter of its own.
        const only = series.filter(({ key }) => (row.tallies[key]?.count ?? 0) > 0);
        const sole = only.length === 1 ? only[0] : undefined;
        return (
          <li key={row.key}>
            <span className="bar-label" title={row.label}>
              {row.label}
            </span>
            <div ref={index === 0 ? ref : undefined} className="bar">
              <svg width={width} height={BAR_HEIGHT} aria-hidden>
                {bars[index]?.map((part) => (
                  <BarPart
                    key={part.series.key}
                    part={part}
                    unit={chart.unit}
                    x={part.start}
                    y={0}
                    width={part.end - part.start}
                    height={BAR_HEIGHT}
                  />
                ))}
              </svg>
            </div>
            <NumberLink
              tally={total}
              of={row.label}
              unit={chart.unit}
              filter={filterFor(row, sole ?? { filter: null }, total)}
            />
          </li>
        );
      })}
    </ul>
  );
}
