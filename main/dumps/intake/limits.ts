/** What an intake refuses to go beyond. Every number is far from what people's dumps are and near to what bombs are. */
export interface Limits {
  /** Bytes that one packed entry may unpack to in any case, and how many times its packed size beyond that. */
  entryFloor: number;
  entryRatio: number;
  /** The same for all entries of a dump together. */
  totalFloor: number;
  totalRatio: number;
  /** Entries of one archive. */
  entries: number;
  /** Bytes of one record of a web archive that are kept; such a record is held in memory. */
  record: number;
  /** Archives around an entry. */
  depth: number;
  /** Bytes of an archive inside an archive that are held in memory; a larger one goes to a temporary file. */
  inMemory: number;
}

const MiB = 1 << 20;
const GiB = 1 << 30;

export const LIMITS: Limits = {
  // Exports of posts pack to a tenth, logs of the same line to a hundredth; deflate cannot do better than a
  // thousandth, which is where bombs are. A small dump may be as odd as it likes: a gigabyte is read in seconds.
  entryFloor: GiB,
  entryRatio: 200,
  // Bombs whose entries share their packed bytes keep each entry small.
  totalFloor: 4 * GiB,
  totalRatio: 200,
  // Their names and places are held in memory.
  entries: 1_000_000,
  // The longest page that anybody has read is a hundredth of it.
  record: 64 * MiB,
  // An export that somebody zipped again; deeper ones are made by programs against programs.
  depth: 2,
  inMemory: 16 * MiB,
};
