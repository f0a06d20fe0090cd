import { linkKey } from '../../../app/likeness/link-key.ts';
import { groupOfLink, type LinkGroups } from './group-links.ts';
import { type Groups, membersOf } from './groups.ts';
import { hashOfLink } from './link-list.ts';

/** What is known of the stories of a dump that say the same, or cite the same. */
export class Likeness {
  /** Near-duplicates: each of a cluster is like its first. */
  readonly clusters: Groups;
  readonly links: LinkGroups;
  /** Stories that cite what another cites and say something else; ascending. */
  readonly apart: Uint32Array<ArrayBuffer>;
  /** By story, plus 1. */
  private readonly clusterOf: Uint32Array;

  constructor(count: number, clusters: Groups, links: LinkGroups, apart: Uint32Array<ArrayBuffer>) {
    this.clusters = clusters;
    this.links = links;
    this.apart = apart;
    this.clusterOf = new Uint32Array(count);
    for (let cluster = 0; cluster + 1 < clusters.starts.length; cluster += 1)
      for (const story of membersOf(clusters, cluster)) this.clusterOf[story] = cluster + 1;
  }

  get memoryBytes(): number {
    const { clusters, links, apart, clusterOf } = this;
    const columns = [
      clusters.starts,
      clusters.members,
      links.starts,
      links.members,
      links.keys,
      apart,
      clusterOf,
    ];
    return columns.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  get clusterCount(): number {
    return this.clusters.starts.length - 1;
  }

  /** The near-duplicates of a story, itself among them; empty where there are none. */
  like(story: number): Uint32Array {
    const cluster = this.clusterOf[story] ?? 0;
    return cluster === 0 ? new Uint32Array(0) : membersOf(this.clusters, cluster - 1);
  }

  /** Whether a story says something else than another that cites the same link. */
  isApart(story: number): boolean {
    const { apart } = this;
    let from = 0;
    let to = apart.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((apart[middle] as number) < story) from = middle + 1;
      else to = middle;
    }
    return apart[from] === story;
  }

  /** The stories that cite a link, as far as several do. */
  citing(link: string): Uint32Array {
    const group = this.groupOf(link);
    return group === -1 ? new Uint32Array(0) : membersOf(this.links, group);
  }

  /** Which of `links` a link is; -1 where one story at most cites it. */
  groupOf(link: string): number {
    const key = linkKey(link);
    return key === null ? -1 : groupOfLink(this.links, hashOfLink(key));
  }
}
