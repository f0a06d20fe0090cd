import { setImmediate } from 'node:timers/promises';
import type { AnnotationSet, SetStory } from '../../app/interchange/annotation-set.ts';
import type { FoundBy, FoundStory } from '../../app/interchange/import/plan.ts';
import { isSameText, textKey } from '../../app/interchange/import/same-text.ts';
import { ALIKE, FEWEST_SHINGLES, jaccard, likenessOf } from '../../app/likeness/jaccard.ts';
import { linkKey } from '../../app/likeness/link-key.ts';
import { Shingles } from '../../app/likeness/shingles.ts';
import type { Project } from '../../app/project.ts';
import { type Story, storyKey } from '../../app/story.ts';
import { fingerprint } from '../../app/translation/checks/fingerprint.ts';
import type { Dump } from '../dumps/dump.ts';
import { refOf } from '../workbench/story-ref.ts';

export type SoughtIn = Pick<Dump, 'count' | 'find' | 'read' | 'stories' | 'ready'>;

/** Looking for an id costs a look at every story's fingerprint: above so many looks the dump is read through once instead. */
const MOST_LOOKS = 50_000_000;
/** More stories of one link or text than this are not told apart. */
const MOST_CANDIDATES = 50;
/** Another story may be like the sought one as well: it has to be plainly less so. */
const CLEARLY = 0.1;

interface Place {
  dumpId: string;
  ordinal: number;
}

/**
 * Where each story of a set stands in the open dumps, in the set's order: by its id where it is plainly the same story,
 * else by its own link, else by its text, however that was saved, else as the one that is plainly most like it. Waits
 * until the dumps are indexed; reads through them at most twice, in constant memory.
 * @throws the reason of `signal`
 */
export async function findStories(
  { stories }: AnnotationSet,
  project: Project,
  dumps: ReadonlyMap<string, SoughtIn>,
  signal?: AbortSignal,
): Promise<FoundStory[]> {
  for (const dump of dumps.values()) await dump.ready;
  const found: (FoundStory | null)[] = stories.map(() => null);
  const take = async ({ dumpId, ordinal }: Place, by: FoundBy): Promise<FoundStory> => {
    const story = await (dumps.get(dumpId) as SoughtIn).read(ordinal);
    return foundAs(dumpId, story, by);
  };

  for (const [index, story] of stories.entries()) {
    signal?.throwIfAborted();
    found[index] = await byId(story, stories.length, project, dumps);
    if (index % 200 === 0) await setImmediate();
  }
  const left = () => stories.flatMap((story, index) => (found[index] ? [] : [{ story, index }]));

  const places = await placesOf(left(), dumps, signal);
  for (const { story, index } of left()) {
    const met = places.get(index);
    if (!met) continue;
    const [exact] = met.texts;
    if (met.ids[0]) found[index] = await take(met.ids[0], 'id');
    else if (met.links.length > 0) found[index] = await byLink(story, met.links, take);
    else if (exact) found[index] = await take(exact, 'text');
  }

  const likes = await likest(left(), dumps, signal);
  for (const { index } of left()) {
    const like = likes.get(index);
    if (like) found[index] = await take(like, 'likeness');
  }
  return found.map((each) => each ?? { kind: 'missing' });
}

function foundAs(dumpId: string, story: Story, by: FoundBy): FoundStory {
  return { kind: 'found', by, key: storyKey(dumpId, story.id), ref: refOf(dumpId, story), story };
}

async function byId(
  sought: SetStory,
  count: number,
  project: Project,
  dumps: ReadonlyMap<string, SoughtIn>,
): Promise<FoundStory | null> {
  const ref = project.stories.get(sought.key);
  const own = ref && dumps.get(ref.dumpId);
  if (ref && own) {
    const ordinal = await own.find(ref.storyId, { ordinal: ref.ordinal, byteStart: ref.byteStart });
    if (ordinal !== null) return foundAs(ref.dumpId, await own.read(ordinal), 'id');
  }
  for (const [dumpId, dump] of dumps) {
    if (dump.count * count > MOST_LOOKS) continue;
    for (const id of idsIn(sought)) {
      const ordinal = await dump.find(id);
      if (ordinal === null) continue;
      const story = await dump.read(ordinal);
      if (isPlainly(sought, story)) return foundAs(dumpId, story, 'id');
    }
  }
  return null;
}

/** A key of ours names the dump first, which may be called otherwise here. */
function idsIn({ key }: SetStory): string[] {
  const slash = key.indexOf('/');
  return slash < 0 ? [key] : [key.slice(slash + 1), key];
}

/** Numbers are ids in many dumps and in many files: an id alone tells nothing where there are words that tell otherwise. */
function isPlainly({ key, text, claims, taggings, notes }: SetStory, story: Story): boolean {
  if (text === null) return key.includes('/');
  if (isSameText(text, story.text) || textKey(text) === textKey(story.text)) return true;
  const quotes = [
    ...claims.flatMap(({ spans }) => spans),
    ...taggings.flatMap(({ span }) => span ?? []),
    ...notes.flatMap(({ original, translation }) => [original, translation].filter((span) => span !== null)),
  ].map(({ quote }) => quote);
  const kept = quotes.filter((quote) => quote.length > 3 && story.text.includes(quote)).length;
  return likenessOf(text, story.text) >= ALIKE || (kept > 0 && kept * 2 >= quotes.length);
}

interface Candidates {
  ids: Place[];
  links: Place[];
  texts: Place[];
}
interface Left {
  story: SetStory;
  index: number;
}

