import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTmx, tmxReport, tmxText } from '../../../../app/exports/tmx.ts';
import { fromPlainText } from '../../../../app/rich-text.ts';
import { storyKey } from '../../../../app/story.ts';
import { AT, anchorOf, DUMP, joined, projectOf, refOf, reportOf, storyFrom } from './support.ts';

const story = storyFrom({
  id: 's',
  ordinal: 0,
  parts: [
    { kind: 'post', lang: 'en', text: 'The fund is “broke” & <b>closed</b>.\nIt owes $5 million.' },
    { kind: 'translation', text: '基金は「破綻」し閉鎖された。\n500万ドルの負債がある。' },
  ],
});
const key = storyKey(DUMP, 's');
const note = (id: string, suggestion: string) => ({
  id,
  storyKey: key,
  kind: 'nuance' as const,
  original: anchorOf(story, 'broke'),
  translation: anchorOf(story, '破綻'),
  comment: fromPlainText('Too strong.'),
  suggestion,
  createdAt: AT,
  createdBy: 'Ito',
});
const project = (changes: Parameters<typeof projectOf>[0] = {}) =>
  projectOf({ stories: [refOf(story)], notes: [note('n1', '資金難'), note('n2', '')], ...changes });

describe('a translation memory', () => {
  it('comes back as it went out: the pairs of sentences, and the wordings of notes', async () => {
    const text = await joined(tmxReport(reportOf(project(), [story])));
    const said = (await parseTmx(text)).map(({ kind, note: remark, original, translation }) => [
      kind,
      original.lang,
      original.text,
      translation.lang,
      translation.text,
      remark,
    ]);
    expect(said).toEqual([
      ['pair', 'en', 'The fund is “broke” & <b>closed</b>.', 'ja', '基金は「破綻」し閉鎖された。', ''],
      ['pair', 'en', 'It owes $5 million.', 'ja', '500万ドルの負債がある。', ''],
      ['note', 'en', 'broke', 'ja', '資金難', 'nuance: Too strong.'],
      ['note', 'en', 'broke', 'ja', '破綻', 'nuance: Too strong.'],
    ]);
  });

  it('has the pairs that a person made', async () => {
    const { text } = story;
    const quoted = (quote: string) => ({
      start: text.indexOf(quote),
      end: text.indexOf(quote) + quote.length,
      quote,
    });
    const pairs = [
      {
        original: [quoted('The fund is “broke” & <b>closed</b>.'), quoted('It owes $5 million.')],
        translation: [quoted('基金は「破綻」し閉鎖された。'), quoted('500万ドルの負債がある。')],
      },
    ];
    const alignments = [{ storyKey: key, pairs, by: 'Ito', at: AT }];
    const units = await parseTmx(
      await joined(tmxReport(reportOf(project({ alignments, notes: [note('n', '')] }), [story]))),
    );
    expect(units.filter(({ kind }) => kind === 'pair')).toHaveLength(1);
  });

  it('has an id a unit, and is the same file for the same project', async () => {
    const [one, other] = [
      await joined(tmxReport(reportOf(project(), [story]))),
      await joined(tmxReport(reportOf(project(), [story]))),
    ];
    expect(one).toBe(other);
    const ids = (await parseTmx(one)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('still has the notes of a story whose dump is not at hand', async () => {
    const units = await parseTmx(await joined(tmxReport(reportOf(project(), []))));
    expect(units.map(({ kind }) => kind)).toEqual(['note', 'note']);
  });

  it('gives back every unit, whatever its words are', async () => {
    const words = fc
      .array(
        fc.constantFrom(
          '港',
          '😀',
          '🇯🇵',
          'か\u3099',
          'ﾊﾟ',
          ' ',
          '\r\n',
          '\n',
          '<b>',
          '&amp;',
          ']]>',
          '"',
          "'",
        ),
        {
          minLength: 1,
          maxLength: 8,
        },
      )
      .map((parts) => `x${parts.join('')}y`);
    const units = fc.array(
      fc.record({
        id: words,
        kind: fc.constantFrom('pair' as const, 'note' as const),
        storyKey: words,
        note: fc.oneof(fc.constant(''), words),
        original: fc.record({ lang: fc.constantFrom('en', 'ru'), text: words }),
        translation: fc.record({ lang: fc.constantFrom('ja', 'und'), text: words }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(units, async (all) => {
        const text = await joined(tmxText(all, 'A & B', { version: '0.1.0', exportedAt: AT }));
        expect(await parseTmx(text)).toEqual(all);
      }),
    );
  });

  it('of another program has its source language first, no codes of markup, and a unit a translation', async () => {
    const text = `<tmx version="1.4"><header srclang="EN-US" segtype="sentence"/><body><tu tuid="7"><note>Check.</note>
<tuv xml:lang="ja"><seg>桟橋は<ph>{1}</ph>閉鎖</seg></tuv><tuv xml:lang="en-us"><seg>The <bpt i="1">&lt;b></bpt>pier<ept i="1">&lt;/b></ept> is <hi>closed</hi></seg></tuv>
<tuv xml:lang="de"><seg>Der Pier ist zu</seg></tuv></tu><tu><tuv lang="en"><seg>alone</seg></tuv></tu></body></tmx>`;
    const original = { lang: 'en-us', text: 'The pier is closed' };
    const common = { id: '7', kind: 'pair', storyKey: '', note: 'Check.', original };
    expect(await parseTmx(text)).toEqual([
      { ...common, translation: { lang: 'ja', text: '桟橋は閉鎖' } },
      { ...common, translation: { lang: 'de', text: 'Der Pier ist zu' } },
    ]);
  });
});
