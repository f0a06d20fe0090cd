import { UratoriError } from '../../app/problem.ts';
import type { Dump } from '../dumps/dump.ts';
import type { Likeness } from '../dumps/likeness/likeness.ts';
import type { EventHub } from './events.ts';
import type { ProjectDump } from './project-dump.ts';

/** Dumps up to so many bytes are looked through without being asked: it takes a fraction of a second. */
const SMALL_DUMP = 16 << 20;
/** Progress is told so often, in ms. */
const TELL_MS = 100;

/** Looks through dumps for near-duplicates, one look a dump at a time. */
export class LikenessDesk {
  readonly #events: EventHub;
  readonly #looks = new WeakMap<Dump, { found: Promise<Likeness>; giveUp: AbortController }>();

  constructor(events: EventHub) {
    this.#events = events;
  }

  /** What is known, or is found in no time; null where a person has to ask for it. */
  async known({ dumpId, dump }: ProjectDump): Promise<Likeness | null> {
    const known = await dump.knownLikeness();
    if (known || !dump.complete || dump.bytes > SMALL_DUMP) return known;
    return this.find({ dumpId, dump });
  }

  /** @throws UratoriError `likeness-cancelled` */
  find({ dumpId, dump }: Pick<ProjectDump, 'dumpId' | 'dump'>): Promise<Likeness> {
    const look = this.#looks.get(dump);
    if (look) return look.found;
    const giveUp = new AbortController();
    const found = this.#look(dumpId, dump, giveUp.signal);
    this.#looks.set(dump, { found, giveUp });
    return found;
  }

  cancel(dump: Dump): void {
    this.#looks.get(dump)?.giveUp.abort(new UratoriError('likeness-cancelled'));
  }

  async #look(dumpId: string, dump: Dump, signal: AbortSignal): Promise<Likeness> {
    let told = performance.now();
    const onProgress = (done: number) => {
      if (performance.now() - told < TELL_MS) return;
      told = performance.now();
      this.#events.emit('likeness.progress', { dumpId, done });
    };
    try {
      return await dump.likeness({ signal, onProgress });
    } finally {
      this.#looks.delete(dump);
      this.#events.emit('likeness.progress', { dumpId, done: null });
    }
  }
}
