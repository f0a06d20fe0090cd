import { XmlTokens } from '../../formats/reading/xml-tokens.ts';
import { unreadable } from '../reading.ts';

export interface XmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>, where: string): void;
  close(name: string): void;
  text?(text: string): void;
}

/** Elements stand in one another this deep at most. */
const DEEPEST = 100;

/**
 * Reads well-formed XML. A line break in the file is a line feed, as in any XML; one that is written as a reference is
 * what it says. A document type is refused: it could make a few lines into gigabytes, or fetch files.
 * @throws UratoriError `interchange-unreadable`, with the line
 */
export function readXml(file: string, xml: string, reader: XmlReader): void {
  const lineOf = (at: number) => `${file}:${xml.slice(0, at).split('\n').length}`;
  const doctype = xml.search(/<!DOCTYPE/iu);
  if (doctype >= 0) unreadable(lineOf(doctype), 'document type declaration');
  const within: string[] = [];
  let roots = 0;
  const tokens = new XmlTokens(
    {
      open(name, attributes, line) {
        if (within.length === 0) roots += 1;
        if (roots > 1 || within.length >= DEEPEST) unreadable(`${file}:${line}`, `<${name}>`);
        within.push(name);
        reader.open(name, attributes, `${file}:${line}`);
      },
      close(name, line) {
        if (within.pop() !== name) unreadable(`${file}:${line}`, `</${name}>`);
        reader.close(name);
      },
      text(text) {
        if (within.length === 0 && text.trim() !== '') unreadable(file, text.trim().slice(0, 40));
        reader.text?.(text);
      },
      endless(line) {
        unreadable(`${file}:${line}`, 'no end');
      },
    },
    Number.MAX_SAFE_INTEGER,
  );
  tokens.push(xml.replaceAll(/\r\n?/gu, '\n'));
  tokens.end();
  const open = within.at(-1);
  if (roots === 0 || open !== undefined) unreadable(file, open === undefined ? 'empty' : `<${open}>`);
}
