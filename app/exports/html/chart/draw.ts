import type { Chart } from '../../model/chart.ts';
import type { Label } from '../../model/inline.ts';
import { plainLabel } from '../../model/voice.ts';
import type { Page } from '../inline.ts';
import { html, type Markup } from '../markup.ts';
import { fitted, widthOf } from './measure.ts';
import { bar, patterns, round, signOf } from './series.ts';

/** User units, of which the letters are 13 high. */
const WIDTH = 640;
const SIZE = 13;
const SMALL = 11;
const NAMES = 210;
const BARS = { from: NAMES + 12, to: WIDTH - 44 };

/** A drawing and how high it is. */
interface Drawn {
  height: number;
  marks: Markup[];
}

/** A chart as SVG. Its title and description tell it to those who do not see it; nothing in it is loaded or runs. */
export function drawn(page: Page, id: string, title: Label, chart: Chart): Markup {
  const { height, marks } = draw(page, id, chart);
  return html`<svg class="chart ${chart.kind}" viewBox="0 0 ${WIDTH} ${round(height)}" role="img" aria-labelledby="${id}-name ${id}-numbers">
<title id="${id}-name">${plainLabel(title)}</title>
<desc id="${id}-numbers">${described(chart)}</desc>
${patterns(id)}${marks.map((mark) => html`${mark}\n`)}</svg>
`;
}

function draw(page: Page, id: string, chart: Chart): Drawn {
  switch (chart.kind) {
    case 'strip':
      return strip(page, id, chart);
    case 'bars':
      return bars(page, id, chart);
    case 'stacked':
      return stacked(page, id, chart);
    default:
      return assertNever(chart);
  }
}

function strip(page: Page, id: string, { parts }: Extract<Chart, { kind: 'strip' }>): Drawn {
  const shown = parts.filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  const gap = 2;
  // None is too thin to be seen; what that takes the wide ones give.
  const least = 6;
  const room = WIDTH - gap * (shown.length - 1) - least * shown.length;
  const marks: Markup[] = [];
  let x = 0;
  for (const { series, count } of shown) {
    const width = least + (room * count) / total;
    marks.push(bar(id, series, x, 0, width, 36));
    x += width + gap;
  }
  const key = keyOf(
    page,
    id,
    shown.map(({ label, series, count }) => ({ label, series, count })),
    36 + 22,
  );
  return { height: key.height, marks: [...marks, ...key.marks] };
}

function bars(page: Page, id: string, chart: Extract<Chart, { kind: 'bars' }>): Drawn {
  const most = Math.max(1, ...chart.bars.map(({ count }) => count));
  const step = rowHeight(page);
  const marks = chart.bars.map(({ label, series, count }, index) => {
    const y = index * step;
    return html`${name(page, `${signOf(series)} ${label.main}`, label.other, y, step)}${
      count === 0 ? null : bar(id, series, BARS.from, y + step / 2 - 8, scaled(count, most), 16)
    }${number(count, BARS.from + scaled(count, most), y + step / 2)}`;
  });
  return { height: chart.bars.length * step + 4, marks: [axis(chart.bars.length * step), ...marks] };
}

function stacked(page: Page, id: string, chart: Extract<Chart, { kind: 'stacked' }>): Drawn {
  const used = chart.series.filter((_, index) => chart.bars.some(({ counts }) => (counts[index] ?? 0) > 0));
  const key = keyOf(page, id, used, 14);
  const most = Math.max(1, ...chart.bars.map(({ total }) => total));
  const step = 28;
  const top = key.height + 8;
  const marks = chart.bars.map(({ name: source, label, total, counts }, index) => {
    const y = top + index * step;
    let x = BARS.from;
    const parts = chart.series.map(({ series }, place) => {
      const count = counts[place] ?? 0;
      if (count === 0) return null;
      const width = scaled(count, most);
      const from = x;
      x += width;
      // A hair of paper between two parts.
      return bar(id, series, from, y + step / 2 - 8, Math.max(1, width - 1.5), 16);
    });
    return html`${name(page, label?.main ?? source, label?.other ?? null, y, step)}${parts}${number(total, x, y + step / 2)}`;
  });
  const end = top + chart.bars.length * step;
  return { height: end + 4, marks: [...key.marks, axis(end, top), ...marks] };
}

/** Signs, names and numbers of series, one beside the other, on as many lines as they need. */
function keyOf(
  page: Page,
  id: string,
  entries: readonly { label: Label; series: Parameters<typeof signOf>[0]; count?: number }[],
  top: number,
): Drawn {
  let [x, y] = [0, top];
  const marks = entries.map(({ label, series, count }) => {
    const words = label.main;
    const other = label.other ?? '';
    const figure = count === undefined ? '' : ` ${count}`;
    const width =
      SIZE * widthOf(`${words}${figure}`) + SMALL * widthOf(other) + (other === '' ? 0 : 6) + 22 + 22;
    if (x > 0 && x + width - 22 > WIDTH) [x, y] = [0, y + 24];
    const at = x;
    x += width;
    return html`${bar(id, series, at, y - 11, 14, 14)}<text x="${at + 20}" y="${y}">${signOf(series)} ${words}${
      other === '' ? null : html` <tspan class="other" lang="${page.otherLocale}">${other}</tspan>`
    }${figure === '' ? null : html`<tspan class="number">${figure}</tspan>`}</text>`;
  });
  return { height: y + 8, marks };
}

function name(page: Page, main: string, other: string | null, y: number, step: number): Markup {
  const middle = y + step / 2;
  const most = NAMES / SIZE;
  if (other === null)
    return html`<text x="${NAMES}" y="${round(middle + 4.5)}" text-anchor="end">${fitted(main, most)}</text>`;
  return html`<text x="${NAMES}" y="${round(middle - 1.5)}" text-anchor="end">${fitted(main, most)}</text><text class="other" lang="${page.otherLocale}" x="${NAMES}" y="${round(middle + 12.5)}" text-anchor="end">${fitted(other, NAMES / SMALL)}</text>`;
}

function number(count: number, x: number, middle: number): Markup {
  return html`<text class="number" x="${round(x + 8)}" y="${round(middle + 4.5)}">${count}</text>`;
}

function axis(to: number, from = 0): Markup {
  return html`<path class="axis" d="M${BARS.from - 0.5} ${from}V${to}"/>`;
}

function scaled(count: number, most: number): number {
  return ((BARS.to - BARS.from) * count) / most;
}

function rowHeight({ otherLocale }: Page): number {
  return otherLocale === null ? 28 : 36;
}

/** The numbers as a sentence. */
function described(chart: Chart): string {
  switch (chart.kind) {
    case 'strip':
      return chart.parts.map(({ label, count }) => `${label.main} ${count}`).join(', ');
    case 'bars':
      return chart.bars.map(({ label, count }) => `${label.main} ${count}`).join(', ');
    case 'stacked':
      return chart.bars
        .map(({ name, label, counts }) => {
          const parts = chart.series.flatMap(({ label }, index) =>
            (counts[index] ?? 0) > 0 ? [`${label.main} ${counts[index]}`] : [],
          );
          return `${label?.main ?? name}: ${parts.join(', ')}`;
        })
        .join('; ');
    default:
      return assertNever(chart);
  }
}

function assertNever(value: never): never {
  throw new Error(`not a chart: ${JSON.stringify(value)}`);
}
