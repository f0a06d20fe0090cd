import type { XmlElement } from '../../formats/reading/xml-element.ts';
import type { Span } from '../annotation-set.ts';
import type { Files } from '../reading.ts';
import { restoredText, unified } from '../refi/line-ends.ts';
import { measured } from '../units.ts';
import { attributeIn, childOf, rawTextOf } from '../xml.ts';
import { INTERNAL } from './parts.ts';

/** The text of a source or note: in the project's file itself, or in one of the package; null where it is in neither. */
export function textOf(element: XmlElement, files: Files): string | null {
  const content = childOf(element, 'PlainTextContent');
  if (content) return rawTextOf(content);
  const path = attributeIn(element, 'plainTextPath');
  // What is elsewhere is not at hand. Some leave the scheme out, or begin the path with a slash, or say Sources.
  if (path === null || /^(?!internal:)\w+:\/\//u.test(path)) return null;
  const name = path.replace(INTERNAL, '').replace(/^\/+/u, '').toLowerCase();
  for (const [file, text] of files) if ([name, `sources/${name}`].includes(file.toLowerCase())) return text;
  return null;
}

export interface Places {
  /** As the story has it. */
  text: string | null;
  /** The span at a position of the file; null where the text has no such place. `name` is what its words may be. */
  span(start: number, end: number, name: string): Span | null;
}

/**
 * How positions in a text are to be read. What the standard wants, code points of a text with line feeds, is not what
 * every program writes: some count a line break as two, some count UTF-16 units. A selection is mostly named by its
 * words, and they decide; where they tell nothing, it is as the standard, or the program's habit, has it.
 * @param ends what the line breaks were, as we tell it; null of other programs
 */
export function placesIn(text: string | null, ends: string | null, origin: string): Places {
  if (text === null) return { text, span: () => null };
  const original = (ends === null ? null : restoredText(text, ends)) ?? text;
  const lines = unified(original);
  const inLines = (unit: 'code-point' | 'utf-16-code-unit') => {
    const measure = measured(lines.text, unit, '');
    return (start: number, end: number): Span | null => {
      const span = measure.span(start, end);
      if (!span) return null;
      const [from, to] = [lines.toOriginal(span.start), lines.toOriginal(span.end)];
      return { start: from, end: to, quote: original.slice(from, to) };
    };
  };
  const inWhole = (unit: 'code-point' | 'utf-16-code-unit') => measured(original, unit, '').span;
  // ATLAS.ti writes CR LF and counts it as one.
  const isOnePerLine = lines.text === original || lines.text === text || /atlas/iu.test(origin);
  const [first, second] = isOnePerLine ? [inLines, inWhole] : [inWhole, inLines];
  const usual = first('code-point');
  const ways = [usual, second('code-point'), first('utf-16-code-unit'), second('utf-16-code-unit')];
  return {
    text: original,
    span(start, end, name) {
      for (const way of ways) {
        const span = way(start, end);
        if (span && isNamed(span, name)) return span;
      }
      return usual(start, end);
    },
  };
}

/** Whether a selection's name is its words, or their beginning. */
function isNamed({ quote }: Span, name: string): boolean {
  const [words, said] = [quote, name.trim()].map((text) => text.replaceAll(/\s+/gu, ' ')) as [string, string];
  if (said === '') return false;
  const beginning = said.replace(/(?:…|\.{3})$/u, '');
  return words === said || (beginning !== said && words.startsWith(beginning));
}
