import { UratoriError } from '../../app/problem.ts';

/** What is being opened and has no story to show yet: it may take long, and a person may give it up. */
export class Openings {
  readonly #going = new Set<AbortController>();

  /** @throws UratoriError `opening-cancelled` where it is given up, if `work` heeds its controller */
  async run<T>(work: (controller: AbortController) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    this.#going.add(controller);
    try {
      return await work(controller);
    } finally {
      this.#going.delete(controller);
    }
  }

  cancel(): void {
    for (const controller of this.#going) controller.abort(new UratoriError('opening-cancelled'));
  }
}
