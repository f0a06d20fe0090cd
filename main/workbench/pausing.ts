export interface Pausing {
  /** The step should be taken: now, or as soon as the pause after the last one is over. */
  ask(): void;
  /** No more steps are taken; resolves when the one that is under way has come to its end. */
  end(): Promise<void>;
}

/**
 * Takes a step when asked, never two at a time, with at least `pause` milliseconds between them. A step that fails
 * is dropped: the next one, or whoever ends it all, meets the same failure.
 */
export function pausing(step: () => Promise<void>, pause: number): Pausing {
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let asked = false;
  let ended = false;

  const take = () => {
    timer = null;
    asked = false;
    running = step()
      .catch(() => undefined)
      .then(() => {
        running = null;
        if (ended) return;
        timer = setTimeout(() => {
          timer = null;
          if (asked) take();
        }, pause);
      });
  };

  return {
    ask() {
      if (ended) return;
      asked = true;
      if (!running && !timer) take();
    },
    async end() {
      ended = true;
      if (timer) clearTimeout(timer);
      await running;
    },
  };
}
