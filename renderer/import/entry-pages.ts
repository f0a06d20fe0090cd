import type { Connection, ImportPreview } from '../../app/contract.ts';
import type { EntryKind, ImportEntry } from '../../app/interchange/import/plan.ts';

const PAGE = 100;

/** Entries of one kind of a preview, fetched by the page as they come into sight. */
export class EntryPages {
  readonly #connection: Connection;
  readonly #changed: () => void;
  readonly #pages = new Map<number, ImportEntry[]>();
  readonly #asked = new Set<number>();
  #preview: ImportPreview | null = null;
  #kind: EntryKind = 'added';

  /** `changed` is called when entries have come. */
  constructor(connection: Connection, changed: () => void) {
    this.#connection = connection;
    this.#changed = changed;
  }

  show(preview: ImportPreview, kind: EntryKind): void {
    if (this.#preview === preview && this.#kind === kind) return;
    this.#pages.clear();
    this.#asked.clear();
    this.#preview = preview;
    this.#kind = kind;
  }

  entry(place: number): ImportEntry | null {
    return this.#pages.get(Math.floor(place / PAGE))?.[place % PAGE] ?? null;
  }

  need(from: number, to: number): void {
    for (let page = Math.floor(from / PAGE); page * PAGE < to; page += 1) void this.#fetch(page);
  }

  async #fetch(page: number): Promise<void> {
    const [preview, kind] = [this.#preview, this.#kind];
    if (!preview || this.#asked.has(page)) return;
    this.#asked.add(page);
    try {
      const { importId } = preview;
      const entries = await this.#connection.call('import.entries', {
        ...{ importId, kind, from: page * PAGE, count: PAGE },
      });
      if (this.#preview !== preview || this.#kind !== kind) return;
      this.#pages.set(page, entries);
      this.#changed();
    } catch {
      // Looked at anew meanwhile, or the connection is gone: the next look asks again.
      this.#asked.delete(page);
    }
  }
}
