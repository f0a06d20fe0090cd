import { LINK, QUIET, RAISED, RULE } from './look.ts';
import { LINES } from './table.ts';

interface Style {
  id: string;
  name: string;
  based?: string;
  next?: string;
  paragraph?: string;
  run?: string;
}

const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const space = (before: number, after: number, line = '') =>
  `<w:spacing w:before="${before}" w:after="${after}"${line}/>`;
const quiet = `<w:color w:val="${QUIET}"/>`;
const heading = (level: number, before: number, halfPoints: number, more = ''): Style => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  next: 'Normal',
  paragraph: `<w:keepNext/><w:keepLines/>${more}${space(before, 100)}<w:outlineLvl w:val="${level - 1}"/>`,
  run: `<w:b/><w:bCs/>${size(halfPoints)}`,
});

/** Elements stand in the order of CT_PPr and CT_RPr. Lengths are twips, type sizes half points. */
const PARAGRAPHS: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    next: 'Subtitle',
    paragraph: `<w:keepNext/>${space(0, 120)}`,
    run: `<w:b/><w:bCs/>${size(44)}`,
  },
  { id: 'Subtitle', name: 'Subtitle', paragraph: space(0, 80), run: size(24) },
  heading(1, 480, 30, `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="3" w:color="${RULE}"/></w:pBdr>`),
  heading(2, 360, 26),
  heading(3, 280, 22),
  heading(4, 240, 21),
  {
    id: 'ContentsHeading',
    name: 'TOC Heading',
    paragraph: `<w:keepNext/>${space(480, 120)}`,
    run: `<w:b/><w:bCs/>${size(30)}`,
  },
  { id: 'TOC1', name: 'toc 1', paragraph: space(60, 20) },
  { id: 'TOC2', name: 'toc 2', paragraph: `${space(0, 20)}<w:ind w:left="400"/>`, run: size(19) },
  { id: 'Kicker', name: 'Kicker', paragraph: space(0, 60), run: `${quiet}${size(18)}` },
  { id: 'Introduction', name: 'Introduction', paragraph: space(120, 60), run: size(22) },
  { id: 'Quiet', name: 'Quiet', paragraph: space(0, 60), run: `${quiet}${size(18)}` },
  { id: 'Byline', name: 'Byline', based: 'Quiet' },
  { id: 'Label', name: 'Label', paragraph: `<w:keepNext/>${space(100, 20)}`, run: `${quiet}${size(17)}` },
  {
    id: 'Notice',
    name: 'Notice',
    paragraph: space(20, 80),
    run: `<w:i/><w:iCs/><w:color w:val="7C4A00"/>${size(18)}`,
  },
  { id: 'Verdict', name: 'Verdict', paragraph: `<w:keepNext/>${space(0, 100)}` },
  { id: 'Suggestion', name: 'Suggestion', run: '<w:b/><w:bCs/>' },
  { id: 'StoryText', name: 'Story text', paragraph: space(40, 120, ' w:line="340" w:lineRule="auto"') },
  {
    id: 'Article',
    name: 'Quoted article',
    based: 'StoryText',
    paragraph: `<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="${RULE}"/></w:pBdr><w:ind w:left="240"/>`,
  },
  {
    id: 'Quote',
    name: 'Quote',
    paragraph: `<w:pBdr><w:left w:val="single" w:sz="8" w:space="6" w:color="${RULE}"/></w:pBdr>${space(20, 80)}<w:ind w:left="160"/>`,
  },
  {
    id: 'ListParagraph',
    name: 'List Paragraph',
    paragraph: `${space(0, 40)}<w:ind w:left="360" w:hanging="360"/>`,
  },
  { id: 'FactName', name: 'Fact name', paragraph: space(20, 40), run: `${quiet}${size(18)}` },
  {
    id: 'TableHead',
    name: 'Table head',
    paragraph: `<w:keepNext/>${space(30, 30)}`,
    run: `${quiet}${size(17)}`,
  },
  { id: 'TableText', name: 'Table text', paragraph: space(30, 30), run: size(18) },
  {
    id: 'AfterTable',
    name: 'After table',
    paragraph: space(0, 0, ' w:line="120" w:lineRule="exact"'),
    run: size(8),
  },
  { id: 'ChartName', name: 'Chart name', paragraph: `<w:keepNext/>${space(20, 20)}`, run: size(17) },
  {
    id: 'ChartBar',
    name: 'Chart bar',
    paragraph: `<w:keepNext/>${space(0, 0, ' w:line="200" w:lineRule="exact"')}`,
    run: size(8),
  },
  {
    id: 'Caption',
    name: 'caption',
    paragraph: `<w:keepNext/>${space(240, 80)}`,
    run: `<w:b/><w:bCs/>${size(19)}`,
  },
  { id: 'FootnoteQuote', name: 'Footnote quote', based: 'Quote', run: size(17) },
  { id: 'FootnoteText', name: 'footnote text', paragraph: space(0, 20), run: size(17) },
  {
    id: 'Reference',
    name: 'Bibliography',
    paragraph: `<w:keepNext/><w:tabs><w:tab w:val="left" w:pos="560"/></w:tabs>${space(120, 20)}<w:ind w:left="560" w:hanging="560"/>`,
  },
  {
    id: 'ReferenceFact',
    name: 'Reference fact',
    paragraph: `${space(0, 10)}<w:ind w:left="560"/>`,
    run: size(17),
  },
  { id: 'Header', name: 'header', run: `${quiet}${size(16)}` },
  { id: 'Footer', name: 'footer', paragraph: '<w:jc w:val="end"/>', run: `${quiet}${size(16)}` },
];

