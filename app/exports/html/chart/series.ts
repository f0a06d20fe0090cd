import { FIDELITY_SIGNS, VERDICT_SIGNS } from '../../labels.ts';
import type { Series } from '../../model/chart.ts';
import { html, type Markup } from '../markup.ts';

/** How a series looks without its colour: on grey paper and for eyes that see no red. */
type Pattern = 'solid' | 'stripes' | 'dots' | 'lines' | 'columns' | 'hollow';

const PATTERNS = {
  verified: 'solid',
  disputed: 'stripes',
  unresolved: 'dots',
  'out-of-scope': 'lines',
  unrated: 'hollow',
  faithful: 'solid',
  partial: 'dots',
  wrong: 'stripes',
  missing: 'hollow',
  added: 'columns',
} as const satisfies Record<string, Pattern>;

export function nameOf(series: Series): keyof typeof PATTERNS {
  return series.kind === 'verdict' ? series.verdict : series.fidelity;
}

export function signOf(series: Series): string {
  return series.kind === 'verdict' ? VERDICT_SIGNS[series.verdict] : FIDELITY_SIGNS[series.fidelity];
}

/** What `bar` fills with, for one drawing, whose id keeps them apart from those of others. */
export function patterns(id: string): Markup {
  const square = (name: Pattern, drawn: Markup) =>
    html`<pattern id="${id}-${name}" width="6" height="6" patternUnits="userSpaceOnUse">${drawn}</pattern>`;
  return html`<defs>${square('stripes', html`<path class="gap-line" d="M-1 7 7-1M-1 1 1-1M5 7 7 5"/>`)}${square(
    'dots',
    html`<circle class="gap-dot" cx="3" cy="3" r="1.5"/>`,
  )}${square('lines', html`<path class="gap-line" d="M0 3H6"/>`)}${square('columns', html`<path class="gap-line" d="M3 0V6"/>`)}</defs>
`;
}

/** A rectangle of a series, in user units. */
export function bar(id: string, series: Series, x: number, y: number, width: number, height: number): Markup {
  const name = nameOf(series);
  const pattern: Pattern = PATTERNS[name];
  const inset = pattern === 'hollow' ? 0.75 : 0;
  const box = (extra: Markup) =>
    html`<rect x="${round(x + inset)}" y="${round(y + inset)}" width="${round(Math.max(0.5, width - 2 * inset))}" height="${round(height - 2 * inset)}"${extra}/>`;
  const filled = box(html` class="bar ${name}${pattern === 'hollow' ? ' hollow' : ''}"`);
  return pattern === 'solid' || pattern === 'hollow'
    ? filled
    : html`${filled}${box(html` fill="url(#${id}-${pattern})"`)}`;
}

/** Two decimals are finer than any printer, and the same everywhere. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
