import type { RelationKind } from '../../app/story.ts';

/** Strokes in a square of 16. */
const PATHS: Record<RelationKind, string> = {
  reply: 'M7 3 2 8l5 5M2.5 8H10a4 4 0 0 1 4 4v1.5',
  repost: 'M2.5 5H13M10.2 2.2 13 5l-2.8 2.8M13.5 11H3M5.8 8.2 3 11l2.8 2.8',
  quote: 'M6.5 4C4.5 5 3.5 6.5 3.5 8.5V12h3V8.7h-3M13 4c-2 1-3 2.5-3 4.5V12h3V8.7h-3',
  edit: 'M3 13l.8-3L11 2.8 13.2 5 6 12.2z',
  thread: 'M8 2v4M8 10v4M8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
};

/** A small sign of what a story is to another one. Without a label it is an ornament of words beside it. */
export function RelationMark({ kind, label }: { kind: RelationKind; label?: string }) {
  const sign = (
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden>
      <path d={PATHS[kind]} />
    </svg>
  );
  return label ? (
    <span className="relation-mark" role="img" aria-label={label} title={label}>
      {sign}
    </span>
  ) : (
    <span className="relation-mark">{sign}</span>
  );
}
