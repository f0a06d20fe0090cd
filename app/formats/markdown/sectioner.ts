import type { BlockReader } from './blocks.ts';
import type { MarkdownLine } from './raw-embeds.ts';
import { Section } from './section.ts';

/** A section that goes on for longer is ended: nobody reads it as one, and it has to be held. In UTF-16 units. */
const SECTION_LIMIT = 1 << 24;
/** So many lines of comments are no heading's. */
const MOST_COMMENTS = 1000;

/** Parts the lines of a Markdown text into sections, at headings of a level and above. */
export class Sectioner {
  private readonly level: number;
  private readonly blocks: BlockReader;
  private section = new Section();
  /** Lines that a heading would take with it: the line that it stands under, or the comments in front of it. */
  private waiting: MarkdownLine[] = [];
  private areComments = false;

  /** @param level 0: nowhere */
  constructor(level: number, blocks: BlockReader) {
    this.level = level;
    this.blocks = blocks;
  }

  /** @returns the section that ended with the line before */
  push(line: MarkdownLine): Section | null {
    const heading = this.blocks.read(line.text);
    // A heading of any level may begin a section: its first words.
    if (heading === null || (heading.level > this.level && !this.isNew(heading.under)))
      return this.wait(line);
    const before = heading.under || this.areComments ? this.waiting : [];
    if (before.length > 0) this.waiting = [];
    this.settle();
    const ended = this.section.hasBody || this.section.posts.length > 0 ? this.take() : null;
    for (const { text, number, posts } of before) {
      if (heading.under) this.section.addHeading(text, number);
      else this.section.addComment(text, number);
      this.section.addPosts(posts, number);
    }
    this.section.addHeading(line.text, line.number);
    this.section.addPosts(line.posts, line.number);
    return ended;
  }

  finish(): Section {
    this.settle();
    return this.take();
  }

  private wait(line: MarkdownLine): Section | null {
    const ended = this.section.length > SECTION_LIMIT ? this.take() : null;
    const goesOn = this.areComments && (this.blocks.isComment || line.text.trim() === '');
    if (!goesOn || this.waiting.length > MOST_COMMENTS) this.settle();
    this.areComments = goesOn || this.blocks.isComment;
    this.waiting.push(line);
    return ended;
  }

  /** Nothing was said yet, but for what the line makes a heading. */
  private isNew(under: boolean): boolean {
    return !this.section.hasBody && (under || this.waiting.every(({ text }) => text.trim() === ''));
  }

  private settle(): void {
    for (const { text, number, posts, isCut } of this.waiting) {
      if (isCut) this.section.cut();
      if (!isCut || text.trim() !== '') this.section.add(text, number);
      this.section.addPosts(posts, number);
    }
    this.waiting = [];
    this.areComments = false;
  }

  private take(): Section {
    const { section } = this;
    this.section = new Section();
    return section;
  }
}
