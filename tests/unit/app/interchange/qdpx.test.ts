import { describe, expect, it } from 'vitest';
import type { AnnotationSet, SetStory } from '../../../../app/interchange/annotation-set.ts';
import { qdc } from '../../../../app/interchange/qdc/qdc.ts';
import { qdpx } from '../../../../app/interchange/qdpx/qdpx.ts';
import { ORIGIN } from './arbitrary.ts';

const GUID = (digit: string) => `0000000${digit}-0000-4000-8000-00000000000${digit}`;
const TEXT = 'The pier 🛟 is closed.\r\nIt opens again in May.\r\n';

/** A project as others write it: `selections` of the text, whose positions are theirs to count. */
function project(origin: string, selections: string, text = TEXT) {
  const xml = `﻿<?xml version="1.0" encoding="utf-8" standalone="no" ?>\r
<Project xmlns="urn:QDA-XML:project:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" origin="${origin}" name="Harbour">\r
<Users><User guid="{${GUID('a').toUpperCase()}}" name="Ito" id="I"/></Users>
<CodeBook><Codes><Code guid="${GUID('b').toUpperCase()}" name="Access" isCodable="true" color="#9ECBE6"><Description>Who may
go in</Description><Code guid="{${GUID('c')}}" name="closed &amp; locked" isCodable="true"/></Code></Codes></CodeBook>
<Cases><Case guid="${GUID('9')}" name="Pier"/></Cases>
<Sources><TextSource guid="${GUID('d').toUpperCase()}" name="pier.docx" richTextPath="internal://x.docx" plainTextPath="internal://${GUID('1').toUpperCase()}.txt" creatingUser="${GUID('a').toUpperCase()}">${selections}</TextSource>
<PictureSource guid="${GUID('8')}" path="internal://y.png"/></Sources>
<Notes><Note guid="${GUID('e')}" creatingUser="${GUID('a')}" name="memo"><PlainTextContent>Ask the harbour master.</PlainTextContent></Note>
<Note guid="${GUID('f')}"><PlainTextContent>When?</PlainTextContent><PlainTextSelection guid="${GUID('7')}" startPosition="0" endPosition="3"/></Note></Notes>
</Project>`;
  return new Map([
    ['project.qde', xml.replace('\ufeff', '')],
    [`Sources/${GUID('1')}.txt`, text],
  ]);
}

const selection = (start: number, end: number, name: string, content: string) =>
  `<PlainTextSelection guid="${GUID('5')}" startPosition="${start}" endPosition="${end}" name="${name}" creatingUser="{${GUID('a')}}" creationDateTime="2025-02-08T10:00:00Z">${content}</PlainTextSelection>`;
const coding = (code: string, digit = '6') =>
  `<Coding guid="${GUID(digit).toUpperCase()}"><CodeRef targetGUID="${GUID(code).toUpperCase()}"/></Coding>`;
const quotes = ({ stories }: AnnotationSet) =>
  stories.flatMap(({ taggings }) => taggings.map(({ span }) => span?.quote));

