import { xmlAttribute, xmlText } from '../../glossary/xml.ts';
import type { SetOrigin } from '../annotation-set.ts';
import type { OutFile } from '../format.ts';
import { rangeOf, type SheetSize } from './sheet.ts';

export const WORKBOOK = 'xl/workbook.xml';
export const SHEET = (index: number) => `xl/worksheets/sheet${index + 1}.xml`;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** All of a workbook but its sheets. What the package consists of comes first: readers look for it there. */
export function* frameOf(
  names: readonly string[],
  sizes: readonly SheetSize[],
  { title, exportedAt }: SetOrigin,
): Generator<OutFile> {
  const file = (name: string, text: string): OutFile => ({ name, chunks: [`${XML}${text}\n`] });
  const parts = [
    [WORKBOOK, `${TYPE}.sheet.main+xml`],
    ['xl/styles.xml', `${TYPE}.styles+xml`],
    ...names.map((_, index) => [SHEET(index), `${TYPE}.worksheet+xml`]),
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ];
  yield file(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts
      .map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`)
      .join('')}</Types>`,
  );
  yield file(
    '_rels/.rels',
    relationships([
      [`${OFFICE}/officeDocument`, WORKBOOK],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
  );
  yield file(
    'docProps/core.xml',
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">${exportedAt.replace(/\.\d+/u, '')}</dcterms:created></cp:coreProperties>`,
  );
  yield file(WORKBOOK, workbook(names, sizes));
  yield file(
    'xl/_rels/workbook.xml.rels',
    relationships([
      ...names.map((_, index) => [`${OFFICE}/worksheet`, SHEET(index).slice(3)] as const),
      [`${OFFICE}/styles`, 'styles.xml'],
    ]),
  );
  yield file('xl/styles.xml', STYLES);
}

function relationships(list: readonly (readonly [type: string, target: string])[]): string {
  const written = list.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${written.join('')}</Relationships>`;
}

/** The names are of our own, and need no quotes. Excel knows a filter by a hidden name. */
function workbook(names: readonly string[], sizes: readonly SheetSize[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${xmlAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const filters = names.map((name, index) => {
    const { last, lastRow } = rangeOf(sizes[index] as SheetSize);
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${name}!$A$1:$${last}$${lastRow}</definedName>`;
  });
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets><definedNames>${filters.join('')}</definedNames></workbook>`;
}

/** 0: text (format 49, so that what somebody types is none but text either) that wraps; 1: the header; 2: text that does not. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8E8E4"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
