import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface OutlineItem {
  title: string;
  items: OutlineItem[];
}

export interface ReadPdf {
  info: Record<string, unknown>;
  pages: number;
  /** Of all pages. */
  text: string;
  /** Titles of the outline with their depth, from 0, in their order. */
  outline: { depth: number; title: string }[];
  /** Roles of the structure tree, in their order. */
  roles: string[];
  /** Addresses of links to the web. */
  links: string[];
  /** How many links there are to places in the document, each of which leads somewhere. */
  jumps: number;
}

/** What a reader of a PDF finds in it, by Mozilla's reader. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  try {
    const read: ReadPdf = {
      info: (await document.getMetadata()).info as Record<string, unknown>,
      pages: document.numPages,
      text: '',
      outline: flat(((await document.getOutline()) ?? []) as OutlineItem[], 0),
      roles: [],
      links: [],
      jumps: 0,
    };
    for (let number = 1; number <= document.numPages; number += 1) await addPage(document, number, read);
    return read;
  } finally {
    await task.destroy();
  }
}

async function addPage(document: PDFDocumentProxy, number: number, read: ReadPdf): Promise<void> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  read.text += items.map((item) => ('str' in item ? item.str : '')).join('');
  for (const { url, dest } of await page.getAnnotations()) {
    if (url) read.links.push(url);
    if (typeof dest === 'string') {
      if ((await document.getDestination(dest)) === null) throw new Error(`${dest} leads nowhere`);
      read.jumps += 1;
    }
  }
  const visit = (node: { role?: string; children?: unknown[] }) => {
    if (node.role) read.roles.push(node.role);
    for (const child of node.children ?? []) visit(child as typeof node);
  };
  const tree = await page.getStructTree();
  if (tree) visit(tree as Parameters<typeof visit>[0]);
}

function flat(items: readonly OutlineItem[], depth: number): ReadPdf['outline'] {
  return items.flatMap(({ title, items: inner }) => [{ depth, title }, ...flat(inner, depth + 1)]);
}