describe('a REFI-QDA project of another program', () => {
  it('gives its codes as tags, its codings as their uses, its memos as what they say', () => {
    const { set, problems } = qdpx.parse(
      project(
        'QualCoder',
        `${selection(0, 8, 'The pier', `<Description>Which?</Description>${coding('b')}<NoteRef targetGUID="${GUID('e')}"/>`)}${coding('c', '4')}<NoteRef targetGUID="${GUID('f')}"/>`,
      ),
    );
    expect(problems).toEqual([]);
    expect(set.tags).toMatchObject([
      { id: GUID('b'), name: 'Access', parentId: null, colour: 'blue', description: 'Who may\ngo in' },
      { id: GUID('c'), name: 'closed & locked', parentId: GUID('b'), colour: null },
      { id: 'annotation' },
    ]);
    expect(set.stories).toMatchObject([
      {
        ...{ key: GUID('d'), text: TEXT },
        taggings: [
          {
            ...{ id: GUID('6'), tagId: GUID('b'), span: { start: 0, end: 8, quote: 'The pier' } },
            ...{ memo: 'Which?\nAsk the harbour master.', by: 'Ito', at: '2025-02-08T10:00:00Z' },
          },
          { id: GUID('4'), tagId: GUID('c'), span: null },
          { tagId: 'annotation', span: { quote: 'The' }, memo: 'When?' },
        ],
      },
    ]);
  });

  it('is read by the unit that its program counts in: the words of a selection decide', () => {
    const words = 'It opens again';
    const from = (text: string) => [...text].length;
    const points = from(TEXT.slice(0, TEXT.indexOf(words)));
    const units = TEXT.indexOf(words);
    for (const start of [points, points - 1, units, units - 1]) {
      const read = qdpx.parse(project('Other', selection(start, start + words.length, words, coding('b'))));
      expect(quotes(read.set), String(start)).toEqual([words]);
      const cut = qdpx.parse(
        project('Other', selection(start, start + words.length, 'It opens…', coding('b'))),
      );
      expect(quotes(cut.set), String(start)).toEqual([words]);
    }
    const named = (origin: string, start: number) =>
      quotes(qdpx.parse(project(origin, selection(start, start + 8, '', coding('b')))).set);
    expect(named('ATLAS.ti for Windows', points - 1)).toEqual(['It opens']);
    expect(named('NVivo', points)).toEqual(['It opens']);
  });

  it('says which places its texts do not have', () => {
    const { set, problems } = qdpx.parse(project('Other', selection(40, 400, 'beyond', coding('b'))));
    expect(quotes(set)).toEqual([]);
    expect(problems).toEqual([
      { code: 'interchange-no-place', params: { file: 'project.qde', what: 'beyond' } },
    ]);
  });

  it('has stories in the textual form of PDFs', () => {
    const files = project('Other', '');
    const xml = (files.get('project.qde') ?? '')
      .replace(
        '<TextSource guid',
        `<PDFSource guid="${GUID('d')}" path="internal://z.pdf"><Representation guid`,
      )
      .replace(
        '</TextSource>',
        `${selection(0, 3, 'The', coding('b'))}</Representation>${coding('c', '4')}</PDFSource>`,
      );
    const { set } = qdpx.parse(files.set('project.qde', xml));
    expect(set.stories.map(({ key, taggings }) => [key, taggings.length])).toEqual([[GUID('d'), 2]]);
  });

  it('that is damaged is refused with its place', () => {
    expect(() => qdpx.parse(new Map())).toThrow('interchange-unreadable');
    expect(() => qdpx.parse(new Map([['project.qde', '<Project><Sources></Project>']]))).toThrow(
      'interchange-unreadable',
    );
    expect(() => qdc.parse(new Map([['a.qdc', '<Other/>']]))).toThrow('interchange-unreadable');
  });
});

describe('a REFI-QDA project of ours', () => {
  const story: SetStory = {
    ...{ key: 'd/1', text: TEXT, lang: 'en', source: null, publishedAt: null, link: null },
    claims: [
      {
        id: 'c1',
        spans: [
          { start: TEXT.indexOf('It opens'), end: TEXT.indexOf('.\r\n', 30), quote: 'It opens again in May' },
        ],
        ...{ wording: 'It opens in May.', claimant: 'the mayor', ratingId: 'false', rationale: 'No.' },
        ...{ evidence: [], carriedFrom: null, by: 'Ito', at: '2025-02-08T10:00:00Z' },
      },
    ],
    taggings: [],
    notes: [],
  };
  const ratings = [
    {
      ...{ id: 'false', label: { en: 'false', ja: '誤り' }, meaning: { en: 'Wrong.', ja: '誤っている。' } },
      outcome: 'disputed' as const,
    },
  ];
  const set: AnnotationSet = { stories: [story], tags: [], ratings };
  const files = new Map([...qdpx.write(set, ORIGIN)].map(({ name, chunks }) => [name, [...chunks].join('')]));

  it('has line feeds only, counts in them, and knows what they were', () => {
    const [text] = [...files].flatMap(([name, content]) => (name.startsWith('sources/') ? [content] : []));
    expect(text).toBe(TEXT.replaceAll('\r\n', '\n'));
    const [, start, end] =
      /startPosition="(\d+)" endPosition="(\d+)"/u.exec(files.get('project.qde') ?? '') ?? [];
    expect([...(text ?? '')].slice(Number(start), Number(end)).join('')).toBe('It opens again in May');
    expect(qdpx.parse(files).set).toEqual(set);
  });

  it('still gives its claims when another program has changed how GUIDs and folders are written', () => {
    const changed = new Map(
      [...files].map(([name, content]) => [
        name.replace('sources/', 'Sources/'),
        content.replaceAll(
          /(guid|GUID|creatingUser)="([0-9a-f-]{36})"/gu,
          (_, attribute, guid) => `${attribute}="{${guid.toUpperCase()}}"`,
        ),
      ]),
    );
    expect(qdpx.parse(changed).set).toEqual(set);
  });
});
