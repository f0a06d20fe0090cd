import type { TextRange } from '../store/state.ts';
import type { MarkedOutcome } from '../ui/OutcomeMark.tsx';
import { type AnnotatedSpan, sameRef } from './annotated-spans.ts';
import type { ReadingSurface } from './reading-surface.ts';

/** What is painted over the text besides annotations. */
export interface Emphasis {
  hits: readonly TextRange[];
  currentHit: TextRange | null;
  selected: AnnotatedSpan['ref'] | null;
  hovered: AnnotatedSpan['ref'] | null;
  /** Both sides of the finding that is being looked at. */
  finding: readonly TextRange[];
  /** The chosen text; painted too, since the browser's own selection goes where the focus goes. */
  selection: TextRange | null;
  /** The suggested sentence that is being decided about, and the runs that speak for it. */
  suggestion: (TextRange & { reasons: readonly TextRange[] }) | null;
}

/** Claims that overlap are underlined at different depths, so that each can be seen from end to end. */
const LANES = [0, 1, 2] as const;
type Lane = (typeof LANES)[number];
type ClaimLayer = `claim-${MarkedOutcome}-${Lane}`;

function claimLayers(outcome: MarkedOutcome): ClaimLayer[] {
  return LANES.map((lane): ClaimLayer => `claim-${outcome}-${lane}`);
}

/** Later names are painted over earlier ones. */
const LAYERS = [
  'tag-grey',
  'tag-yellow',
  'tag-red',
  'tag-sky',
  'tag-pink',
  'tag-green',
  'tag-orange',
  'tag-blue',
  'note',
  ...claimLayers('unrated'),
  ...claimLayers('out-of-scope'),
  ...claimLayers('unresolved'),
  ...claimLayers('verified'),
  ...claimLayers('disputed'),
  'suggestion',
  'suggestion-reason',
  'hit',
  'hit-current',
  'finding',
  'hovered',
  'selected',
  'selection',
] as const;
type Layer = (typeof LAYERS)[number];

/**
 * Paints annotations with the CSS Custom Highlight API: the DOM stays as it is, however many spans overlap
 * (https://drafts.csswg.org/css-highlight-api-1/).
 */
export function paint(surface: ReadingSurface, spans: readonly AnnotatedSpan[], emphasis: Emphasis): void {
  const layers = new Map<Layer, StaticRange[]>();
  const add = (layer: Layer, range: TextRange) => {
    const ranges = layers.get(layer);
    if (ranges) ranges.push(...surface.rangesOf(range));
    else layers.set(layer, surface.rangesOf(range));
  };
  const laneOf = lanes(spans);
  for (const span of spans) {
    add(layerOf(span, laneOf.get(span) ?? 0), span);
    if (sameRef(span.ref, emphasis.selected)) add('selected', span);
    else if (sameRef(span.ref, emphasis.hovered)) add('hovered', span);
  }
  if (emphasis.selection) add('selection', emphasis.selection);
  if (emphasis.suggestion) {
    add('suggestion', emphasis.suggestion);
    for (const run of emphasis.suggestion.reasons) add('suggestion-reason', run);
  }
  for (const hit of emphasis.hits) add('hit', hit);
  for (const range of emphasis.finding) add('finding', range);
  if (emphasis.currentHit) add('hit-current', emphasis.currentHit);

  LAYERS.forEach((layer, priority) => {
    const ranges = layers.get(layer);
    if (!ranges) {
      CSS.highlights.delete(layer);
      return;
    }
    const highlight = new Highlight(...ranges);
    highlight.priority = priority;
    CSS.highlights.set(layer, highlight);
  });
}

export function clearPaint(): void {
  for (const layer of LAYERS) CSS.highlights.delete(layer);
}

/** The spans that hold a place of the text. */
export function spansAt(spans: readonly AnnotatedSpan[], position: number): AnnotatedSpan[] {
  return spans.filter((span) => span.start <= position && position < span.end);
}

/** The first lane that no claim before it, still open where it starts, has; the last one where all are taken. */
function lanes(spans: readonly AnnotatedSpan[]): Map<AnnotatedSpan, Lane> {
  const ends: number[] = LANES.map(() => 0);
  const found = new Map<AnnotatedSpan, Lane>();
  for (const span of spans) {
    if (span.look.kind !== 'claim') continue;
    const lane = LANES.find((candidate) => (ends[candidate] as number) <= span.start) ?? 2;
    ends[lane] = span.end;
    found.set(span, lane);
  }
  return found;
}

function layerOf({ look }: AnnotatedSpan, lane: Lane): Layer {
  switch (look.kind) {
    case 'claim':
      return `claim-${look.outcome}-${lane}`;
    case 'tagging':
      return `tag-${look.colour}`;
    case 'note':
      return 'note';
  }
}
