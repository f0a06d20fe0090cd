import type { Problem } from '../../problem.ts';
import type { HtmlHandler } from '../reading/html-feed.ts';
import { type HtmlText, HtmlTextReader } from '../reading/html-text.ts';
import { VALUE_LIMIT } from '../reading/json-values.ts';
import type { StoryRecord } from '../story-record.ts';
import { emptyMessage, type PageMessage, recordOf } from './page-message.ts';

/** Parts of a page that hold words; by class, all of which the element must have. */
const PARTS = {
  chat: ['text', 'bold'],
  name: ['from_name'],
  text: ['text'],
  signature: ['signature'],
  media: ['title', 'bold'],
  status: ['status'],
  question: ['question'],
  answer: ['answer'],
} as const;
type PartName = keyof typeof PARTS;
const NOT_WORDS = ['details'];
const MEDIA = ['photo_wrap', 'video_file_wrap', 'animated_wrap', 'sticker_wrap', 'media'];

/** Takes messages out of a page while it is read. */
export class PageReader implements HtmlHandler {
  private readonly entry: string;
  private readonly found: (StoryRecord | Problem)[] = [];
  private depth = 0;
  /** The message that is read, and the depth that it began at. */
  private message: PageMessage | null = null;
  private messageDepth = 0;
  private part: { name: PartName; reader: HtmlTextReader; depth: number } | null = null;
  private units = 0;
  private count = 0;
  private chat: string | null = null;
  private lastName: string | null = null;
  private lastForwardedName: string | null = null;

  constructor(entry: string) {
    this.entry = entry;
  }

  /** Every element that was opened is closed. */
  get isAtEnd(): boolean {
    return this.depth === 0;
  }

  *take(): Generator<StoryRecord | Problem> {
    yield* this.found;
    this.found.length = 0;
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    this.depth++;
    if (this.part !== null) {
      this.part.reader.onopentag(name, attributes);
      return;
    }
    const classes = (attributes.class ?? '').split(/\s+/u);
    const has = (...names: readonly string[]) => names.every((each) => classes.includes(each));
    if (this.message === null) {
      if (has('message', 'default')) this.begin(attributes.id ?? '');
      else if (has(...PARTS.chat) && this.count === 0) this.enter('chat');
      return;
    }
    if (name === 'a')
      this.link(
        attributes.href ?? '',
        MEDIA.some((each) => has(each)),
      );
    if (has('date', 'details')) this.message.date = attributes.title ?? null;
    else if (has('forwarded', 'body')) this.message.isForwarded = true;
    else {
      const part = (Object.keys(PARTS) as PartName[]).find((key) => key !== 'chat' && has(...PARTS[key]));
      if (part !== undefined) this.enter(part);
    }
  }

  onclosetag(): void {
    this.depth--;
    if (this.part !== null && this.part.depth > this.depth) this.leave();
    else if (this.part !== null) this.part.reader.onclosetag();
    else if (this.message !== null && this.messageDepth > this.depth) this.end();
  }

  ontext(text: string): void {
    if (this.part === null) return;
    this.units += text.length;
    if (this.units <= VALUE_LIMIT) this.part.reader.ontext(text);
  }

  private begin(id: string): void {
    this.count++;
    this.units = 0;
    this.messageDepth = this.depth;
    this.message = emptyMessage(id.replace(/^message/u, ''));
  }

  private end(): void {
    const message = this.message as PageMessage;
    this.message = null;
    // Messages that follow one of the same person show no name.
    message.name ??= this.lastName;
    this.lastName = message.name;
    if (message.isForwarded) message.forwardedName ??= this.lastForwardedName;
    this.lastForwardedName = message.forwardedName;
    const where = { entry: this.entry, unit: 'record', position: this.count } as const;
    if (this.units > VALUE_LIMIT)
      this.found.push({ code: 'record-too-large', params: { ...where, limit: VALUE_LIMIT } });
    else {
      const record = recordOf(message, this.chat, where);
      if (record !== null) this.found.push(record);
    }
  }

  private enter(name: PartName): void {
    this.part = { name, reader: new HtmlTextReader(NOT_WORDS), depth: this.depth };
  }

  private leave(): void {
    const { name, reader } = this.part as NonNullable<typeof this.part>;
    this.part = null;
    const { message } = this;
    const said = reader.result();
    if (message === null) this.chat = said.text || null;
    else this.note(message, name, said);
  }

  private note(message: PageMessage, part: PartName, said: HtmlText): void {
    switch (part) {
      case 'name':
        if (message.isForwarded) message.forwardedName = said.text;
        else message.name = said.text;
        return;
      case 'text':
        message.text = said.text;
        message.links.push(...said.links);
        return;
      case 'signature':
        message.author = said.text;
        return;
      case 'question':
      case 'answer':
        message.poll.push(said.text);
        return;
      case 'media':
      case 'status':
        message.labels.push(said.text);
        return;
      case 'chat':
        return;
    }
  }

  private link(href: string, isMedia: boolean): void {
    const message = this.message as PageMessage;
    const answered = /#go_to_message(\d+)$/u.exec(href)?.[1];
    if (answered !== undefined) message.answered = answered;
    else if (isMedia && href !== '') message.media.push(href);
  }
}
