/** What a printed report says of itself, besides what the page says (its language, its headings). */
export interface PdfFacts {
  title: string;
  /** Empty: nobody signs. */
  author: string;
  /** The program, with its version. */
  creator: string;
  /** ISO 8601 in UTC. */
  at: string;
}

/**
 * Gives a PDF as browsers print it the facts and the moment that are given, in the place of the browser's name and of
 * the clock, and has readers show the bookmarks: so the same page gives the same bytes. The objects that say so are
 * written anew behind the others, and the table of objects after them, as ISO 32000-1, 7.5 has it. A file whose table
 * is not of that plain kind, which no browser writes so far, stays as it is.
 */
export function finishPdf(pdf: Uint8Array, facts: PdfFacts): Uint8Array {
  const source = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const table = tableOf(source);
  if (!table) return pdf;
  const { start, offsets, root, info } = table;
  const rootText = objectAt(source, offsets[root]);
  const infoText = objectAt(source, offsets[info]);
  if (!rootText?.includes('/Type /Catalog') || infoText === null) return pdf;

  const kept = Buffer.from(source.subarray(0, start));
  // The old facts may not stay either.
  kept.fill(' ', offsets[info], (offsets[info] as number) + infoText.length);
  const producer = /\/Producer (\((?:[^()\\]|\\.)*\))/u.exec(infoText)?.[1];
  const newInfo = [
    `${info} 0 obj`,
    `<</Title ${textString(facts.title)}`,
    ...(facts.author === '' ? [] : [`/Author ${textString(facts.author)}`]),
    `/Creator ${textString(facts.creator)}`,
    ...(producer ? [`/Producer ${producer}`] : []),
    `/CreationDate (${date(facts.at)})`,
    `/ModDate (${date(facts.at)})>>`,
    'endobj\n',
  ].join('\n');
  const newRoot = `${rootText.replace('/Type /Catalog', '/Type /Catalog\n/PageMode /UseOutlines')}\n`;

  offsets[info] = start;
  offsets[root] = start + newInfo.length;
  const tail = [
    'xref',
    `0 ${offsets.length}`,
    ...offsets.map(
      (at, number) => `${String(at).padStart(10, '0')} ${number === 0 ? '65535 f' : '00000 n'} `,
    ),
    'trailer',
    `<</Size ${offsets.length}\n/Root ${root} 0 R\n/Info ${info} 0 R>>`,
    'startxref',
    `${start + newInfo.length + newRoot.length}`,
    '%%EOF\n',
  ].join('\n');
  return Buffer.concat([kept, Buffer.from(newInfo + newRoot + tail, 'latin1')]);
}

interface ObjectTable {
  /** Where it begins, in bytes. */
  start: number;
  /** Of each object, by its number. */
  offsets: number[];
  root: number;
  info: number;
}

/** The one table of a file without updates; null for any other. */
function tableOf(source: Buffer): ObjectTable | null {
  const end = source.subarray(-64).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(end)?.[1] ?? Number.NaN);
  if (!(start < source.length)) return null;
  const text = source.subarray(start).toString('latin1');
  const head = /^xref\n0 (\d+)\n/u.exec(text);
  const count = Number(head?.[1]);
  if (!head || text.length < head[0].length + count * 20) return null;
  const offsets: number[] = [];
  for (let number = 0; number < count; number += 1) {
    const entry = text.slice(head[0].length + number * 20, head[0].length + (number + 1) * 20);
    if (!(number === 0 ? /^0{10} 65535 f/u : /^\d{10} 00000 n/u).test(entry)) return null;
    offsets.push(Number(entry.slice(0, 10)));
  }
  const trailer = /^trailer\n<<\/Size \d+\n\/Root (\d+) 0 R\n\/Info (\d+) 0 R>>\n/u.exec(
    text.slice(head[0].length + count * 20),
  );
  return trailer ? { start, offsets, root: Number(trailer[1]), info: Number(trailer[2]) } : null;
}

/** From its number to `endobj`. One byte a character. */
function objectAt(source: Buffer, offset: number | undefined): string | null {
  if (offset === undefined) return null;
  const end = source.indexOf('endobj', offset);
  return end < 0 ? null : source.subarray(offset, end + 6).toString('latin1');
}

/** UTF-16, as hexadecimal: no character of it can end it. */
function textString(text: string): string {
  const bytes = Buffer.from(text.toWellFormed(), 'utf16le').swap16();
  return `<FEFF${bytes.toString('hex').toUpperCase()}>`;
}

function date(at: string): string {
  return `D:${new Date(at).toISOString().slice(0, 19).replace(/\D/gu, '')}Z`;
}
