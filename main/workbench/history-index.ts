import { setImmediate } from 'node:timers/promises';
import type { Command } from '../../app/commands.ts';
import { madeBy, singles, storiesTouched } from '../../app/history/touched.ts';
import type { StoryKey } from '../../app/story.ts';
import type { Past } from '../project/past.ts';

/** Changes looked through before others have their turn. */
const AT_A_TIME = 200;

/**
 * What the changes of a project are about, so that those of one story are found without reading all again. It follows
 * the journal: what was looked through once is not looked through any more.
 */
export class HistoryIndex {
  /** The story of each claim, use of a tag and note that was ever made, and the change that made it last. */
  readonly #owners = new Map<string, { storyKey: StoryKey; sequence: number }>();
  readonly #stories = new Map<number, readonly StoryKey[] | 'all'>();
  #last = 0;

  /** @param owner the story of what the project has now, for what was made before history begins */
  async follow(past: Past, owner: (id: string) => StoryKey | undefined): Promise<void> {
    let looked = 0;
    for (const sequence of past.sequences) {
      if (sequence <= this.#last) continue;
      looked += 1;
      if (looked % AT_A_TIME === 0) await setImmediate();
      this.#note(sequence, (past.raw(sequence) as { command: Command }).command, owner);
      this.#last = sequence;
    }
  }

  isAbout(sequence: number, key: StoryKey): boolean {
    const stories = this.#stories.get(sequence);
    return stories === 'all' || (stories?.includes(key) ?? false);
  }

  /** The change that made a claim, use of a tag or note. */
  madeIn(id: string): number | null {
    return this.#owners.get(id)?.sequence ?? null;
  }

  #note(sequence: number, command: Command, owner: (id: string) => StoryKey | undefined): void {
    const stories = new Set<StoryKey>();
    let all = false;
    for (const single of singles(command)) {
      for (const { id, storyKey } of madeBy(single)) this.#owners.set(id, { storyKey, sequence });
      if (single.type === 'tag.add') this.#owners.set(single.tag.id, { storyKey: '', sequence });
      const touched = storiesTouched(single, (id) => this.#owners.get(id)?.storyKey ?? owner(id));
      if (touched === 'all') all = true;
      else for (const key of touched) stories.add(key);
    }
    this.#stories.set(sequence, all ? 'all' : [...stories]);
  }
}