const CHARACTERS: readonly Style[] = [
  { id: 'Hyperlink', name: 'Hyperlink', run: `<w:color w:val="${LINK}"/><w:u w:val="single"/>` },
  { id: 'Jump', name: 'Jump', run: `<w:color w:val="${LINK}"/>` },
  { id: 'FootnoteReference', name: 'footnote reference', run: '<w:vertAlign w:val="superscript"/>' },
];

const CELLS = (start: number, end: number) =>
  `<w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="${start}" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="${end}" w:type="dxa"/></w:tblCellMar>`;

export function stylesXml(isJapanese: boolean): string {
  const main = isJapanese ? 'Yu Gothic' : 'Calibri';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${main}" w:hAnsi="${main}" w:eastAsia="Yu Gothic" w:cs="${main}"/>${size(20)}<w:lang w:val="en-GB" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${space(0, 80, ' w:line="276" w:lineRule="auto"')}</w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>${CELLS(100, 100)}</w:tblPr></w:style>
${PARAGRAPHS.map((style) => styleXml('paragraph', style)).join('\n')}
${CHARACTERS.map((style) => styleXml('character', style)).join('\n')}
<w:style w:type="table" w:customStyle="1" w:styleId="UratoriTable"><w:name w:val="Uratori Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${LINES}</w:tblBorders>${CELLS(60, 120)}</w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${RAISED}"/></w:tcPr></w:tblStylePr><w:tblStylePr w:type="lastRow"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="UratoriLayout"><w:name w:val="Uratori Layout"/><w:basedOn w:val="TableNormal"/><w:tblPr>${CELLS(120, 160)}</w:tblPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="UratoriChart"><w:name w:val="Uratori Chart"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:insideH w:val="single" w:sz="24" w:space="0" w:color="FFFFFF"/></w:tblBorders>${CELLS(0, 0)}</w:tblPr></w:style>
</w:styles>`;
}

function styleXml(type: 'paragraph' | 'character', { id, name, based, next, paragraph, run }: Style): string {
  const base = based ?? (type === 'paragraph' ? 'Normal' : 'DefaultParagraphFont');
  return `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${base}"/>${next ? `<w:next w:val="${next}"/>` : ''}<w:qFormat/>${paragraph ? `<w:pPr>${paragraph}</w:pPr>` : ''}${run ? `<w:rPr>${run}</w:rPr>` : ''}</w:style>`;
}
