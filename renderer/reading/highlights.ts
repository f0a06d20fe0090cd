import type { TextRange } from '../store/state.ts';
import { type AnnotatedSpan, sameRef } from './annotated-spans.ts';
import type { ReadingSurface } from './reading-surface.ts';

/** What is painted over the text besides annotations. */
export interface Emphasis {
  hits: readonly TextRange[];
  currentHit: TextRange | null;
  selected: AnnotatedSpan['ref'] | null;
  hovered: AnnotatedSpan['ref'] | null;
  /** The chosen text; painted too, since the browser's own selection goes where the focus goes. */
  selection: TextRange | null;
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
  'claim-unrated',
  'claim-out-of-scope',
  'claim-unresolved',
  'claim-verified',
  'claim-disputed',
  'hit',
  'hit-current',
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
  for (const span of spans) {
    add(layerOf(span), span);
    if (sameRef(span.ref, emphasis.selected)) add('selected', span);
    else if (sameRef(span.ref, emphasis.hovered)) add('hovered', span);
  }
  if (emphasis.selection) add('selection', emphasis.selection);
  for (const hit of emphasis.hits) add('hit', hit);
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

function layerOf({ look }: AnnotatedSpan): Layer {
  switch (look.kind) {
    case 'claim':
      return `claim-${look.outcome}`;
    case 'tagging':
      return `tag-${look.colour}`;
    case 'note':
      return 'note';
  }
}
