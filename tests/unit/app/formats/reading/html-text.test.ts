import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlText } from '../../../../../app/formats/reading/html-text.ts';

const text = (html: string) => htmlText(html).text;

describe('the text of HTML', () => {
  it('collapses white space and decodes entities', () => {
    expect(text('  Ships &amp;\n  <b>ferries</b>&#39; <i> timetable</i> ')).toBe(
      "Ships & ferries' timetable",
    );
    expect(text('潮の<b>香り</b>')).toBe('潮の香り');
  });

  it('has a blank line around paragraphs, a line for other blocks, a line break for <br>', () => {
    expect(text('<p>a</p><p>b<br>c</p>\n<p>d<br></p><div>e</div><div>f</div>')).toBe(
      'a\n\nb\nc\n\nd\n\ne\nf',
    );
    expect(text('<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>after')).toBe('a\nb\nc\n\nafter');
    expect(text('<table><tr><th>port<td>ships<tr><td>Minato<td>3</table>')).toBe('port\tships\nMinato\t3');
    expect(text('<p>&nbsp;</p><p>　港は</p><p>&nbsp;</p>')).toBe('　港は');
  });

  it('keeps preformatted lines', () => {
    expect(text('x<pre>a\n  b\r\n\nc</pre>y')).toBe('x\n\na\n  b\n\nc\n\ny');
  });

  it('leaves out what a page does not show', () => {
    const page =
      '<!doctype html><head><title>t</title><style>s</style></head><script>alert("<p>")</script>' +
      '<p hidden>no</p><!-- no --><noscript>no</noscript><p>yes</p><template>no</template>';
    expect(text(page)).toBe('yes');
    expect(text('<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>町')).toBe('港町');
    expect(htmlText('a<p class="x quote-inline">b</p>', { hidden: ['quote-inline'] }).text).toBe('a');
  });

  it('shortens addresses as Mastodon does, and gives them in full as links', () => {
    const html =
      '<p><a class="u-url mention" href="https://minato.example/@shio">@<span>shio</span></a> ' +
      '<a href="https://minato.example/a/very/long/way"><span class="invisible">https://</span>' +
      '<span class="ellipsis">minato.example/a/very/lo</span><span class="invisible">ng/way</span></a> ' +
      '<a href="https://minato.example/tags/port" class="mention hashtag" rel="tag">#<span>port</span></a></p>';
    expect(htmlText(html)).toEqual({
      text: '@shio minato.example/a/very/lo… #port',
      links: ['https://minato.example/a/very/long/way'],
      media: [],
    });
  });

  it('has emoji for their pictures, and the addresses of other media', () => {
    const html =
      'a<img class="emoji" alt="🐟" src="/fish.png"> <img src="/quay.jpg" alt="the quay">' +
      '<video src="/film.mp4">old browser</video><img src="data:image/gif;base64,R0">';
    expect(htmlText(html)).toEqual({ text: 'a🐟', links: [], media: ['/quay.jpg', '/film.mp4'] });
  });

  it('has only addresses that a reader could go to as links', () => {
    const html =
      '<a href="#note">1</a><a href="javascript:alert(1)">2</a><a href="mailto:a@minato.example">3</a>' +
      '<a name="x">4</a><a href=" /news/1 ">5</a><a href="HTTPS://minato.example/?a=1&amp;b=2">6</a>';
    expect(htmlText(html).links).toEqual(['/news/1', 'HTTPS://minato.example/?a=1&b=2']);
  });

  it('is found whatever the HTML, without blank lines around it', () => {
    const piece = fc.constantFrom(
      ...'<p>|</p>|<br>|<b|<a href="|"|>|&|&amp|;|<!--|<pre>|</pre>|<li>|</td>|<script>|</|港|\n| |x|\u0000|\u00a0'.split(
        '|',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const found = text(pieces.join(''));
        expect(found.trimEnd()).toBe(found);
        expect(found).not.toMatch(/^\s*\n/u);
        expect(found).not.toContain('\r');
      }),
    );
  });

  it('is found in elements nested as no page is', () => {
    const deep = `${'<b><svg>'.repeat(50_000)}a${'</i>'.repeat(100_000)}${'<div>'.repeat(50_000)}b`;
    expect(text(deep)).toContain('b');
  });
});
