import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../../../app/interchange/format.ts';
import { INTERCHANGES } from '../../../../../app/interchange/formats.ts';
import { ORIGIN } from '../arbitrary.ts';
import { SET, TEXT } from './story.ts';

const { xmi, casjson } = INTERCHANGES;

function written(format: typeof xmi, name: string): string {
  for (const file of format.write(SET, ORIGIN)) if (file.name === name) return [...file.chunks].join('');
  return '';
}

const tagsIn = ({ set }: Reading) =>
  set.stories.flatMap(({ taggings }) =>
    taggings.map(({ tagId, span, memo }) => [
      set.tags.find(({ id }) => id === tagId)?.name,
      span?.quote,
      memo,
    ]),
  );

describe('XMI', () => {
  const root =
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:t="http:///a/b.ecore">';
  const sofa = (text: string) => `<cas:Sofa xmi:id="1" sofaID="_InitialView" sofaString="${text}"/>`;
  const read = (xml: string, types = '') =>
    xmi.parse(new Map([['a.xmi', xml], ...(types ? [['TypeSystem.xml', types] as const] : [])]));

  it('keeps line breaks of the text from becoming blanks', () => {
    expect(written(xmi, '0001.xmi')).toContain(`sofaString="The harbour closed.&#10;「港」は😀閉鎖。"`);
  });

  it('makes layers of others into tags, whatever prefix they have', () => {
    const xml = `${root}<t:Name xmi:id="2" sofa="1" begin="0" end="2" identifier="x" value="PER" ref="2"/><t:Sure xmi:id="3" sofa="1" begin="3" end="6"/>${sofa('😀 ran')}</xmi:XMI>`;
    expect(tagsIn(read(xml))).toEqual([
      ['Name: PER', '😀', 'identifier: x'],
      ['Sure', 'ran', ''],
    ]);
  });

  it('knows numbers from references by the type system', () => {
    const types = `<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types><typeDescription><name>a.b.Name</name><supertypeName>uima.tcas.Annotation</supertypeName><features><featureDescription><name>age</name><description/><rangeTypeName>uima.cas.Integer</rangeTypeName></featureDescription><featureDescription><name>next</name><description/><rangeTypeName>a.b.Name</rangeTypeName></featureDescription></features></typeDescription></types></typeSystemDescription>`;
    const xml = `${root}<t:Name xmi:id="2" sofa="1" begin="0" end="2" next="2" age="40"/>${sofa('He')}</xmi:XMI>`;
    expect(tagsIn(read(xml, types))).toEqual([['Name: 40', 'He', '']]);
  });

  it('says which annotation has no place in the text, and reads the rest', () => {
    const xml = `${root}<t:Name xmi:id="2" sofa="1" begin="1" end="9"/><t:Name xmi:id="3" sofa="1" begin="0" end="2"/>${sofa('He ran')}</xmi:XMI>`;
    const reading = read(xml);
    expect(reading.problems).toEqual([
      { code: 'interchange-no-place', params: { file: 'a.xmi', what: 'Name 1–9' } },
    ]);
    expect(tagsIn(reading)).toEqual([['Name', 'He', '']]);
  });

  it('may be called .xml, as type systems are', () => {
    const xml = `${root}<t:Sure xmi:id="3" sofa="1" begin="0" end="2"/>${sofa('He')}</xmi:XMI>`;
    expect(tagsIn(xmi.parse(new Map([['a.xml', xml]])))).toEqual([['Sure', 'He', '']]);
  });

  it('has a story for each view', () => {
    const xml = `${root}${sofa('He ran')}<cas:Sofa xmi:id="5" sofaID="other" sofaString="She ran"/></xmi:XMI>`;
    expect(read(xml).set.stories.map(({ key, text }) => [key, text])).toEqual([
      ['a', 'He ran'],
      ['a/other', 'She ran'],
    ]);
  });

  const bomb = `<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n`;
  it.each([
    ['a document type, with entities that grow', `${bomb}${root}${sofa('&b;')}</xmi:XMI>`, 'a.xmi:2'],
    ['another root', '<tei/>', 'a.xmi:1'],
    ['elements that cross', `${root}\n<t:A><t:B></t:A></t:B></xmi:XMI>`, 'a.xmi:2'],
    ['no end', `${root}<t:A/>`, 'a.xmi'],
    ['nothing', '', 'a.xmi'],
    ['no XML', 'hello', 'a.xmi'],
  ])('is refused with its place: %s', (_, xml, file) => {
    expect(() => read(xml)).toThrow(
      expect.objectContaining({ code: 'interchange-unreadable', params: expect.objectContaining({ file }) }),
    );
  });
});

describe('JSON', () => {
  const read = (content: object) => casjson.parse(new Map([['a.json', JSON.stringify(content)]]));
  const cas = (encoding: string | null, begin: number, end: number) => ({
    ...(encoding === null ? {} : { '%HEADER': { 'offset-encoding': encoding } }),
    '%TYPES': {},
    '%FEATURE_STRUCTURES': [
      { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaID: '_InitialView', sofaString: '😀 港 ran' },
      { '%ID': 2, '%TYPE': 'a.Verb', '@sofa': 1, begin, '^end': end },
    ],
    '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': [2] } },
  });

  it.each([
    [null, 5, 8],
    ['UTF-16', 5, 8],
    ['UTF-32', 4, 7],
    ['UTF-8', 9, 12],
  ] as const)('counts as its header says: %s', (encoding, begin, end) => {
    expect(tagsIn(read(cas(encoding, begin, end)))).toEqual([['Verb', 'ran', '']]);
    expect(read(cas(encoding, 1, end)).problems).toHaveLength(encoding === 'UTF-32' ? 0 : 1);
  });

  it('has types first, then the text before what is on it, then views', () => {
    const content = JSON.parse(written(casjson, '0001.json'));
    expect(Object.keys(content)).toEqual(['%TYPES', '%FEATURE_STRUCTURES', '%VIEWS']);
    expect(content['%FEATURE_STRUCTURES'][0]).toMatchObject({ '%TYPE': 'uima.cas.Sofa', sofaString: TEXT });
    expect(content['%VIEWS']._InitialView['%MEMBERS']).toHaveLength(
      content['%FEATURE_STRUCTURES'].length - 1,
    );
  });

  it('may have its structures in an object', () => {
    const { '%FEATURE_STRUCTURES': list, ...rest } = cas(null, 5, 8);
    const structures = Object.fromEntries(list.map(({ '%ID': id, ...one }) => [id, one]));
    expect(tagsIn(read({ ...rest, '%FEATURE_STRUCTURES': structures }))).toEqual([['Verb', 'ran', '']]);
  });

  it('is refused where it is something else', () => {
    expect(() => read({ '%FEATURE_STRUCTURES': 3 })).toThrow('interchange-unreadable');
    expect(() => casjson.parse(new Map([['a.json', '{']]))).toThrow('interchange-unreadable');
  });
});
