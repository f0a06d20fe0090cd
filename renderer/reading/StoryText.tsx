import { memo, type ReactNode } from 'react';
import type { Segment, Story } from '../../app/story.ts';
import type { PairRanges } from '../../app/translation/align.ts';
import { AlignedText } from '../alignment/AlignedText.tsx';
import { CutHead } from '../alignment/CutHead.tsx';
import { layoutOf } from '../alignment/rows.ts';
import { SEGMENT_TEXT } from './reading-surface.ts';
import { useCaption } from './use-caption.ts';

/** How the versions of a text stand to one another; null: one below the other. */
export type Arrangement = { kind: 'translation' | 'cut'; pairs: readonly PairRanges[] } | null;

interface Props {
  story: Story;
  arrangement: Arrangement;
}

/** The text by segments. Rendered once a story and arrangement: painting never touches the DOM. */
export const StoryText = memo(function StoryText({ story, arrangement }: Props) {
  const blocks = (indexes: readonly number[]) =>
    indexes.map((index) => {
      const segment = story.segments[index];
      return segment ? (
        <SegmentBlock key={segment.start} segment={segment} index={index} story={story} />
      ) : null;
    });
  if (arrangement) {
    const sides = sidesOf(story.segments, arrangement.kind);
    const layout = layoutOf(story, arrangement.pairs, sides.original, sides.translation);
    return (
      <div className="story-text" data-wide>
        {blocks(layout.above)}
        {arrangement.kind === 'cut' ? <CutHead story={story} /> : null}
        <AlignedText
          story={story}
          layout={layout}
          pairs={arrangement.pairs}
          judged={arrangement.kind === 'translation'}
        />
        {blocks(layout.below)}
      </div>
    );
  }
  const columns = sideBySide(story.segments);
  if (!columns) return <div className="story-text">{blocks(story.segments.map((_, index) => index))}</div>;
  return (
    <div className="story-text" data-wide>
      <div className="columns">
        <div>{blocks(columns.original)}</div>
        <div>{blocks(columns.translation)}</div>
      </div>
      {blocks(columns.rest)}
    </div>
  );
});

function SegmentBlock({ segment, index, story }: { segment: Segment; index: number; story: Story }) {
  const caption = useCaption(story)(segment);
  const text = (
    // Exactly one text node: the surface counts on it.
    <div className="segment-text" lang={segment.lang} dir="auto" {...{ [SEGMENT_TEXT]: index }}>
      {story.text.slice(segment.start, segment.end)}
    </div>
  );
  if (story.source && (segment.kind === 'article' || segment.kind === 'repeat')) {
    return (
      <Folding
        kind={segment.kind}
        caption={caption}
        head={segment.kind === 'repeat' ? <CutHead story={story} /> : null}
      >
        {text}
      </Folding>
    );
  }
  return (
    <div className="segment" data-kind={segment.kind}>
      <span className="caption">{caption}</span>
      {text}
    </div>
  );
}

interface FoldingProps {
  kind: Segment['kind'];
  caption: string;
  head: ReactNode;
  children: ReactNode;
}

function Folding({ kind, caption, head, children }: FoldingProps) {
  return (
    <details className="segment" data-kind={kind} open>
      <summary>{caption}</summary>
      {head}
      {children}
    </details>
  );
}

function sidesOf(segments: readonly Segment[], kind: 'translation' | 'cut') {
  const of = (wanted: Segment['kind']) =>
    segments.flatMap((segment, index) => (segment.kind === wanted ? [index] : []));
  const full = of('repeat');
  if (kind === 'cut') return { original: of('post'), translation: full };
  return { original: full.length > 0 ? full : of('post'), translation: of('translation') };
}

/** Original and translation beside each other, where they are too long for pairs; by index of the segments. */
export function sideBySide(
  segments: readonly Segment[],
): { original: number[]; translation: number[]; rest: number[] } | null {
  if (!segments.some((segment) => segment.kind === 'translation')) return null;
  const columns = { original: [] as number[], translation: [] as number[], rest: [] as number[] };
  segments.forEach((segment, index) => {
    if (segment.kind === 'translation') columns.translation.push(index);
    else if (segment.kind === 'post' || segment.kind === 'byline') columns.original.push(index);
    else columns.rest.push(index);
  });
  return columns;
}
