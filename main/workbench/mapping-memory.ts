import { join } from 'node:path';
import { z } from 'zod';
import { type ColumnMapping, columnMappingSchema } from '../../app/formats/column-mapping.ts';
import type { ColumnSample } from '../../app/formats/mapping/columns.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { SerialQueue } from './serial-queue.ts';

/** So many kinds of tables are remembered; the one that was not used for longest is forgotten first. */
const REMEMBERED = 100;

const storedSchema = z.array(z.object({ columns: z.string(), mapping: columnMappingSchema }));

/** `<data folder>/mappings.json`: what a person said the columns of a kind of table hold, for the next such table. */
export class MappingMemory {
  readonly #path: string;
  readonly #queue = new SerialQueue();

  constructor(dataFolder: string) {
    this.#path = join(dataFolder, 'mappings.json');
  }

  /** The mapping last chosen for a table with just these columns. */
  async find(columns: readonly ColumnSample[]): Promise<ColumnMapping | null> {
    const stored = await this.#queue.run(() => this.#read());
    return stored.find((entry) => entry.columns === keyOf(columns))?.mapping ?? null;
  }

  async remember(columns: readonly ColumnSample[], mapping: ColumnMapping): Promise<void> {
    await this.#queue.run(async () => {
      const key = keyOf(columns);
      const others = (await this.#read()).filter((entry) => entry.columns !== key);
      await writeJsonFile(this.#path, [{ columns: key, mapping }, ...others].slice(0, REMEMBERED));
    });
  }

  async #read(): Promise<z.infer<typeof storedSchema>> {
    return (await readJsonFile(this.#path, storedSchema)) ?? [];
  }
}

/** Columns by name: their order, and how many records fill them, may differ from table to table. */
function keyOf(columns: readonly ColumnSample[]): string {
  return columns
    .map(({ path }) => JSON.stringify(path))
    .sort()
    .join(' ');
}
