import { useTranslator } from '../i18n/context.ts';
import { useWidth } from '../ui/use-width.ts';
import { BarPart } from './BarPart.tsx';
import { type Chart, seriesInUse } from './chart.ts';
import { columns } from './layout.ts';

/** CSS pixels. */
const HEIGHT = 132;
const AXIS = 30;
const LABELS = 20;
/** Half a line above the highest number. */
const TOP = 7;
/** What the name of a day takes. */
const LABEL_WIDTH = 96;

/** Columns side by side, in the order of time. */
export function ColumnChart({ chart, label }: { chart: Chart; label: string }) {
  const { number } = useTranslator();
  const { ref, width } = useWidth<HTMLDivElement>();
  const { parts, ticks, centres } = columns(chart.rows, seriesInUse(chart), {
    left: AXIS,
    width,
    height: HEIGHT,
  });
  const every = Math.max(1, Math.ceil((chart.rows.length * LABEL_WIDTH) / Math.max(1, width - AXIS)));
  return (
    <div ref={ref} className="column-chart">
      <svg
        width={width}
        height={TOP + HEIGHT + LABELS}
        viewBox={`0 ${-TOP} ${width} ${TOP + HEIGHT + LABELS}`}
        role="img"
        aria-label={label}
      >
        {ticks.map(({ value, y }) => (
          <g key={value} className="tick">
            <line x1={AXIS} x2={width} y1={y} y2={y} />
            <text x={AXIS - 6} y={y}>
              {number(value)}
            </text>
          </g>
        ))}
        {parts.map(({ part, x, width: across }) => (
          <BarPart
            key={`${part.row.key} ${part.series.key}`}
            part={part}
            unit={chart.unit}
            x={x}
            y={part.start}
            width={across}
            height={part.end - part.start}
          />
        ))}
        {chart.rows.map((row, index) =>
          index % every === 0 ? (
            <text key={row.key} className="column-label" x={centres[index]} y={HEIGHT + 14}>
              {row.label}
            </text>
          ) : null,
        )}
      </svg>
    </div>
  );
}
