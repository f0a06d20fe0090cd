/** Every dump format, in the order of the README's table. */
export const FORMAT_IDS = [
  'plain-text',
  'html',
  'markdown',
  'x-archive',
  'x-api-v1',
  'x-api-v2',
  'community-notes',
  'activitypub',
  'bluesky',
  'telegram',
  'feed',
  'wxr',
  'movable-type',
  'mail',
  'json',
  'csv',
  'uratori-stories',
] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

/** What holds entries rather than stories. */
export const CONTAINERS = ['folder', 'zip', 'gzip', 'warc', 'wacz'] as const;
export type ContainerId = (typeof CONTAINERS)[number];

/** What a dump is as a whole: the format of its stories, or the container that they are in. */
export type DumpFormat = FormatId | ContainerId;

export function isDumpFormat(name: string): name is DumpFormat {
  return [...FORMAT_IDS, ...CONTAINERS].some((known) => known === name);
}
