import type { Problem } from '../../problem.ts';
import { textLines } from '../reading/text-lines.ts';
import { ENTRY_END, fieldOn, SECTION_END, sectionOn, startsEntry, unprotected } from './lines.ts';

/** An entry as it stands in an export. */
export interface MovableTypeEntry {
  /** 1-based line where it starts. */
  line: number;
  /** In order; some keys come several times. */
  fields: (readonly [key: string, value: string])[];
  sections: { name: string; text: string }[];
}

/** An entry may have so many UTF-16 units; a larger one is left out. */
export const ENTRY_LIMIT = 1 << 26;

/**
 * Reads the entries of an export, one at a time. Not every program protects lines in a body that look like the end of a
 * section or entry, so that such a line counts only where a section, an entry or nothing follows.
 * @param name the name that problems give
 */
export async function* movableTypeEntries(
  chunks: AsyncIterable<string>,
  name: string,
  limit: number = ENTRY_LIMIT,
): AsyncGenerator<MovableTypeEntry | Problem> {
  const reader = new EntryReader(name, limit);
  let units = 0;
  for await (const { text, number } of textLines(chunks, limit + 1)) {
    units += text.length + 1;
    reader.line(text, number);
    // Most lines complete nothing, and delegating to nothing costs more than reading a line.
    for (const item of reader.take()) yield item;
  }
  reader.finish(units);
  for (const item of reader.take()) yield item;
}

class EntryReader {
  private readonly name: string;
  private readonly limit: number;
  private found: (MovableTypeEntry | Problem)[] = [];
  private entry: MovableTypeEntry | null = null;
  private size = 0;
  /** Lines of the section that is read; null above the first one. */
  private lines: string[] | null = null;
  /** A line that may be an end, and blank lines behind it. */
  private held: string[] = [];

  constructor(name: string, limit: number) {
    this.name = name;
    this.limit = limit;
  }

  take(): (MovableTypeEntry | Problem)[] {
    const { found } = this;
    if (found.length > 0) this.found = [];
    return found;
  }

  line(line: string, number: number): void {
    this.size += line.length + 1;
    if (this.entry === null) {
      if (line.trim() === '' || line === ENTRY_END || line === SECTION_END) this.size = 0;
      else this.begin(line, number);
    } else if (this.held.length > 0) this.behindEnd(line, number);
    else if (line === SECTION_END) this.held.push(line);
    else if (line !== ENTRY_END) this.content(line);
    else if (this.lines === null) this.end();
    else this.held.push(line);
  }

  finish(units: number): void {
    if (this.entry === null) return;
    const ended = this.lines === null || this.held.length > 0;
    this.end();
    if (!ended) this.found.push({ code: 'entry-truncated', params: { entry: this.name, byte: units } });
  }

  private begin(line: string, number: number): void {
    this.entry = { line: number, fields: [], sections: [] };
    this.size = line.length + 1;
    this.content(line);
  }

  /** A line behind one that looks like an end decides whether it was one. */
  private behindEnd(line: string, number: number): void {
    const endsEntry = this.held[0] === ENTRY_END;
    if (line.trim() === '') {
      if (this.size <= this.limit) this.held.push(line);
    } else if (endsEntry && startsEntry(line)) {
      this.end();
      this.begin(line, number);
    } else if (!endsEntry && line === ENTRY_END) this.end();
    else if (!endsEntry && line === SECTION_END) this.held.push(line);
    else if (!endsEntry && (sectionOn(line) !== '' || this.lines === null)) {
      this.held = [];
      this.section(sectionOn(line) || 'BODY', sectionOn(line) === '' ? [line] : []);
    } else {
      // It was part of the text.
      this.add(...this.held);
      this.held = [];
      if (line === SECTION_END || line === ENTRY_END) this.held.push(line);
      else this.add(line);
    }
  }

  private content(line: string): void {
    if (this.lines !== null) {
      this.add(line);
      return;
    }
    const section = sectionOn(line);
    // Tags are a field, too.
    if (section !== '' && section !== 'TAGS') this.section(section, []);
    else {
      const field = fieldOn(line);
      if (field !== null && this.size <= this.limit) this.entry?.fields.push(field);
    }
  }

  private add(...lines: readonly string[]): void {
    if (this.size <= this.limit) for (const line of lines) this.lines?.push(unprotected(line));
  }

  private section(name: string, lines: string[]): void {
    this.closeSection();
    this.entry?.sections.push({ name, text: '' });
    this.lines = lines;
  }

  private closeSection(): void {
    const section = this.entry?.sections.at(-1);
    if (section && this.lines !== null) section.text = this.lines.join('\n');
    this.lines = null;
  }

  private end(): void {
    this.closeSection();
    if (this.entry !== null && this.size <= this.limit) this.found.push(this.entry);
    else if (this.entry !== null) {
      const where = { entry: this.name, unit: 'line', position: this.entry.line };
      this.found.push({ code: 'record-too-large', params: { ...where, limit: this.limit } });
    }
    this.entry = null;
    this.held = [];
    this.size = 0;
  }
}
