/**
 * Files that the system or the command line asked to open. The interface hears of them once it is there: what came
 * before that waits, and nothing is told twice.
 */
export class OpenRequests {
  #waiting: string[] = [];
  #deliver: ((path: string) => void) | null = null;

  /** An absolute path. */
  add(path: string): void {
    if (this.#deliver) this.#deliver(path);
    else this.#waiting.push(path);
  }

  /** The interface is there and listens. */
  ready(deliver: (path: string) => void): void {
    this.#deliver = deliver;
    for (const path of this.#waiting.splice(0)) deliver(path);
  }

  /** The interface is gone; what comes now waits for the next one. */
  away(): void {
    this.#deliver = null;
  }
}
