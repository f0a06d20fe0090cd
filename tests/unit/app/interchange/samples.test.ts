import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { INTERCHANGES } from '../../../../app/interchange/formats.ts';

/** Files of the tools themselves, beside the repository; elsewhere these tests are left out. */
const folder = new URL('../../../../../shared/corpora/', import.meta.url).pathname;

function files(path: string, choose: (name: string) => boolean = () => true): Map<string, string> {
  const names = readdirSync(folder + path).filter(choose);
  return new Map(names.map((name) => [name, readFileSync(`${folder}${path}/${name}`, 'utf8')]));
}

describe.skipIf(!existsSync(folder))('files of the tools themselves', () => {
  it('brat: every text-bound annotation of its tutorial, with its words', () => {
    const tutorial = files('brat');
    const { set, problems } = INTERCHANGES.brat.parse(tutorial);
    const bounds = [...tutorial].flatMap(([name, text]) =>
      name.endsWith('.ann') ? text.split('\n').filter((line) => line.startsWith('T')) : [],
    );
    const quotes = bounds.map((line) => line.split('\t')[2]);
    expect(set.stories.flatMap(({ taggings }) => taggings.map(({ span }) => span?.quote))).toEqual(quotes);
    expect(quotes.length).toBeGreaterThan(50);
    expect(problems).toEqual([]);
    const memos = set.stories.flatMap(({ taggings }) => taggings.map(({ memo }) => memo));
    expect(memos.filter((memo) => memo !== '').length).toBeGreaterThan(0);
  });

  it('doccano: spans, relations and labels of whole texts, in all its forms', () => {
    const spansIn = (name: string) => {
      const { set, problems } = INTERCHANGES.doccano.parse(files('doccano', (file) => file === name));
      expect(problems).toEqual([]);
      return set.stories.map(({ taggings }) => taggings.map(({ tagId, span }) => [tagId, span?.quote]));
    };
    expect(spansIn('export__sequence_labeling__example.jsonl')).toEqual([
      [
        ['ORG', 'EU'],
        ['MISC', 'German'],
      ],
      [['PERSON', 'Peter Blackburn']],
      [['PERSON', 'Obama']],
    ]);
    for (const name of [
      'export__relation_extraction__example.jsonl',
      'test__relation_extraction__example.jsonl',
    ])
      expect(spansIn(name)[0]?.map(([, quote]) => quote)).toEqual([
        ...['Google', 'September 4, 1998', 'Larry Page', 'Sergey Brin'],
      ]);
    expect(spansIn('export__text_classification__example.jsonl')[0]).toEqual([['negative', undefined]]);
  });

  it('Label Studio: exports whose regions are none of text are read without them', () => {
    for (const [name, text] of files('labelstudio', (file) => file.endsWith('.json'))) {
      const { set } = INTERCHANGES.labelstudio.parse(new Map([[name, text]]));
      expect(set.stories).toHaveLength(JSON.parse(text).length);
      expect(set.stories.flatMap(({ taggings }) => taggings)).toEqual([]);
    }
  });

  it('W3C: every annotation of the specification, those of the collection among them', () => {
    const { set, problems } = INTERCHANGES.w3c.parse(
      files('w3c_annotation/correct', (name) => /^(?:anno|coll)/u.test(name)),
    );
    const read = set.stories.flatMap(({ taggings }) => taggings).length;
    expect(read + problems.length).toBe(82);
    // Their texts are elsewhere, so a selector of text has no place here.
    expect(problems.every(({ code }) => code === 'interchange-no-place')).toBe(true);
  });

  it('ClaimReview: the examples of schema.org, one without a rating, one whose number says the contrary of its name', () => {
    const { set } = INTERCHANGES.claimreview.parse(files('claims', (name) => name.endsWith('.jsonld')));
    const claims = set.stories.flatMap((story) => story.claims);
    expect(claims.map(({ ratingId }) => ratingId)).toEqual(['True', null]);
    expect(claims.map(({ claimant }) => claimant)).toEqual(['Rich Perry', 'Barack Obama']);
    expect(claims.every(({ wording }) => wording !== '')).toBe(true);
  });

  it('WebAnno TSV: every annotation with its words, stacked, on parts of tokens and over several; version 2 is refused', () => {
    const read = (name: string) => {
      const { set, problems } = INTERCHANGES.webannotsv.parse(files('webanno_tsv', (file) => file === name));
      const names = new Map(set.tags.map((tag) => [tag.id, tag.name]));
      const tags = set.stories.flatMap(({ taggings }) =>
        taggings.map(({ tagId, span }) => [names.get(tagId), span?.quote]),
      );
      return { text: set.stories[0]?.text, tags, problems };
    };
    expect(read('testSentenceId.tsv').text).toBe('He loves her .\nShe loves him not .');
    expect(read('testSentenceWithTab.tsv')).toMatchObject({
      text: 'This is\ta test .',
      tags: [['Span', 'This']],
    });
    expect(read('testSentenceWithEmoji.tsv').tags).toEqual([['Span', '😊']]);
    expect(read('testMultiTokenStackedSpanWithFeatureValue.tsv').tags).toEqual([
      ['Span: PERSON', 'This is a test .'],
      ['Span: LOCATION', 'This is a test .'],
    ]);
    expect(read('testSimpleChain.tsv').tags).toEqual(['This', 'is', 'a'].map((word) => ['SimpleLink', word]));
    expect(read('testSimpleSlotFeature.tsv').tags).toEqual([
      ['SimpleLinkHost', 'This'],
      ...['is', 'a'].map((word) => ['SimpleSpan', word]),
    ]);
    expect(read('relationLabelTest_user1.tsv').tags).toHaveLength(52);
    const stacked = read('testStackedSubMultiTokenSpanWithFeatureValue.tsv');
    expect(stacked.tags.filter(([tag]) => tag?.endsWith('a'))).toEqual([
      ...[
        ['Span: 2a', 'aaaaaa bbbbbb'],
        ['Span: 7a', 'aaaaaa bbb'],
        ['Span: 1a', 'aaaaaa'],
      ],
      ...[
        ['Span: 9a', 'aaa bbbbbb ccc'],
        ['Span: 6a', 'aaa bbbbbb'],
        ['Span: 8a', 'aaa bbb'],
      ],
      ...[
        ['Span: 4a', 'bbb'],
        ['Span: 5a', 'bbbb'],
        ['Span: 3a', 'b'],
      ],
    ]);
    // Three pairs of them are between two characters, on no words at all.
    expect(stacked.problems).toHaveLength(6);
    expect(() => read('tsv2_example.tsv')).toThrow('interchange-unreadable');
  });
});
