import type { ReportDocument } from '../model/document.ts';
import { logoPart } from './logo.ts';
import { DOTS, type Package } from './package.ts';
import { paragraph } from './paragraph.ts';
import { run } from './run.ts';
import { escaped, shutIn } from './xml.ts';

/** The parts beside the text. Each of them is small, but for the footnotes and the links. */
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const DOCUMENT_START = `${XML}<w:document xmlns:w="${W}" xmlns:r="${R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>`;

/** A4, with room for a hole punch. */
export const DOCUMENT_END =
  '<w:sectPr><w:headerReference w:type="default" r:id="rHeader"/><w:footerReference w:type="default" r:id="rFooter"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>';

export function contentTypes(): string {
  const parts = [
    ['word/document.xml', `${WORD}.document.main+xml`],
    ['word/styles.xml', `${WORD}.styles+xml`],
    ['word/settings.xml', `${WORD}.settings+xml`],
    ['word/fontTable.xml', `${WORD}.fontTable+xml`],
    ['word/numbering.xml', `${WORD}.numbering+xml`],
    ['word/footnotes.xml', `${WORD}.footnotes+xml`],
    ['word/header1.xml', `${WORD}.header+xml`],
    ['word/footer1.xml', `${WORD}.footer+xml`],
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  ];
  const overrides = parts.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  return `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>${overrides.join('')}</Types>`;
}

export function packageRelationships(): string {
  return relationships([
    ['rDocument', `${R}/officeDocument`, 'word/document.xml', false],
    ['rCore', `${RELATIONSHIPS}/metadata/core-properties`, 'docProps/core.xml', false],
    ['rApp', `${R}/extended-properties`, 'docProps/app.xml', false],
  ]);
}

export function documentRelationships(pack: Package): string {
  const parts = ['styles', 'settings', 'fontTable', 'numbering', 'footnotes'].map(
    (name): Relationship => [
      `r${name[0]?.toUpperCase()}${name.slice(1)}`,
      `${R}/${name}`,
      `${name}.xml`,
      false,
    ],
  );
  return relationships([
    ...parts,
    ['rHeader', `${R}/header`, 'header1.xml', false],
    ['rFooter', `${R}/footer`, 'footer1.xml', false],
    ...(pack.logo ? [['rLogo', `${R}/image`, logoPart(pack.logo), false] as Relationship] : []),
    ...links(pack, 'document'),
  ]);
}

export function footnoteRelationships(pack: Package): string {
  return relationships(links(pack, 'footnotes'));
}

type Relationship = [id: string, type: string, target: string, external: boolean];

function links(pack: Package, part: 'document' | 'footnotes'): Relationship[] {
  return Array.from(pack.linksOf(part), ([href, id]) => [id, `${R}/hyperlink`, href, true]);
}

function relationships(all: readonly Relationship[]): string {
  const entries = all.map(
    ([id, type, target, external]) =>
      `<Relationship Id="${id}" Type="${type}" Target="${escaped(target)}"${external ? ' TargetMode="External"' : ''}/>`,
  );
  return `${XML}<Relationships xmlns="${RELATIONSHIPS}">${entries.join('')}</Relationships>`;
}

export function coreProperties({ title, author, exportedAt, locale }: ReportDocument): string {
  const moment = `${new Date(exportedAt).toISOString().slice(0, 19)}Z`;
  const by = author === '' ? '' : `<dc:creator>${escaped(author)}</dc:creator>`;
  return `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title>${by}<dc:language>${locale}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`;
}

export function appProperties({ version }: ReportDocument): string {
  return `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Uratori ${escaped(version)}</Application></Properties>`;
}

export function settings(): string {
  return `${XML}<w:settings xmlns:w="${W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-GB" w:eastAsia="ja-JP"/></w:settings>`;
}

/** What takes the place of a font where it is missing. */
export function fontTable(): string {
  return `${XML}<w:fonts xmlns:w="${W}"><w:font w:name="Yu Gothic"><w:altName w:val="Noto Sans CJK JP"/><w:charset w:val="80"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font><w:font w:name="Calibri"><w:altName w:val="Carlito"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>`;
}

export function numbering(pack: Package): string {
  const level = (format: string, text: string) =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>`;
  const figures = Array.from(
    pack.figures(),
    (number) =>
      `<w:num w:numId="${number}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
  );
  return `${XML}<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>${level('bullet', '•')}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>${level('decimal', '%1.')}</w:abstractNum><w:num w:numId="${DOTS}"><w:abstractNumId w:val="0"/></w:num>${figures.join('')}</w:numbering>`;
}

export function* footnotes(pack: Package): Generator<string> {
  yield `${XML}<w:footnotes xmlns:w="${W}" xmlns:r="${R}"><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`;
  yield* pack.footnotes;
  yield '</w:footnotes>';
}

export function header({ title }: ReportDocument): string {
  return `${XML}<w:hdr xmlns:w="${W}">${paragraph('Header', run(shutIn(title)))}</w:hdr>`;
}

export function footer(): string {
  const field = (code: string) => `<w:fldSimple w:instr=" ${code} ">${run('1')}</w:fldSimple>`;
  return `${XML}<w:ftr xmlns:w="${W}">${paragraph('Footer', `${field('PAGE')}${run(' / ')}${field('NUMPAGES')}`)}</w:ftr>`;
}
