import { handleFrom, nameFrom, shortened, sourceOf } from '../../../app/formats/mapping/record-facts.ts';
import type { Source } from '../../../app/story.ts';
import { Sources } from '../sources.ts';
import { NO_SOURCE } from '../story-columns.ts';
import { FieldMemory } from './field-memory.ts';

/** So many different names are remembered at a time, and handles. */
const REMEMBERED = 1 << 15;
/** More different names than these have no common number with a handle. */
const NAMES = 2 ** 26;

/** Numbers the sources of records by their names and handles, each of which is read once. */
export class SourceMemory {
  private readonly sources = new Sources();
  /** Names and handles, and the numbers that they have here. The first is for none. */
  private readonly texts: (string | null)[] = [null];
  private readonly textNumbers = new Map<string | null, number>([[null, 0]]);
  private readonly pairs = new Map<number, number>();
  readonly names = new FieldMemory(REMEMBERED, (text) => this.numberOfText(nameFrom(shortened(text))));
  readonly handles = new FieldMemory(REMEMBERED, (text) => this.numberOfText(handleFrom(shortened(text))));

  get list(): Source[] {
    return this.sources.list;
  }

  /** The number of the source that has a name and a handle, each given by its number here, 0 for none. */
  ofPair(name: number, handle: number): number {
    const pair = name * NAMES + handle;
    let number = this.pairs.get(pair);
    if (number === undefined) {
      const [nameText = null, handleText = null] = [this.texts[name], this.texts[handle]];
      number = this.of(sourceOf(nameText, handleText));
      this.pairs.set(pair, number);
    }
    return number;
  }

  of(source: Source | null): number {
    return source === null ? NO_SOURCE : this.sources.numberOf(source);
  }

  private numberOfText(text: string | null): number {
    let number = this.textNumbers.get(text);
    if (number === undefined) {
      number = this.texts.push(text) - 1;
      this.textNumbers.set(text, number);
    }
    return number;
  }
}
