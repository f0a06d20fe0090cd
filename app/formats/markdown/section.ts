import type { EmbeddedPost } from '../html/embedded-post.ts';
import { headingText } from './blocks.ts';

/** A run of a Markdown text from one heading to the next, as it is written. */
export class Section {
  /** 1-based line where it begins. */
  line = 0;
  /** Words of its first heading; empty where it begins without one. */
  heading = '';
  /** It says more than its headings. */
  hasBody = false;
  /** UTF-16 units. */
  length = 0;
  /** What is embedded in it, and the lines where it stands. */
  readonly posts: { post: EmbeddedPost; line: number }[] = [];
  private readonly lines: string[] = [];
  private isCut = false;

  add(text: string, number: number): void {
    if (text.trim() !== '') {
      this.hasBody = true;
      this.isCut = false;
    } else if (this.isCut && this.lines.at(-1)?.trim() === '') return;
    this.append(text, number);
  }

  /** What nobody sees says nothing. */
  addComment(text: string, number: number): void {
    this.append(text, number);
  }

  addPosts(posts: readonly EmbeddedPost[], line: number): void {
    this.posts.push(...posts.map((post) => ({ post, line })));
  }

  /** Several headings in a row are one's. */
  addHeading(text: string, number: number): void {
    this.heading ||= headingText(text);
    this.append(text, number);
  }

  /** Something was taken out here: the blank lines around it become one. */
  cut(): void {
    this.isCut = true;
  }

  /** Without blank lines around it. */
  text(): string {
    const first = this.lines.findIndex((line) => line.trim() !== '');
    return first === -1 ? '' : this.lines.slice(first).join('\n').trimEnd();
  }

  private append(text: string, number: number): void {
    if (this.line === 0 && text.trim() !== '') this.line = number;
    this.lines.push(text);
    this.length += text.length + 1;
  }
}
