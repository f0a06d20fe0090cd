import type { Bar, Chart } from '../model/chart.ts';
import { labelOf } from './inline.ts';
import { QUIET, seriesColour } from './look.ts';
import type { Package } from './package.ts';
import { paragraph } from './paragraph.ts';
import { run } from './run.ts';
import { cell, grid, TEXT_WIDTH } from './table.ts';
import { shutIn } from './xml.ts';

/** What a whole bar is cut into. */
const UNITS = 60;
const NAME_WIDTH = 2600;
const COUNT_WIDTH = 700;
const UNIT_WIDTH = Math.floor((TEXT_WIDTH - NAME_WIDTH - COUNT_WIDTH) / UNITS);

interface BarRow {
  name: string;
  parts: { colour: string; units: number }[];
  count: number;
}

/**
 * The drawing as rows of coloured cells: it looks the same in every word processor, needs no picture, and its words
 * are words.
 */
export function drawn(pack: Package, chart: Chart): string {
  switch (chart.kind) {
    case 'strip': {
      const total = sum(chart.parts.map(({ count }) => count));
      const whole = { name: '', parts: chart.parts.map((part) => partOf(part, total)), count: total };
      return bars([whole]) + legend(pack, chart.parts);
    }
    case 'bars': {
      const most = Math.max(1, ...chart.bars.map(({ count }) => count));
      return bars(
        chart.bars.map((bar) => ({
          name: labelOf(pack, bar.label),
          parts: [partOf(bar, most)],
          count: bar.count,
        })),
      );
    }
    case 'stacked': {
      const most = Math.max(1, ...chart.bars.map(({ total }) => total));
      const rows = chart.bars.map(({ name, label, total, counts }) => ({
        name: label ? labelOf(pack, label) : run(shutIn(name)),
        parts: counts.map((count, index) => ({
          colour: colourOf(chart.series[index]),
          units: unitsOf(count, most),
        })),
        count: total,
      }));
      return bars(rows) + legend(pack, chart.series);
    }
    default:
      return assertNever(chart);
  }
}

function bars(rows: readonly BarRow[]): string {
  const widths = [NAME_WIDTH, ...Array.from({ length: UNITS }, () => UNIT_WIDTH), COUNT_WIDTH];
  const body = rows.map(({ name, parts, count }) => {
    const filled = parts.filter(({ units }) => units > 0);
    let left = UNITS;
    const cells = filled.map(({ colour, units }) => {
      const width = Math.min(units, left);
      left -= width;
      return width === 0 ? '' : unitCells(width, `<w:shd w:val="clear" w:color="auto" w:fill="${colour}"/>`);
    });
    const rest = left > 0 ? unitCells(left, '') : '';
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cell(NAME_WIDTH, paragraph('ChartName', name))}${cells.join('')}${rest}${cell(COUNT_WIDTH, paragraph('ChartName', run(String(count)), { align: 'end' }))}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblStyle w:val="UratoriChart"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>${grid(widths)}${body.join('')}</w:tbl>${paragraph('AfterTable', '')}`;
}

function unitCells(units: number, shade: string): string {
  return cell(units * UNIT_WIDTH, paragraph('ChartBar', ''), `<w:gridSpan w:val="${units}"/>${shade}`);
}

function legend(pack: Package, series: readonly Pick<Bar, 'label' | 'series'>[]): string {
  const entries = series.map(
    (each) => run('■ ', { colour: seriesColour(each.series) }) + labelOf(pack, each.label, { colour: QUIET }),
  );
  return paragraph('Quiet', entries.join(run('   ')), { keepNext: true });
}

function partOf({ series, count }: Bar, whole: number): { colour: string; units: number } {
  return { colour: seriesColour(series), units: unitsOf(count, whole) };
}

/** What there is, is seen. */
function unitsOf(count: number, whole: number): number {
  return count === 0 ? 0 : Math.max(1, Math.round((count / Math.max(1, whole)) * UNITS));
}

function colourOf(entry: Pick<Bar, 'series'> | undefined): string {
  return entry ? seriesColour(entry.series) : QUIET;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

function assertNever(value: never): never {
  throw new Error(`not a chart: ${JSON.stringify(value)}`);
}
