import type { ReadingSurface } from './reading-surface.ts';

/** The text that is on the screen, for actions that come from keys, menus and the palette. */
class Surfaces {
  #current: ReadingSurface | null = null;

  get current(): ReadingSurface | null {
    return this.#current;
  }

  /** Returns the undo. */
  show(surface: ReadingSurface): () => void {
    this.#current = surface;
    return () => {
      if (this.#current === surface) this.#current = null;
    };
  }
}

export const surfaces = new Surfaces();
