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
] as const;
export type FormatId = (typeof FORMAT_IDS)[number];
