import type { Source } from '../../app/story.ts';

/** Everybody who has published a story, each with a number. */
export class Sources {
  readonly list: Source[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(source: Source): number {
    const key = `${source.name}\0${source.handle}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.list.push(source) - 1;
      this.numbers.set(key, number);
    }
    return number;
  }
}
