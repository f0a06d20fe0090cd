import { describe, expect, it } from 'vitest';
import { decoderOf, markupOf } from '../../../../../app/formats/mapping/markup.ts';
import { recordToStory } from '../../../../../app/formats/mapping/record-to-story.ts';

const WHERE = { entry: 'posts.jsonl', unit: 'line', position: 3 } as const;
const NONE = { id: null, title: null, name: null, handle: null, date: null, lang: null, link: null };
const TEXT = { ...NONE, text: [['text']] };

describe('the story of a record', () => {
  it('has what the mapping names', () => {
    const record = {
      key: 12,
      head: '湊大橋',
      text: '開通した。\r\n\r\n#湊 https://minato.example/a',
      who: { name: '湊新報', at: '@minato_np' },
      when: 1739010605,
      in: 'ja-JP',
      where: 'https://minato.example/1',
    };
    const mapping = {
      text: [['text']],
      id: ['key'],
      title: ['head'],
      name: ['who', 'name'],
      handle: ['who', 'at'],
      date: ['when'],
      lang: ['in'],
      link: ['where'],
    };
    expect(recordToStory(record, mapping, WHERE)).toEqual({
      id: '12',
      source: { name: '湊新報', handle: 'minato_np' },
      publishedAt: '2025-02-08T10:30:05Z',
      precision: 'second',
      lang: 'ja',
      lead: '開通した。',
      links: ['https://minato.example/a'],
      hashtags: ['湊'],
      media: [],
      link: 'https://minato.example/1',
      title: '湊大橋',
      relations: [],
      details: [],
      origin: WHERE,
      text: '開通した。\n\n#湊 https://minato.example/a',
      segments: [{ kind: 'post', lang: 'ja', start: 0, end: 34 }],
    });
  });

  it('joins its texts by blank lines, and the items of a list by lines', () => {
    const mapping = { ...NONE, text: [['a'], ['b'], ['c', '*', 'd']] };
    const record = { a: ' one ', b: ['two', 'three'], c: [{ d: 'four' }, { d: null }, { d: 5 }] };
    expect(recordToStory(record, mapping, WHERE)).toMatchObject({ text: ' one\n\ntwo\nthree\n\nfour\n5' });
  });

  it('is its title where it has no text', () => {
    const mapping = { ...TEXT, title: ['title'] };
    expect(recordToStory({ text: ' ', title: '見出し' }, mapping, WHERE)).toMatchObject({
      text: '見出し',
      title: null,
    });
  });

  it('goes by the text where language, date and link are none', () => {
    const mapping = { ...TEXT, lang: ['lang'], date: ['date'], link: ['link'] };
    const record = { text: '橋が開通した。', lang: 'und', date: 'soon', link: 'javascript:alert(1)' };
    expect(recordToStory(record, mapping, WHERE)).toMatchObject({
      lang: 'ja',
      publishedAt: null,
      precision: 'none',
      link: null,
    });
  });

  it('can be kept as UTF-8', () => {
    expect(recordToStory({ text: 'a\ud83d' }, TEXT, WHERE)).toMatchObject({ text: 'a\ufffd' });
  });

  it.each([[{}], [{ text: '' }], [{ text: ['', null] }], [{ text: { text: 'deeper' } }], [null], ['text']])(
    'is none in %j, which is said',
    (record) => {
      expect(recordToStory(record, TEXT, WHERE)).toEqual({
        code: 'record-no-text',
        params: { ...WHERE, column: 'text' },
      });
    },
  );
});

describe('markup in texts', () => {
  const texts = (...all: string[]) => all.map((text) => ({ text }));
  const decoded = async (...all: string[]) => {
    const decode = await decoderOf(markupOf(texts(...all), TEXT));
    return all.map((text) => decode(text));
  };

  it('is read where the texts are HTML', async () => {
    const html =
      '<p>橋が<b>開通</b>した。<br>&amp; 港も</p><p><a href="https://minato.example/a">写真</a></p>';
    expect(await decoded(html)).toEqual([
      { text: '橋が開通した。\n& 港も\n\n写真', links: ['https://minato.example/a'], media: [] },
    ]);
  });

  it('is decoded in all texts where some are escaped, with their line breaks', async () => {
    expect(await decoded('A &amp; B\n\nC', '1 &lt; 2')).toEqual([{ text: 'A & B\n\nC' }, { text: '1 < 2' }]);
  });

  it('is text where it is none', async () => {
    const plain = ['a < b > c', 'AT&T', 'x <3 y', '<b>', 'use <br> here', 'four', 'five'];
    expect(markupOf(texts(...plain), TEXT)).toBe('none');
    expect(await decoded(...plain)).toEqual(plain.map((text) => ({ text })));
  });
});
