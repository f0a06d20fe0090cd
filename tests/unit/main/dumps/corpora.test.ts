import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { AS_GUESSED } from '../../../../app/dump-reading.ts';
import { FORMAT_IDS } from '../../../../app/formats/format-ids.ts';
import type { Problem } from '../../../../app/problem.ts';
import type { Story } from '../../../../app/story.ts';
import { chooseReader } from '../../../../main/dumps/choose-reader.ts';
import { openSource } from '../../../../main/dumps/dump-source.ts';
import { spoolDump } from '../../../../main/dumps/spool/spool-dump.ts';
import { folder } from './dump-files.ts';

type Spooled = Pick<Story, 'text' | 'segments'>;

/** Real files, which are not part of the project. Their counts were made by other means than ours. */
const CORPORA = fileURLToPath(new URL('../../../../../shared/corpora', import.meta.url));

/** What each file opens as, and how many stories it has; or why it cannot be opened. */
const FILES: [name: string, what: string, stories?: number][] = [
  ['activitypub/actor.json', 'json', 2],
  ['activitypub/likes.json', 'entry-no-text'],
  ['activitypub/outbox.json', 'activitypub', 465],
  ['bluesky/bsky-app.car', 'bluesky', 519],
  ['bluesky/bsky-app.json', 'bluesky', 519],
  ['bluesky/data-model-fixtures.json', 'entry-no-text'],
  ['bluesky/feedpost_record.cbor', 'bluesky', 1],
  ['bluesky/marshalx_like_record.json', 'entry-no-text'],
  ['bluesky/marshalx_post_record.json', 'bluesky', 1],
  ['bluesky/marshalx_thread_view_post_with_embed_media.json', 'bluesky', 1],
  ['claims/schemaorg_ClaimReview-examples.txt', 'plain-text', 29],
  ['claims/schemaorg_claimreview_1.jsonld', 'json', 1],
  ['claims/schemaorg_claimreview_2.jsonld', 'json', 1],
  ['csv/bom.csv', 'csv', 2],
  ['csv/comma_in_quotes.csv', 'csv', 1],
  ['csv/doublequote.csv', 'csv', 5],
  ['csv/escaped_quotes.csv', 'csv', 2],
  ['csv/example.utf16.csv', 'csv', 3],
  ['csv/expected_comma_in_quotes.json', 'json', 1],
  ['csv/expected_escaped_quotes.json', 'json', 2],
  ['csv/expected_json.json', 'entry-no-text'],
  ['csv/expected_newlines.json', 'entry-no-text'],
  ['csv/expected_simple.json', 'entry-no-text'],
  ['csv/expected_utf8.json', 'entry-no-text'],
  ['csv/json.csv', 'csv', 1],
  ['csv/quotes_and_newlines.csv', 'csv', 2],
  ['csv/sample4_sjis_crlf.txt', 'csv', 2],
  ['csv/simple.csv', 'csv', 1],
  ['csv/table.tsv', 'csv', 2],
  ['csv/utf8.csv', 'csv', 2],
  ['doccano/export__intent_detection__example.jsonl', 'json', 2],
  ['doccano/export__relation_extraction__example.jsonl', 'json', 1],
  ['doccano/export__sequence_labeling__example.jsonl', 'json', 3],
  ['doccano/export__sequence_to_sequence__example.json', 'json', 3],
  ['doccano/export__sequence_to_sequence__example.jsonl', 'json', 3],
  ['doccano/export__text_classification__example.csv', 'csv', 3],
  ['doccano/export__text_classification__example.jsonl', 'json', 3],
  ['doccano/export__text_classification__example.txt', 'plain-text', 3],
  ['doccano/import__intent_detection__example.jsonl', 'json', 2],
  ['doccano/import__sequence_labeling__example.jsonl', 'json', 3],
  ['doccano/import__sequence_labeling__example.txt', 'plain-text', 2],
  ['doccano/import__sequence_to_sequence__example.csv', 'csv', 3],
  ['doccano/import__sequence_to_sequence__example.jsonl', 'json', 3],
  ['doccano/import__text_classification__example.csv', 'csv', 3],
  ['doccano/import__text_classification__example.json', 'json', 3],
  ['doccano/import__text_classification__example.txt', 'plain-text', 3],
  ['doccano/test__intent__example.jsonl', 'json', 4],
  ['doccano/test__relation_extraction__example.jsonl', 'json', 1],
  ['doccano/test__seq2seq__example.json', 'json', 2],
  ['doccano/test__seq2seq__example.jsonl', 'json', 2],
  ['doccano/test__sequence_labeling__example.jsonl', 'json', 2],
  ['doccano/test__text_classification__example.csv', 'csv', 2],
  ['doccano/test__text_classification__example.invalid.2.csv', 'csv', 3],
  ['doccano/test__text_classification__example.json', 'json', 3],
  ['doccano/test__text_classification__example_fasttext.txt', 'plain-text', 4],
  ['doccano/test__text_classification__example_out_of_order_columns.csv', 'csv', 2],
  ['labelstudio/test_export_csv__csv_test.json', 'json', 2],
  ['labelstudio/test_export_csv__csv_test2.json', 'json', 1],
  ['labelstudio/test_export_csv__csv_test2_result.csv', 'csv', 1],
  ['labelstudio/test_export_csv__csv_test_colliding_keys_mixed.json', 'json', 2],
  ['labelstudio/test_export_csv__csv_test_history.json', 'json', 1],
  ['labelstudio/test_export_json_min__chat_data.json', 'json', 1],
  ['labelstudio/test_export_json_min__data_repeater.json', 'json', 1],
  ['labelstudio/test_export_json_min__label_config.xml', 'plain-text', 4],
  ['mail/attachment_message_rfc822.eml', 'mail', 2],
  ['mail/japanese.eml', 'mail', 1],
  ['mail/japanese_iso_2022.eml', 'mail', 1],
  ['mail/japanese_shift_jis.eml', 'mail', 1],
  ['mail/must_supply_encoding.eml', 'mail', 1],
  ['mail/raw_email7.eml', 'mail', 1],
  ['mail/raw_email_with_nested_attachment.eml', 'mail', 1],
  ['mail/test-1-message.mbox', 'mail', 1],
  ['mail/test-2-message.mbox', 'mail', 2],
  ['mail/test-3-message.mbox', 'mail', 3],
  ['mail/test-attached.mbox', 'mail', 1],
  ['mail/test-not-an.mbox', 'plain-text', 1],
  ['mail/utf8_headers.eml', 'mail', 1],
  ['markdown/delims-custom.md', 'markdown', 1],
  ['markdown/delims-semi-colons.md', 'markdown', 1],
  ['markdown/hasnt-matter.md', 'markdown', 1],
  ['markdown/lang-json.md', 'markdown', 1],
  ['markdown/lang-yaml.md', 'markdown', 1],
  ['markdown_tweets/2014-12-18-pxgridjs.md', 'markdown', 19],
  ['markdown_tweets/2016-10-18-jxck_sushi.md', 'markdown', 25],
  ['markdown_tweets/2017-05-12-Living-Documentation-DDD.md', 'markdown', 21],
  ['markdown_tweets/2017-07-04-teppeis_sushi.md', 'markdown', 44],
  ['markdown_tweets/2020-08-16-design-figma.md', 'markdown', 29],
  ['markdown_tweets/variant_jadate.md', 'markdown', 8],
  ['markdown_tweets/variant_noconv.md', 'markdown', 20],
  ['movabletype/fc2_sample-fc2-export.txt', 'movable-type', 8],
  ['movabletype/yamadatt_two_entries.txt', 'movable-type', 2],
  ['oembed/sferik_oembed.json', 'html', 1],
  ['parallel/book-ja_ch01-01-installation.md', 'markdown', 6],
  ['parallel/book-ja_ch03-01-variables-and-mutability.md', 'markdown', 3],
  ['rss_atom/content-encoded.rss', 'feed', 7],
  ['rss_atom/feed_with_audio_video.rss.xml', 'feed', 2],
  ['rss_atom/feed_with_note.rss.xml', 'feed', 1],
  ['rss_atom/feedburner.atom', 'feed', 25],
  ['rss_atom/feedparser_eucjp.xml', 'feed', 1],
  ['rss_atom/reddit-atom.rss', 'feed', 24],
  ['rss_atom/rss-1.rss', 'feed', 69],
  ['rss_atom/unrecognized.rss', 'html', 1],
  ['text/bom-utf16be.srt', 'plain-text', 7],
  ['text/bom-utf16le.srt', 'plain-text', 7],
  ['text/encjs_eucjp.txt', 'plain-text', 1],
  ['text/encjs_sjis.txt', 'plain-text', 1],
  ['text/encjs_utf8.txt', 'plain-text', 1],
  ['text/encrs_iso_2022_jp_in.txt', 'plain-text', 3],
  ['text/encrs_iso_2022_jp_in_ref.txt', 'plain-text', 3],
  ['text/encrs_jis0208_in.txt', 'plain-text', 8839],
  ['text/encrs_jis0208_in_ref.txt', 'plain-text', 3],
  ['text/encrs_jis0212_in.txt', 'plain-text', 8839],
  ['text/encrs_jis0212_in_ref.txt', 'plain-text', 8839],
  ['text/encrs_shift_jis_in.txt', 'plain-text', 3],
  ['text/encrs_shift_jis_in_ref.txt', 'plain-text', 3],
  ['text/eucjp_no_meta.html', 'html', 1],
  ['text/nobom-utf16le.txt', 'csv', 19],
  ['text/ude_eucjp.txt', 'plain-text', 2],
  ['text/ude_iso2022jp.txt', 'plain-text', 2],
  ['text/ude_sjis.txt', 'plain-text', 2],
  ['twarc_v2/carpentries_one_tweet.jsonl', 'x-api-v2', 1],
  ['twarc_v2/cotweet.jsonl', 'x-api-v2', 1],
  ['twarc_v2/counts.jsonl', 'entry-no-text'],
  ['twarc_v2/edited.jsonl', 'x-api-v2', 1],
  ['twarc_v2/edited_before.jsonl', 'x-api-v2', 1],
  ['twarc_v2/flat.jsonl', 'x-api-v2', 100],
  ['twarc_v2/geo_tweets.jsonl', 'x-api-v2', 2],
  ['twarc_v2/kpop.jsonl', 'x-api-v2', 100],
  ['twarc_v2/media_tweet.jsonl', 'x-api-v2', 1],
  ['twarc_v2/mentions_tweet.jsonl', 'x-api-v2', 1],
  ['twarc_v2/streaming_output_with_error.jsonl', 'x-api-v2', 7],
  ['twarc_v2/tweets_compliance.jsonl', 'entry-no-text'],
  ['twarc_v2/two_tweets.jsonl', 'x-api-v2', 1],
  ['twarc_v2/verified_type.jsonl', 'x-api-v2', 1],
  ['twitter_archive/lincoln_highway.tweets.js', 'x-archive', 154],
  ['twitter_archive/lincoln_highway.ytd-restored.tweets.js', 'x-archive', 154],
  ['twitter_archive/xf.grok-chat-item.js', 'plain-text', 4502],
  ['twitter_archive/xf.manifest.js', 'plain-text', 51],
  ['twitter_v1/pleromabot_tweets_v1.json', 'x-api-v1', 5],
  ['twitter_v1/tu_compatibility_classic_13995.json', 'x-api-v1', 2],
  ['twitter_v1/tu_compatibility_classic_hidden_13797.json', 'x-api-v1', 1],
  ['twitter_v1/tu_compatibilityplus_classic_13994.json', 'x-api-v1', 1],
  ['twitter_v1/tu_compatibilityplus_classic_hidden_13797.json', 'x-api-v1', 1],
  ['twitter_v1/tu_compatibilityplus_extended_13997.json', 'x-api-v1', 1],
  ['twitter_v1/tu_extended_classic_hidden_13761.json', 'x-api-v1', 1],
  ['twitter_v1/tu_extended_extended_14001.json', 'x-api-v1', 1],
  ['twitter_v1/tu_orig_classic_quote.json', 'x-api-v1', 1],
  ['twitter_v1/tu_orig_long_attachment.json', 'x-api-v1', 1],
  ['twitter_v1/tu_orig_long_retweet_w_replies+attachment.json', 'x-api-v1', 1],
  ['twitter_v1/tweet_parser_activity_streams.jsonl', 'x-api-v1', 25],
  ['twitter_v1/tweet_parser_public_api_sample.json', 'x-api-v1', 20],
  ['warc/bad.arc', 'entry-damaged'],
  ['warc/cc_net_sample.wet', 'warc', 3],
  ['warc/example-bad-non-chunked.warc.gz', 'warc', 1],
  ['warc/example-collection-with-lists.warc', 'warc', 18],
  ['warc/example-collection.warc', 'warc', 1],
  ['warc/example-digest.warc', 'dump-empty'],
  ['warc/example-iana.org-chunked.warc', 'warc', 1],
  ['warc/example-resource.warc.gz', 'warc', 1],
  ['warc/example-space-in-target-uri.warc.gz', 'dump-empty'],
  ['warc/example-warcinfo-metadata.warc', 'warc', 1],
  ['warc/example-wget-bad-target-uri.warc.gz', 'warc', 1],
  ['warc/example-wrong-chunks.warc.gz', 'warc', 1],
  ['warc/example.arc.gz', 'warc', 1],
  ['warc/example.warc', 'warc', 1],
  ['warc/example.warc.gz', 'warc', 1],
  ['warc/extraPages.jsonl', 'entry-no-text'],
  ['warc/invalid_example_1.wacz', 'zip', 1],
  ['warc/pages.jsonl', 'json', 2],
  ['warc/post-test.warc.gz', 'warc', 3],
  ['warc/resiliparse_clueweb-quirk.warc.gz', 'warc', 74],
  ['warc/valid_example_1.wacz', 'wacz', 1],
  ['warc/valid_example_2.wacz', 'wacz', 1],
  ['warc/whirlwind.warc.gz', 'warc', 8],
  ['warc/whirlwind.warc.wat.gz', 'dump-empty'],
  ['warc/whirlwind.warc.wet.gz', 'warc', 1],
  ['wxr/cdata-edge.xml', 'wxr', 1],
  ['wxr/crazy-cdata.xml', 'wxr', 1],
  ['wxr/invalid-version-tag.xml', 'dump-empty'],
  ['wxr/malformed.xml', 'entry-damaged'],
  ['wxr/missing-version-tag.xml', 'dump-empty'],
  ['wxr/namespace-edge-cases.xml', 'wxr', 6],
  ['wxr/small-export.xml', 'wxr', 12],
  ['wxr/test-serialized-comment-meta.xml', 'wxr', 2],
  ['wxr/theme-unit-test-data.xml', 'wxr', 105],
  ['wxr/valid-wxr-1.0.xml', 'wxr', 7],
  ['wxr/wxr-utf-8-challenges.xml', 'wxr', 1],
  ['zip/all_prepended_bytes.zip', 'zip', 1],
  ['zip/backslash.zip', 'zip', 1],
  ['zip/data_descriptor.zip', 'zip', 1],
  ['zip/empty.zip', 'dump-empty'],
  ['zip/encrypted.zip', 'entry-encrypted'],
  ['zip/libarchive_filename_cp932.zip', 'zip', 2],
  ['zip/local_encoding_in_name.zip', 'dump-empty'],
  ['zip/yauzl_absolute_path_atxt.zip', 'zip', 1],
  ['zip/yauzl_unicode.zip', 'dump-empty'],
];

