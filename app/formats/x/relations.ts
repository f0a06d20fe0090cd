import type { Detail, Relation, RelationKind, Source } from '../../story.ts';
import { isPostId, postAddress } from './address.ts';
import type { XPost } from './post.ts';

/** How a post stands to another one of X; none where the other's id is none. */
export function relationTo(kind: RelationKind, id: string, source: Source | null): Relation[] {
  return isPostId(id) ? [{ kind, id, link: postAddress(source, id), source }] : [];
}

/** How a post stands to one that comes with its record. */
export function relationToPost(kind: RelationKind, other: XPost): Relation[] {
  return [{ kind, id: other.id || null, link: postAddress(other.author, other.id), source: other.author }];
}

/** A version of an edited post takes the place of those before it, the latest of them first. */
export function earlierVersions(versions: readonly string[], id: string, author: Source | null): Relation[] {
  return versions
    .slice(0, Math.max(0, versions.indexOf(id)))
    .reverse()
    .flatMap((earlier) => relationTo('edit', earlier, author));
}

/** A version is made when it is edited. */
export function editedDetail(relations: readonly Relation[], iso: string | undefined): Detail[] {
  return iso !== undefined && relations.some(({ kind }) => kind === 'edit')
    ? [{ kind: 'edited', value: iso }]
    : [];
}
