import { describe, expect, it } from 'vitest';
import { html } from '../../../../../app/formats/html/html.ts';
import { entryOf, readAll } from '../support.ts';

const read = async (page: string, url?: string) => {
  const { records, problems } = await readAll(
    html,
    entryOf('page.html', page, {}, url === undefined ? {} : { url }),
  );
  expect(problems).toEqual([]);
  return records;
};
const one = async (page: string) => {
  const records = await read(page);
  expect(records).toHaveLength(1);
  return records[0];
};

describe('posts of X in a page', () => {
  it('have their own address, author, day, text and marks', async () => {
    const story = await one(
      '<blockquote class="twitter-tweet" data-lang="en"><p lang="ja" dir="ltr">港の朝市、<br>7時から &amp; 入場無料 ' +
        '<a href="https://twitter.com/hashtag/minato?src=hash">#minato</a> <a href="https://t.co/AbC">https://t.co/AbC</a> ' +
        '<a href="https://t.co/XyZ">pic.twitter.com/XyZ</a></p>&mdash; 港新聞 (速報) (@minato_news) ' +
        '<a href="https://twitter.com/minato_news/status/1886000000000000000?ref_src=twsrc%5Etfw">February 8, 2025</a></blockquote> ' +
        '<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>',
    );
    expect(story).toMatchObject({
      id: '1886000000000000000',
      link: 'https://twitter.com/minato_news/status/1886000000000000000',
      source: { name: '港新聞 (速報)', handle: 'minato_news' },
      publishedAt: '2025-02-08',
      precision: 'day',
      text: '港の朝市、\n7時から & 入場無料 #minato https://t.co/AbC pic.twitter.com/XyZ',
      links: ['https://t.co/AbC'],
      hashtags: ['minato'],
      media: ['pic.twitter.com/XyZ'],
      segments: [{ kind: 'post', lang: 'ja', start: 0 }],
    });
  });

  it('are read with every quirk of older embeds', async () => {
    const date = (words: string, path = 'status') =>
      `<a href="https://twitter.com/minato_news/${path}/540000000000000000">${words}</a>`;
    const texts = [
      // A date in Japanese, as X wrote it until 2015.
      `<blockquote class="twitter-tweet" lang="ja"><p>船</p>&mdash; 港 (@minato_news) ${date('2014, 12月 28')}</blockquote>`,
      `<blockquote class="twitter-tweet"><p>船</p>&mdash; 港 (@minato_news) ${date('2014年12月28日')}</blockquote>`,
      // The author line as a paragraph, in the quotation and behind it.
      `<blockquote class="twitter-video"><p>船</p><p>— 港 (@minato_news) ${date('December 28, 2014', 'statuses')}</p></blockquote>`,
      `<blockquote class="twitter-tweet"><p>船</p></blockquote>\n<p>— 港 (@minato_news) ${date('28 Dec 2014')}</p>`,
      // The class was lost.
      `<blockquote><p>船</p>— 港 (@minato_news) ${date('Dec 28, 2014')}</blockquote>`,
    ];
    for (const text of texts) {
      expect(await one(text)).toMatchObject({
        id: '540000000000000000',
        source: { name: '港', handle: 'minato_news' },
        publishedAt: '2014-12-28',
        precision: 'day',
        text: '船',
      });
    }
  });

  it('have the shortened address behind their date where there is no other', async () => {
    const story = await one(
      '<blockquote class="twitter-tweet"><p>Fog. <a href="https://t.co/fog">https://t.co/fog</a></p>&mdash; Minato (@minato) ' +
        '<a href="https://t.co/own">May 1, 2014</a></blockquote>',
    );
    expect(story).toMatchObject({
      id: null,
      link: 'https://t.co/own',
      links: ['https://t.co/fog'],
      text: 'Fog. https://t.co/fog',
    });
  });

  it('keep another author line that they quote, and words behind their own', async () => {
    const story = await one(
      '<blockquote class="twitter-tweet"><p>Look:<br>— Shio (@shio) May 1, 2014<br>said it</p>— Minato (@minato) ' +
        '<a href="https://x.com/minato/status/540000000000000001">May 2, 2014</a><br>More.</blockquote>',
    );
    expect(story).toMatchObject({
      source: { handle: 'minato' },
      publishedAt: '2014-05-02',
      text: 'Look:\n— Shio (@shio) May 1, 2014\nsaid it\n\nMore.',
    });
  });

  it('tell by their number when they were published, where they are shown by a script', async () => {
    const frame =
      '<div class="twitter-tweet twitter-tweet-rendered"><iframe id="twitter-widget-0" title="X Post" ' +
      'data-tweet-id="1888173447050166272" src="https://platform.twitter.com/embed/Tweet.html?id=1888173447050166272"></iframe></div>';
    expect(await one(frame)).toMatchObject({
      id: '1888173447050166272',
      link: 'https://x.com/i/status/1888173447050166272',
      publishedAt: '2025-02-08T10:30:05Z',
      precision: 'second',
    });
    expect(await one('<amp-twitter data-tweetid="1888173447050166272"></amp-twitter>')).toMatchObject({
      id: '1888173447050166272',
    });
  });

  it('are not made of buttons to share a page', async () => {
    const [story, ...others] = await read(
      '<p>Fog.</p><a class="twitter-tweet" href="https://twitter.com/share">Tweet</a>',
    );
    expect(others).toEqual([]);
    expect(story?.segments).toMatchObject([{ kind: 'article' }]);
  });
});

