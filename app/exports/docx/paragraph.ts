/** Style, and what goes beyond it, of a paragraph. */
export interface ParagraphLook {
  keepNext?: boolean;
  /** Number of a list in numbering.xml. */
  list?: number;
  /** RRGGBB of a line at its side. */
  side?: string;
  /** Twips. */
  indent?: number;
  align?: 'center' | 'end';
}

/** A paragraph of a style (styles.ts) with its runs. The order is that of CT_PPr. */
export function paragraph(style: string, runs: string, look: ParagraphLook = {}): string {
  const { keepNext, list, side, indent, align } = look;
  const properties = [
    style === 'Normal' ? '' : `<w:pStyle w:val="${style}"/>`,
    keepNext ? '<w:keepNext/>' : '',
    list === undefined ? '' : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`,
    side ? `<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="${side}"/></w:pBdr>` : '',
    indent ? `<w:ind w:left="${indent}"/>` : '',
    align ? `<w:jc w:val="${align}"/>` : '',
  ].join('');
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}