/** One reading of all dumps: what has the id, the link or the text of one of the stories. */
async function placesOf(
  left: readonly Left[],
  dumps: ReadonlyMap<string, SoughtIn>,
  signal: AbortSignal | undefined,
): Promise<Map<number, Candidates>> {
  const found = new Map<number, Candidates>();
  if (left.length === 0) return found;
  const ids = new Map<string, number[]>();
  const links = new Map<string, number[]>();
  const texts = new Map<string, number[]>();
  for (const { story, index } of left) {
    for (const id of idsIn(story)) append(ids, id, index);
    const link = linkKey(story.link ?? '') ?? linkKey(story.key);
    if (link !== null) append(links, link, index);
    if (story.text !== null && story.text.trim() !== '') append(texts, textHash(story.text), index);
  }
  const sought = new Map(left.map(({ story, index }) => [index, story]));
  const add = (indexes: readonly number[] | undefined, kind: keyof Candidates, place: Place) => {
    for (const index of indexes ?? []) {
      const candidates = found.get(index) ?? { ids: [], links: [], texts: [] };
      found.set(index, candidates);
      if (candidates[kind].length <= MOST_CANDIDATES) candidates[kind].push(place);
    }
  };
  for await (const { dumpId, story } of everyStory(dumps, signal)) {
    const place = { dumpId, ordinal: story.ordinal };
    const own = (ids.get(story.id) ?? []).filter((index) => isPlainly(sought.get(index) as SetStory, story));
    add(own, 'ids', place);
    const link = story.link === null ? null : linkKey(story.link);
    if (link !== null) add(links.get(link), 'links', place);
    if (texts.size > 0) add(texts.get(textHash(story.text)), 'texts', place);
  }
  // Several copies of a text, in the file and in the dump, belong together in their order.
  for (const indexes of texts.values())
    for (const [turn, index] of indexes.entries()) {
      const candidates = found.get(index);
      if (candidates && turn > 0)
        candidates.texts = candidates.texts.slice(Math.min(turn, candidates.texts.length - 1));
    }
  return found;
}

/** The story of a link; of several, such as a post and its answers, the one that has the words. */
async function byLink(
  sought: SetStory,
  places: readonly Place[],
  take: (place: Place, by: FoundBy) => Promise<FoundStory>,
): Promise<FoundStory> {
  const all = await Promise.all(places.map((place) => take(place, 'link')));
  if (all.length === 1) return all[0] as FoundStory;
  const words = [
    ...sought.claims.flatMap(({ spans, wording }) =>
      spans.length > 0 ? spans.map(({ quote }) => quote) : [wording],
    ),
    ...sought.taggings.flatMap(({ span }) => span?.quote ?? []),
    ...sought.notes.flatMap(({ original, translation }) =>
      [original, translation].flatMap((span) => span?.quote ?? []),
    ),
  ].filter((quote) => quote !== '');
  const having = all.filter(
    (each) =>
      each.kind === 'found' &&
      (sought.text === null
        ? words.length > 0 && words.every((quote) => each.story.text.includes(quote))
        : textKey(sought.text) === textKey(each.story.text)),
  );
  return having.length === 1 ? (having[0] as FoundStory) : { kind: 'ambiguous', places: all.length };
}

/** One more reading, for texts that were changed: the story that is plainly most like each. */
async function likest(
  left: readonly Left[],
  dumps: ReadonlyMap<string, SoughtIn>,
  signal: AbortSignal | undefined,
): Promise<Map<number, Place>> {
  const shingles = new Shingles();
  const hashesOf = (text: string) => {
    shingles.read(text);
    return shingles.sorted();
  };
  const sought = left.flatMap(({ story, index }) => {
    const hashes = story.text === null ? new Uint32Array() : hashesOf(story.text);
    return hashes.length < FEWEST_SHINGLES ? [] : [{ index, hashes }];
  });
  const best = new Map<number, { place: Place; score: number; next: number }>();
  if (sought.length === 0) return new Map();
  const having = new Map<number, number[]>();
  for (const [at, { hashes }] of sought.entries()) for (const hash of hashes) append(having, hash, at);

  for await (const { dumpId, story } of everyStory(dumps, signal)) {
    const hashes = hashesOf(story.text);
    const shared = new Map<number, number>();
    for (const hash of hashes)
      for (const at of having.get(hash) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    for (const [at, count] of shared) {
      const one = sought[at] as (typeof sought)[number];
      // Half of all that either says is more than a third of what one of them says.
      if (count * 3 < one.hashes.length) continue;
      const score = jaccard(one.hashes, hashes);
      if (score < ALIKE) continue;
      const before = best.get(one.index);
      if (!before || score > before.score)
        best.set(one.index, { place: { dumpId, ordinal: story.ordinal }, score, next: before?.score ?? 0 });
      else before.next = Math.max(before.next, score);
    }
  }
  return new Map(
    [...best].flatMap(([index, { place, score, next }]) =>
      score - next >= CLEARLY ? [[index, place] as const] : [],
    ),
  );
}

async function* everyStory(
  dumps: ReadonlyMap<string, SoughtIn>,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ dumpId: string; story: Story }> {
  for (const [dumpId, dump] of dumps) {
    let read = 0;
    for await (const story of dump.stories()) {
      read += 1;
      if (read % 200 === 0) await setImmediate();
      signal?.throwIfAborted();
      yield { dumpId, story };
    }
  }
}

function append<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function textHash(text: string): string {
  return fingerprint(textKey(text));
}
