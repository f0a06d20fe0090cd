/** Days of a page are counted in one array. */
const PAGE_BITS = 10;
const PAGE_DAYS = 1 << PAGE_BITS;

/** How many stories each day has. Dates may be thousands of years apart, and mostly are not. */
export class DayCounts {
  readonly #pages = new Map<number, Uint32Array>();

  add(day: number): void {
    const number = day >> PAGE_BITS;
    let page = this.#pages.get(number);
    if (!page) {
      page = new Uint32Array(PAGE_DAYS);
      this.#pages.set(number, page);
    }
    const at = day & (PAGE_DAYS - 1);
    page[at] = (page[at] as number) + 1;
  }

  /** In order, without days that have none. */
  entries(): [day: number, stories: number][] {
    return [...this.#pages]
      .sort(([a], [b]) => a - b)
      .flatMap(([number, page]) =>
        [...page.entries()].flatMap(([at, stories]): [number, number][] =>
          stories > 0 ? [[(number << PAGE_BITS) + at, stories]] : [],
        ),
      );
  }
}