describe('posts of other platforms in a page', () => {
  it('Mastodon: the words that stand for the post', async () => {
    const story = await one(
      '<blockquote class="mastodon-embed" data-embed-url="https://minato.example/@shio/113236000000000000/embed"> ' +
        '<a href="https://minato.example/@shio/113236000000000000" target="_blank"> <svg><path d="M0"/></svg> ' +
        '<div>Post by @shio@minato.example</div> <div>View on Mastodon</div> </a> </blockquote>' +
        '<script async src="https://minato.example/embed.js"></script>',
    );
    expect(story).toMatchObject({
      id: '113236000000000000',
      link: 'https://minato.example/@shio/113236000000000000',
      source: { handle: 'shio@minato.example' },
    });
    expect(
      await one(
        '<iframe src="https://minato.example/@shio/113236000000000000/embed" class="mastodon-embed"></iframe>',
      ),
    ).toMatchObject({
      id: '113236000000000000',
      source: { name: 'shio', handle: 'shio' },
      text: 'https://minato.example/@shio/113236000000000000',
    });
  });

  it('Bluesky', async () => {
    const profile = 'https://bsky.app/profile/did:plc:minatominato';
    const story = await one(
      '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:minatominato/app.bsky.feed.post/3kabcdefghi2x">' +
        `<p lang="en">Fog in the harbour.<br>No ferries.<br><br><a href="${profile}/post/3kabcdefghi2x?ref_src=embed">[image or embed]</a></p>` +
        `&mdash; Minato (<a href="${profile}?ref_src=embed">@minato.example</a>) ` +
        `<a href="${profile}/post/3kabcdefghi2x?ref_src=embed">February 8, 2025 at 10:30 AM</a></blockquote>`,
    );
    expect(story).toMatchObject({
      id: '3kabcdefghi2x',
      link: `${profile}/post/3kabcdefghi2x`,
      source: { name: 'Minato', handle: 'minato.example' },
      publishedAt: '2025-02-08T10:30',
      precision: 'minute',
      text: 'Fog in the harbour.\nNo ferries.',
      links: [],
    });
  });

  it('Instagram, with and without a caption, in English and Japanese', async () => {
    const old = await one(
      '<blockquote class="instagram-media" data-instgrm-captioned><div><p><a href="https://www.instagram.com/p/Abc_1-x/">The quay at dawn</a></p>' +
        '<p>A photo posted by Minato News (@minato.news) on <time datetime="2015-11-20T20:55:45+00:00">Nov 20, 2015 at 12:55pm PST</time></p></div></blockquote>',
    );
    expect(old).toMatchObject({
      id: 'Abc_1-x',
      source: { name: 'Minato News', handle: 'minato.news' },
      text: 'The quay at dawn',
    });
    expect(old?.publishedAt).toMatch(/^2015-11-20/u);
    const bare = await one(
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/reel/Abc_1-x/?utm_source=ig_embed">' +
        '<div><a href="https://www.instagram.com/reel/Abc_1-x/?utm_source=ig_embed"><div>この投稿をInstagramで見る</div></a>' +
        '<p><a href="https://www.instagram.com/reel/Abc_1-x/">港新聞(@minato.news)がシェアした投稿</a></p></div></blockquote>',
    );
    expect(bare).toMatchObject({
      id: 'Abc_1-x',
      link: 'https://www.instagram.com/reel/Abc_1-x',
      source: { name: '港新聞', handle: 'minato.news' },
    });
  });

  it('Telegram: the script, the frame, and the page of a channel', async () => {
    const script =
      '<script async src="https://telegram.org/js/telegram-widget.js?22" data-telegram-post="minato/43"></script>';
    const frame =
      '<iframe id="telegram-post-minato-43" src="https://t.me/minato/43?embed=1&mode=tme"></iframe>';
    for (const embed of [script, frame]) {
      expect(await one(embed)).toMatchObject({
        id: '43',
        link: 'https://t.me/minato/43',
        source: { handle: 'minato' },
      });
    }
    const message = await one(
      '<div class="tgme_widget_message js-widget_message" data-post="minato/43"><div class="tgme_widget_message_bubble">' +
        '<div class="tgme_widget_message_author"><a class="tgme_widget_message_owner_name" href="https://t.me/minato"><span>Minato News</span></a></div>' +
        '<div class="tgme_widget_message_forwarded_from">Forwarded from <a class="tgme_widget_message_forwarded_from_name" href="https://t.me/quay/7">Quay</a></div>' +
        '<a class="tgme_widget_message_reply" href="https://t.me/minato/40"><div class="tgme_widget_message_text">Earlier</div></a>' +
        `<a class="tgme_widget_message_photo_wrap" style="width:8px;background-image:url('https://cdn.example/quay.jpg')"></a>` +
        '<div class="tgme_widget_message_text js-message_text" dir="auto">Fog &amp; rain<br/>No ferries <a href="https://minato.example/fog">more</a></div>' +
        '<div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">12K</span>' +
        '<a class="tgme_widget_message_date" href="https://t.me/minato/43"><time datetime="2025-02-08T10:30:05+00:00">10:30</time></a></div></div></div>',
    );
    expect(message).toMatchObject({
      id: '43',
      link: 'https://t.me/minato/43',
      source: { name: 'Minato News', handle: 'minato' },
      publishedAt: '2025-02-08T10:30:05Z',
      precision: 'second',
      text: 'Fog & rain\nNo ferries more',
      links: ['https://minato.example/fog'],
      media: ['https://cdn.example/quay.jpg'],
      relations: [
        { kind: 'repost', id: '7', link: 'https://t.me/quay/7', source: { name: 'Quay', handle: 'quay' } },
        { kind: 'reply', id: '40', link: 'https://t.me/minato/40' },
      ],
    });
  });

  it('Threads, TikTok, Facebook, Reddit and Misskey', async () => {
    const embeds: [string, { id: string; handle: string | null }][] = [
      [
        '<blockquote class="text-post-media" data-text-post-permalink="https://www.threads.net/@minato/post/DAbc-1"><a href="#">View on Threads</a></blockquote>',
        { id: 'DAbc-1', handle: 'minato' },
      ],
      [
        '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@minato/video/7300000000000000000" data-video-id="7300000000000000000"><section>Fog</section></blockquote>',
        { id: '7300000000000000000', handle: 'minato' },
      ],
      [
        '<div class="fb-post" data-href="https://www.facebook.com/minato/posts/1234567"></div>',
        { id: '1234567', handle: 'minato' },
      ],
      [
        '<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fminato%2Fposts%2F1234567&width=500"></iframe>',
        { id: '1234567', handle: 'minato' },
      ],
      [
        '<blockquote class="reddit-embed-bq"><a href="https://www.reddit.com/r/harbour/comments/1abcd/fog/">Fog</a></blockquote>',
        { id: '1abcd', handle: 'harbour' },
      ],
      [
        '<iframe src="https://misskey.minato.example/embed/notes/9abcdefghi" data-misskey-embed-id="v1_1"></iframe>',
        { id: '9abcdefghi', handle: null },
      ],
    ];
    for (const [embed, { id, handle }] of embeds) {
      const story = await one(embed);
      expect([story?.id, story?.source?.handle ?? null]).toEqual([id, handle]);
    }
  });

  it('a quotation of somebody else is no embed', async () => {
    const records = await read(
      '<blockquote><p>It was the best of ports.</p><footer>— C. D. (@cd)</footer></blockquote>',
    );
    expect(records.map(({ segments }) => segments[0]?.kind)).toEqual(['article']);
  });
});
