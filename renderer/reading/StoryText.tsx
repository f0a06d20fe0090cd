import { memo } from 'react';
import type { Segment, Story } from '../../app/story.ts';
import { useTranslator } from '../i18n/context.ts';
import { SEGMENT_TEXT } from './reading-surface.ts';

/** The text by segments. Rendered once a story: painting never touches the DOM. */
export const StoryText = memo(function StoryText({ story }: { story: Story }) {
  const columns = sideBySide(story.segments);
  if (!columns) {
    return (
      <div className="story-text">
        {story.segments.map((segment, index) => (
          <SegmentBlock key={segment.start} segment={segment} index={index} story={story} />
        ))}
      </div>
    );
  }
  const column = (indexes: number[]) =>
    indexes.map((index) => {
      const segment = story.segments[index];
      return segment ? (
        <SegmentBlock key={segment.start} segment={segment} index={index} story={story} />
      ) : null;
    });
  return (
    <div className="story-text">
      <div className="columns">
        <div>{column(columns.original)}</div>
        <div>{column(columns.translation)}</div>
      </div>
      {column(columns.rest)}
    </div>
  );
});

function SegmentBlock({ segment, index, story }: { segment: Segment; index: number; story: Story }) {
  const { t, language } = useTranslator();
  // Without a byline nothing is quoted: the story is the text itself.
  const label = t(story.source ? `segment.${segment.kind}` : 'segment.text');
  const text = (
    // Exactly one text node: the surface counts on it.
    <div className="segment-text" lang={segment.lang} dir="auto" {...{ [SEGMENT_TEXT]: index }}>
      {story.text.slice(segment.start, segment.end)}
    </div>
  );
  // The language is worth a word where it is another one than the story's; a byline has none worth telling.
  const isWords = segment.kind !== 'byline' && segment.kind !== 'footer';
  const other = isWords && segment.lang !== story.lang && segment.lang !== 'und';
  const caption = other ? `${label} · ${language(segment.lang)}` : label;
  if (story.source && (segment.kind === 'article' || segment.kind === 'repeat')) {
    return (
      <details className="segment" data-kind={segment.kind} open>
        <summary>{caption}</summary>
        {text}
      </details>
    );
  }
  return (
    <div className="segment" data-kind={segment.kind}>
      <span className="caption">{caption}</span>
      {text}
    </div>
  );
}

/** Original and translation beside each other, where a story has both; by index of the segments. */
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
