import { join } from 'node:path';
import { z } from 'zod';
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '../../app/settings.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { SerialQueue } from './serial-queue.ts';

/** A file of an older program lacks what came later; that has its default. */
const storedSchema = z.preprocess(
  (stored) => (isRecord(stored) ? { ...DEFAULT_SETTINGS, ...stored } : stored),
  settingsSchema,
);

/** `<data folder>/settings.json`. A damaged file gives the defaults and is kept aside. */
export class SettingsFile {
  readonly #path: string;
  readonly #queue = new SerialQueue();
  #reviewer = '';

  constructor(dataFolder: string) {
    this.#path = join(dataFolder, 'settings.json');
  }

  /** The name that changes are signed with in the journal, as far as it was read yet. */
  get reviewer(): string | undefined {
    return this.#reviewer || undefined;
  }

  read(): Promise<Settings> {
    return this.#queue.run(() => this.#read());
  }

  /** Resolves to all settings once they are on disk. */
  change(changes: Partial<Settings>): Promise<Settings> {
    return this.#queue.run(async () => {
      const settings = { ...(await this.#read()), ...changes };
      await writeJsonFile(this.#path, settings);
      this.#reviewer = settings.reviewer;
      return settings;
    });
  }

  async #read(): Promise<Settings> {
    const settings = (await readJsonFile(this.#path, storedSchema)) ?? DEFAULT_SETTINGS;
    this.#reviewer = settings.reviewer;
    return settings;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