/** What a dump is, and its stories, without the threads that reading each of two hundred files anew would take. */
async function read(path: string): Promise<{ format: string; stories: Spooled[]; problems: Problem[] }> {
  const source = await openSource(path);
  try {
    const options = { rule: null, reading: AS_GUESSED, cacheFolder: null, tuning: {} };
    const { format, rule } = await chooseReader(source, options);
    const spool = join(folder, `${basename(path)}.spool`);
    const known = FORMAT_IDS.find((id) => id === format) ?? null;
    const ask = { path, spool, reading: { ...AS_GUESSED, format: known }, rule };
    const { problems } = await spoolDump(
      ask,
      () => {},
      () => false,
    );
    const lines = readFileSync(spool, 'utf8').split('\n').slice(0, -1);
    return { format, problems, stories: lines.map((line) => JSON.parse(line)) };
  } finally {
    await source.close();
  }
}

describe.skipIf(!existsSync(CORPORA))('a real file', () => {
  it.each(FILES)('%s: %s %s', async (name, what, expected) => {
    const { format, stories, problems } = await read(join(CORPORA, name));
    if (expected === undefined) {
      expect([problems[0]?.code ?? 'dump-empty', stories]).toEqual([what, []]);
      return;
    }
    expect([format, stories.length]).toEqual([what, expected]);
    for (const { text, segments } of stories) {
      expect(text.trim()).not.toBe('');
      let end = 0;
      for (const segment of segments) {
        expect(segment.start).toBeGreaterThanOrEqual(end);
        end = segment.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }
  });
});
