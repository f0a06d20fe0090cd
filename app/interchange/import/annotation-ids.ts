import type { Project } from '../../project.ts';
import type { StoryKey } from '../../story.ts';
import type { AnnotationSet, SetStory } from '../annotation-set.ts';
import { derivedId, isUsableId } from './ids.ts';

export type AnnotationKind = 'claim' | 'tagging' | 'note';

/** Which ids annotations have in the project, and which ones those of the file get. */
export class AnnotationIds {
  readonly #project: Project;
  readonly #ofFile: Record<AnnotationKind, Set<string>>;
  /** By kind and id: planned, or taken for one of the file. */
  readonly #met = new Set<string>();

  constructor(project: Project, { stories }: AnnotationSet) {
    this.#project = project;
    const ids = (list: (story: SetStory) => readonly { id: string }[]) =>
      new Set(stories.flatMap((story) => list(story).map(({ id }) => id)));
    this.#ofFile = {
      claim: ids(({ claims }) => claims),
      tagging: ids(({ taggings }) => taggings),
      note: ids(({ notes }) => notes),
    };
  }

  /**
   * The id of an annotation of the file: its own, or one made from what it is where that is none or belongs to another
   * annotation. `existing`: the project has it. `met`: the file had it before.
   */
  idOf(
    kind: AnnotationKind,
    wanted: string,
    key: StoryKey,
    content: readonly string[],
  ): { id: string; existing: boolean; met: boolean } {
    const own = this.#table(kind).get(wanted);
    const isFree =
      isUsableId(wanted) && (!own || own.storyKey === key) && !this.#met.has(`${kind} ${wanted}`);
    const id = isFree ? wanted : derivedId(kind, wanted, key, ...content);
    const met = this.#met.has(`${kind} ${id}`);
    this.#met.add(`${kind} ${id}`);
    return { id, existing: this.#table(kind).has(id), met };
  }

  /** The annotation of the project that says the same, unless another one of the file is that. */
  twinOf(
    kind: AnnotationKind,
    candidates: readonly string[],
    isTwin: (id: string) => boolean,
  ): string | null {
    const free = candidates.filter((id) => !this.#met.has(`${kind} ${id}`) && !this.#ofFile[kind].has(id));
    const twin = free.find(isTwin) ?? null;
    if (twin !== null) this.#met.add(`${kind} ${twin}`);
    return twin;
  }

  #table(kind: AnnotationKind): {
    get(id: string): { storyKey: StoryKey } | undefined;
    has(id: string): boolean;
  } {
    const { claims, taggings, notes } = this.#project;
    return { claim: claims, tagging: taggings, note: notes }[kind];
  }
}
