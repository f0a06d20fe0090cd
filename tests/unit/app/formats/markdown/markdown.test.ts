import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdown } from '../../../../../app/formats/markdown/markdown.ts';
import { entryOf, headOf, readAll } from '../support.ts';

const read = async (text: string, name = 'dump.md') => {
  const { records, problems } = await readAll(markdown, entryOf(name, text));
  expect(problems).toEqual([]);
  return records;
};
const texts = async (text: string) => (await read(text)).map((record) => record.text);
const sniff = async (text: string, name = 'dump.txt') => markdown.sniff(await headOf(entryOf(name, text)));
const post = (id: number, words = 'Fog') =>
  `<blockquote class="twitter-tweet"><p>${words}</p>&mdash; Minato (@minato) <a href="https://x.com/minato/status/${id}">May 1, 2024</a></blockquote>`;
const WIDGET = '<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>';

describe('Markdown', () => {
  it('is split at the shallowest level that has several headings', async () => {
    expect(await texts('# Port\n\nintro\n\n## Ships\n\n### Old\n\na\n\n## Crew\nb')).toEqual([
      '# Port\n\nintro',
      '## Ships\n\n### Old\n\na',
      '## Crew\nb',
    ]);
    expect(await texts('# One\n\na\n\n## Two\n\nb')).toEqual(['# One\n\na\n\n## Two\n\nb']);
    expect(await texts('a\n\nb')).toEqual(['a\n\nb']);
    expect(await texts('\n\n')).toEqual([]);
  });

  it('has headings that are underlined', async () => {
    const records = await read('Ships\n=====\n\na\n\nCrew\n====\n\nb\n\n- list\n---\nc\n\n| a | b |\n---\n');
    expect(records.map(({ title }) => title)).toEqual(['Ships', 'Crew']);
    expect(records[1]?.text).toBe('Crew\n====\n\nb\n\n- list\n---\nc\n\n| a | b |\n---');
    expect(records.map(({ origin }) => origin?.position)).toEqual([1, 6]);
  });

  it('has no headings in code and comments', async () => {
    const text =
      '# A\n\n```sh\n# a\n```\n\n~~~\n# b\n```\n~~~\n\n<!--\n# c\n-->\n\n    # d\n\n#hashtag\n\n# B\n\nb';
    expect((await read(text)).map(({ title }) => title)).toEqual(['A', 'B']);
  });

  it('has the comment in front of a heading with it, and headings in a row in one story', async () => {
    expect(await texts('# A\na\n\n<!-- of B -->\n\n# B\n# C\nb')).toEqual([
      '# A\na',
      '<!-- of B -->\n\n# B\n# C\nb',
    ]);
  });

  it('has embedded posts as stories of their own, and nothing of them in the others', async () => {
    const records = await read(
      `# A\n\nbefore\n\n${post(1)}\n${WIDGET}\n\nbehind ${post(2)} it\n\n# B\n\n${post(3, 'a<br>b')} ${post(4)}\n`,
    );
    expect(records.map(({ text }) => text)).toEqual([
      '# A\n\nbefore\n\nbehind  it',
      'Fog',
      'Fog',
      '# B',
      'a\nb',
      'Fog',
    ]);
    expect(records.map(({ id }) => id)).toEqual([null, '1', '2', null, '3', '4']);
    expect(records[0]?.relations.map(({ id }) => id)).toEqual(['1', '2']);
    expect(records.map(({ origin }) => origin?.position)).toEqual([1, 5, 8, 10, 12, 12]);
  });

  it('has posts that run over lines, in lists, and none in code', async () => {
    const lines =
      '<blockquote class="twitter-tweet">\n  <p>\n    Fog\n  </p>\n\n  <p>\n    &mdash; Minato (@minato) <a href="https://x.com/minato/status/7">May 1, 2024</a>\n  </p>\n</blockquote>';
    expect(await texts(`a\n${lines}\nb`)).toEqual(['a\nb', 'Fog']);
    expect(await texts(`- a\n\n    ${post(1)}\n\n- b`)).toEqual(['- a\n\n- b', 'Fog']);
    for (const text of [`\`\`\`html\n${post(1)}\n\`\`\``, `so \`${post(1)}\` does`, `<!-- ${post(1)} -->`]) {
      expect(await texts(text)).toEqual([text]);
    }
  });

  it('keeps elements that are no embeds, or never end', async () => {
    for (const text of [
      '<blockquote>\nsaid\n</blockquote>',
      '<iframe src="https://maps.example/"></iframe>',
      `a\n<blockquote class="twitter-tweet">\n${'x\n'.repeat(50)}b`,
    ]) {
      expect(await texts(text)).toEqual([text]);
    }
  });

  it('has pictures and links', async () => {
    const [story] = await read(
      '![quay](/img/quay.jpg "Quay") and [map](https://minato.example/map) ![x](data:image/png;base64,AA)',
    );
    expect(story?.media).toEqual(['/img/quay.jpg']);
    expect(story?.links).toEqual(['https://minato.example/map']);
  });
});

