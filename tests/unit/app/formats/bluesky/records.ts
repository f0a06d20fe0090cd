/** A fictional repository: what records of it say, by their paths. */
const blob = (link: string) => ({ $type: 'blob', ref: { $link: link }, mimeType: 'image/jpeg', size: 9 });
const PICTURE = 'bafkreiblzvfqwaixdxtud6ubeilb4yyc6zdfsmfinfh4lpojik2tql7gwa';

export const FERRY_POST = 'at://did:plc:ferry/app.bsky.feed.post/3kferry';
export const CARGO_TEXT = '🚢港の貨物は12%増 port.minato.example/sta... #港 @kamome.example';

const byteOf = (text: string, part: string) =>
  new TextEncoder().encode(text.slice(0, text.indexOf(part))).length;
function facet(part: string, feature: Record<string, string>) {
  const byteStart = byteOf(CARGO_TEXT, part);
  return {
    index: { byteStart, byteEnd: byteStart + new TextEncoder().encode(part).length },
    features: [feature],
  };
}

export const RECORDS: Record<string, Record<string, unknown>> = {
  'app.bsky.actor.profile/self': {
    $type: 'app.bsky.actor.profile',
    displayName: '潮風通信',
    description: 'x',
  },
  'app.bsky.feed.like/3k1': {
    $type: 'app.bsky.feed.like',
    subject: { uri: FERRY_POST, cid: 'x' },
    createdAt: '2025-02-08T01:00:00Z',
  },
  'app.bsky.feed.post/3k2': {
    $type: 'app.bsky.feed.post',
    text: CARGO_TEXT,
    langs: ['ja'],
    createdAt: '2025-02-08T10:30:05.123+09:00',
    facets: [
      facet('port.minato.example/sta...', {
        $type: 'app.bsky.richtext.facet#link',
        uri: 'https://port.minato.example/statistics/2025',
      }),
      facet('#港', { $type: 'app.bsky.richtext.facet#tag', tag: '港' }),
      facet('@kamome.example', { $type: 'app.bsky.richtext.facet#mention', did: 'did:plc:ferry' }),
      {
        index: { byteStart: 1, byteEnd: 4 },
        features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://cut.example' }],
      },
      {
        index: { byteStart: 0, byteEnd: 9999 },
        features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://outside.example' }],
      },
    ],
    embed: { $type: 'app.bsky.embed.images', images: [{ alt: '岸壁のコンテナ船', image: blob(PICTURE) }] },
    tags: ['MinatoKou'],
  },
  'app.bsky.feed.post/3k3': {
    $type: 'app.bsky.feed.post',
    text: 'All ferries stay in port.',
    createdAt: '2025-02-08T02:00:00Z',
    reply: {
      root: { uri: FERRY_POST, cid: 'x' },
      parent: { uri: 'at://did:plc:minato/app.bsky.feed.post/3k2', cid: 'x' },
    },
    labels: { $type: 'com.atproto.label.defs#selfLabels', values: [{ val: 'graphic-media' }] },
    embed: {
      $type: 'app.bsky.embed.external',
      external: {
        uri: 'https://news.minato.example/storm',
        title: 'Storm at sea',
        description: 'No ferries until Monday.',
      },
    },
  },
  'app.bsky.feed.post/3k4': {
    $type: 'app.bsky.feed.post',
    text: '',
    createdAt: '2025-02-08T03:00:00Z',
    embed: {
      $type: 'app.bsky.embed.recordWithMedia',
      record: { $type: 'app.bsky.embed.record', record: { uri: FERRY_POST, cid: 'x' } },
      media: { $type: 'app.bsky.embed.images', images: [{ alt: 'A chart of berths', image: blob(PICTURE) }] },
    },
  },
  'app.bsky.feed.repost/3k5': {
    $type: 'app.bsky.feed.repost',
    subject: { uri: FERRY_POST, cid: 'x' },
    createdAt: '2025-02-08T04:00:00Z',
  },
};
