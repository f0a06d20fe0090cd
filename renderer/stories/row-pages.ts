import type { Connection, StoryListRow, StoryView } from '../../app/contract.ts';

const PAGE = 100;
/** Pages kept; a person scrolls back and forth around where they are. */
const KEPT = 60;

/** Rows of the list, fetched by the page as they come into sight. */
export class RowPages {
  readonly #connection: Connection;
  readonly #changed: () => void;
  readonly #pages = new Map<number, StoryListRow[]>();
  readonly #asked = new Set<number>();
  #view: StoryView | null = null;

  /** `changed` is called when rows have come. */
  constructor(connection: Connection, changed: () => void) {
    this.#connection = connection;
    this.#changed = changed;
  }

  show(view: StoryView | null): void {
    if (!view || !this.#isShown(view)) {
      this.#pages.clear();
      this.#asked.clear();
    }
    this.#view = view;
    // The last page may have been short while stories were still being found.
    for (const [page, rows] of this.#pages) {
      if (rows.length < PAGE && view && view.count > page * PAGE + rows.length) this.#asked.delete(page);
    }
  }

  row(place: number): StoryListRow | null {
    return this.#pages.get(Math.floor(place / PAGE))?.[place % PAGE] ?? null;
  }

  /** The place of a story of a view among the rows at hand. */
  placeOf(view: StoryView, ordinal: number): number | null {
    // Rows of another view, or from before this one was sorted, tell nothing about it.
    if (!this.#isShown(view)) return null;
    for (const [page, rows] of this.#pages) {
      const at = rows.findIndex((row) => row.ordinal === ordinal);
      if (at >= 0) return page * PAGE + at;
    }
    return null;
  }

  need(from: number, to: number): void {
    for (let page = Math.floor(from / PAGE); page * PAGE < to; page += 1) void this.#fetch(page);
  }

  #isShown({ view, order }: StoryView): boolean {
    return this.#view?.view === view && this.#view.order === order;
  }

  async #fetch(page: number): Promise<void> {
    const view = this.#view;
    if (!view || this.#asked.has(page)) return;
    this.#asked.add(page);
    try {
      const rows = await this.#connection.call('stories.rows', {
        view: view.view,
        from: page * PAGE,
        count: PAGE,
      });
      if (!this.#isShown(view)) return;
      this.#pages.delete(page);
      this.#pages.set(page, rows);
      const [oldest] = this.#pages.keys();
      if (this.#pages.size > KEPT && oldest !== undefined) {
        this.#pages.delete(oldest);
        this.#asked.delete(oldest);
      }
      this.#changed();
    } catch {
      // The view is gone, or the connection is; a new view or connection asks again.
      this.#asked.delete(page);
    }
  }
}