describe('front matter', () => {
  const story = async (text: string) => (await read(text))[0];

  it('gives title, date, author and address, in YAML', async () => {
    expect(
      await story(
        `---\n# a comment\ntitle: "Fog: \\"thick\\"" # so\ndate : 2024-05-01T07:30\nauthor: 'Shio''s'\ntags:\n  - a\n  - b\ncanonical_url: https://minato.example/fog\n---\n\nNo ferries.`,
      ),
    ).toMatchObject({
      title: 'Fog: "thick"',
      publishedAt: '2024-05-01T07:30',
      precision: 'minute',
      source: { name: "Shio's", handle: null },
      link: 'https://minato.example/fog',
      text: 'Fog: "thick"\n\nNo ferries.',
      origin: { unit: 'line', position: 12 },
    });
  });

  it('has lists, nested names and folded texts', async () => {
    expect(
      await story('---\ntitle: >\n  Fog\n  again\nauthors:\n  - name: Shio\n    url: x\n  - Nami\n---\na'),
    ).toMatchObject({
      title: 'Fog',
      details: [
        { kind: 'author', value: 'Shio' },
        { kind: 'author', value: 'Nami' },
      ],
    });
    expect(await story('---\ntitle: Fog\nauthor: [Shio, "Nami"]\n---\na')).toMatchObject({
      source: { name: 'Shio' },
    });
    expect(await story('---\ntitle: Fog\nauthor:\n  name: Shio\n---\na')).toMatchObject({
      source: { name: 'Shio' },
    });
  });

  it('may be TOML or JSON', async () => {
    expect(await story('+++\ntitle = "Fog"\ndate = 2024-05-01\n[params]\nx = 1\n+++\na')).toMatchObject({
      title: 'Fog',
      publishedAt: '2024-05-01',
    });
    expect(await story('---json\n{"title": "Fog", "author": {"name": "Shio"}}\n---\na')).toMatchObject({
      title: 'Fog',
      source: { name: 'Shio' },
    });
  });

  it('does not stand twice where the text begins with the same heading', async () => {
    expect(await texts('---\ntitle: Fog in the harbour\n---\n\n# Fog in the harbour\n\na')).toEqual([
      '# Fog in the harbour\n\na',
    ]);
  });

  it('is text where it has no end or no keys', async () => {
    for (const text of ['---\ntitle: a\n\nb', '---\nIt was foggy.\n---\nb', '~~~\ncode()\n~~~\nb'])
      expect(await texts(text)).toEqual([text]);
  });
});

describe('Markdown is recognised', () => {
  it('by its name, or by its front matter', async () => {
    expect(await sniff('Fog.', 'fog.md')).toBe(0.6);
    expect(await sniff('---\ntitle: Fog\n---\na', 'fog.md')).toBe(0.95);
    expect(await sniff('---\ntitle: Fog\n---\na')).toBeGreaterThan(0.5);
    expect(await sniff('<!doctype html><p>a', 'fog.md')).toBe(0);
  });

  it('not by headings alone', async () => {
    expect(await sniff('# A\na\n\n# B\nb\n\n# C')).toBeLessThanOrEqual(0.2);
    expect(await sniff('A\n===\na\n\nB\n===\nb')).toBeLessThanOrEqual(0.2);
    expect(await sniff('# A\n[a](https://a.example)\n# B\n[b](https://b.example)')).toBe(0.5);
    expect(await sniff('Fog.\n— Minato (@minato) May 1, 2024')).toBe(0);
  });
});

describe('Markdown of any quality', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '# A',
      '## B',
      '---',
      '===',
      '```',
      '~~~',
      '<!--',
      '-->',
      '<blockquote class="twitter-tweet">',
      '</blockquote>',
      '<script>',
      '</script>',
      WIDGET,
      post(1),
      '',
      'title: x',
      '    ',
      '- a',
      '`<iframe>`',
    ),
    fc.string({ maxLength: 12 }),
  );

  it('makes stories whose segments lie in their text, and loses no other line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 40 }), async (lines) => {
        const records = await read(lines.join('\n'));
        for (const { text, segments } of records) {
          expect(text.trim()).not.toBe('');
          expect(segments.map(({ start, end }) => text.slice(start, end))).toEqual([text]);
        }
      }),
    );
  });

  it('keeps every line where nothing is embedded', async () => {
    const plain = fc.constantFrom(
      '# A',
      '## B',
      'a',
      'b c',
      '===',
      '',
      '- x',
      '> y',
      '```',
      '<!-- z -->',
      '<!--',
      '-->',
      '<p>q</p>',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(plain, { maxLength: 40 }), async (lines) => {
        const kept = (await texts(lines.join('\n'))).join('\n').split('\n');
        expect(kept.filter((text) => text !== '')).toEqual(lines.filter((text) => text !== ''));
      }),
    );
  });
});
