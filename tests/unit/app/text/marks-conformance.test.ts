import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hashtagsIn, linksIn } from '../../../../app/text/marks.ts';

/** X's own cases of what is a link and a hashtag; not part of the project. */
const CASES = fileURLToPath(
  new URL('../../../../../shared/corpora/twitter_text/extract.json', import.meta.url),
);

interface Case {
  description: string;
  text: string;
  expected: (string | { url?: string; hashtag?: string })[];
}
const groups: Record<string, Case[]> = existsSync(CASES) ? JSON.parse(readFileSync(CASES, 'utf8')).tests : {};
const casesOf = (...names: string[]) => names.flatMap((name) => groups[name] ?? []);
const wanted = ({ expected }: Case) => [
  ...new Set(expected.map((mark) => (typeof mark === 'string' ? mark : (mark.url ?? mark.hashtag ?? '')))),
];

/** We find them in these; X does not, for the reason given. */
const FOUND_HERE_ONLY: Record<string, string[]> = {
  // A sign in front of a link makes it no less one.
  'DO NOT extract URLs in hashtag or @mention': ['http://test.com'],
  'DO NOT extract URL if preceded by $': ['http://twitter.com', 'http://t.co/abcde'],
  // How long the name of a short link may be is X's own business.
  'DO NOT extract URLs with > 40 characters in a t.co slug': [
    'http://t.co/abcdefghijklmnopqrstuvwxyz012345678901234',
  ],
};
/** Here a link ends where an address would be percent-encoded, since Japanese text goes on without a blank. */
const ENDS_EARLIER: Record<string, string[]> = {
  'Extract URLs with an en dash in the path': ['https://en.m.wikipedia.org/wiki/Hatfield'],
  'Extract URLs with protocol and path containing Cyrillic characters': ['http://twitter.com/'],
  'Extract valid URL http://www.foo.com/bar-path/some.stm?param1=foo;param2=P1|0||P2|0': [
    'http://www.foo.com/bar-path/some.stm?param1=foo;param2=P1',
  ],
};
/** Names without a scheme are no links here, and addresses are ASCII. */
const isLinkHere = (link: string) => /^https?:\/\/[!-~]+$/iu.test(link);

describe.skipIf(!existsSync(CASES))('the cases by which X tells what is a mark', () => {
  it('agree on links, but for those that are meant to differ', () => {
    const cases = casesOf(
      'urls',
      'tco_urls_with_params',
      'urls_with_indices',
      'urls_with_directional_markers',
    );
    expect(cases).toHaveLength(108);
    for (const each of cases) {
      const links =
        FOUND_HERE_ONLY[each.description] ??
        ENDS_EARLIER[each.description] ??
        wanted(each).filter(isLinkHere);
      expect(linksIn(each.text), each.description).toEqual(links);
    }
  });

  it('agree on hashtags', () => {
    const cases = casesOf('hashtags', 'hashtags_from_astral', 'hashtags_with_indices');
    expect(cases).toHaveLength(76);
    for (const each of cases) expect(hashtagsIn(each.text), each.description).toEqual(wanted(each));
  });
});
