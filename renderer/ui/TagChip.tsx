import type { Tag } from '../../app/tag.ts';

/** A tag by name and colour, with the tags above it where `path` is given. */
export function TagChip({ tag, path }: { tag: Tag; path?: readonly string[] }) {
  const above = path && path.length > 0 ? `${path.join(' › ')} › ` : '';
  return (
    <span className="tag-chip" data-colour={tag.colour} title={tag.description || `${above}${tag.name}`}>
      {above}
      {tag.name}
    </span>
  );
}
