import { formClusters } from './form-clusters.ts';
import { groupLinks, type LinkGroups, sayingElse } from './group-links.ts';
import type { Groups } from './groups.ts';
import { Partners } from './partners.ts';
import type { SharedLikeness } from './shared-likeness.ts';

/** What the pairs that were found, and the links that were read, come to. */
export function findClusters({
  shared,
  pairs,
  links: lists,
}: {
  shared: SharedLikeness;
  pairs: SharedArrayBuffer[];
  links: Uint32Array[];
}): { clusters: Groups; links: LinkGroups; apart: Uint32Array<ArrayBuffer> } {
  const [partners, ...others] = pairs.map((memory) => new Partners(memory)) as [Partners, ...Partners[]];
  for (const other of others) partners.addAll(other);
  const clusters = formClusters(shared, partners);
  const links = groupLinks(lists);
  return { clusters, links, apart: sayingElse(shared, links) };
}
