import { resolve } from 'node:path';

/** The files that the person let the program touch: chosen in a dialog, dropped, or opened from outside. */
export class Grants {
  readonly #read = new Set<string>();
  readonly #written = new Set<string>();

  allowRead(path: string): void {
    this.#read.add(resolve(path));
  }

  /** What may be written may be read back. */
  allowWrite(path: string): void {
    this.#written.add(resolve(path));
  }

  mayRead(path: string): boolean {
    return this.#read.has(resolve(path)) || this.mayWrite(path);
  }

  mayWrite(path: string): boolean {
    return this.#written.has(resolve(path));
  }
}
