import type { Anchor, AnchoredText } from '../../anchor.ts';
import { storiesCitedBy } from '../../citations.ts';
import type { Claim } from '../../claim.ts';
import type { Command } from '../../commands.ts';
import { annotationsOf, type Project } from '../../project.ts';
import { fromPlainText } from '../../rich-text.ts';
import type { StoryKey } from '../../story.ts';
import { reviewOf } from '../../story-annotations.ts';
import type { AnnotationSet, SetClaim, SetNote, SetStory, SetTagging, Span } from '../annotation-set.ts';
import type { Feature } from '../features.ts';
import { claimDifferences, isSameEvidence, noteDifferences, taggingDifferences } from './compare.ts';
import { derivedId, isUsableId } from './ids.ts';
import { ratingsMapper } from './map-ratings.ts';
import { tagsMapper } from './map-tags.ts';
import { firstLineOf, onlyPlaceOf, placerOf } from './place-spans.ts';
import type {
  EntryKind,
  EntryReason,
  FieldDifference,
  FoundStory,
  ImportEntry,
  ImportOptions,
  ImportPlan,
  PlannedEntry,
} from './plan.ts';
import { inProject, quoteFinder } from './quoted-stories.ts';
import { evidenceOf, madeBy } from './records.ts';

type Found = Extract<FoundStory, { kind: 'found' }>;
type Kind = 'claim' | 'tagging' | 'note';

export interface Planning {
  set: AnnotationSet;
  /** What the format carries. */
  carries: readonly Feature[];
  /** Where each story of the set stands, in their order. */
  found: readonly FoundStory[];
  project: Project;
  options: ImportOptions;
}

/**
 * Says what an import would do to a project. Pauses after each story, so that a large file lets others in.
 *
 * An annotation that the project has is known by its id, or by saying the same at the same place; then it is `matched`
 * or `differs`. So a second import of the same file changes nothing, also where the file has no ids: those that
 * annotations get are made from what they are.
 */
export function* planImport({
  set,
  carries,
  found,
  project,
  options,
}: Planning): Generator<void, ImportPlan> {
  const ratings = ratingsMapper(project.scale, set.ratings, options.ratings);
  const tags = tagsMapper(project, set.tags, carries.includes('tag-tree'));
  const holder = new AnnotationIds(project, set);
  const entries: PlannedEntry[] = [];
  const coming = new Map<StoryKey, Command>();
  const sums = { found: 0, missing: 0 };
  const quoteOf = quoteFinder(set, found);
  const refs = new Map(
    found.flatMap((place) => (place.kind === 'found' ? [[place.key, place.ref] as const] : [])),
  );
  const bring = (key: StoryKey) => {
    const ref = refs.get(key);
    if (ref && !project.stories.has(key)) coming.set(key, { type: 'story.add', story: ref });
  };

  for (const [index, story] of set.stories.entries()) {
    const place = found[index] ?? { kind: 'missing' };
    if (place.kind === 'found') sums.found += 1;
    else sums.missing += 1;
    const work = new StoryImport(story, place, { project, options, ratings, tags, holder, quoteOf });
    for (const entry of work.entries()) {
      entries.push(entry);
      if (place.kind === 'found' && entry.commands.length > 0) bring(place.key);
      for (const command of entry.commands)
        if (command.type === 'claim.add') for (const key of storiesCitedBy(command.claim)) bring(key);
    }
    yield;
  }

  const used = new Set(set.stories.flatMap(({ taggings }) => taggings.map(({ tagId }) => tagId)));
  const codebook = tags.settle(used);
  return {
    entries: [...codebook.entries, ...entries],
    first: [...codebook.commands, ...coming.values()],
    stories: { ...sums, added: coming.size },
    tags: codebook.added,
    unknownRatings: ratings.unknown(),
  };
}

/** Which ids annotations have in the project, and which ones those of the file get. */
class AnnotationIds {
  readonly #project: Project;
  readonly #ofFile: Record<Kind, Set<string>>;
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
    kind: Kind,
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
  twinOf(kind: Kind, candidates: readonly string[], isTwin: (id: string) => boolean): string | null {
    const free = candidates.filter((id) => !this.#met.has(`${kind} ${id}`) && !this.#ofFile[kind].has(id));
    const twin = free.find(isTwin) ?? null;
    if (twin !== null) this.#met.add(`${kind} ${twin}`);
    return twin;
  }

  #table(kind: Kind): { get(id: string): { storyKey: StoryKey } | undefined; has(id: string): boolean } {
    const { claims, taggings, notes } = this.#project;
    return { claim: claims, tagging: taggings, note: notes }[kind];
  }
}

interface Shared {
  project: Project;
  options: ImportOptions;
  ratings: ReturnType<typeof ratingsMapper>;
  tags: ReturnType<typeof tagsMapper>;
  holder: AnnotationIds;
  quoteOf: ReturnType<typeof quoteFinder>;
}

/** The spans of one annotation in the story as it is now. */
interface Places {
  /** By the order of the spans; null: lost. */
  anchors: (Anchor | null)[];
  moved: boolean;
  lost: string[];
  reason: EntryReason | null;
}

/** The annotations of one story of the file. */
class StoryImport {
  readonly #story: SetStory;
  readonly #place: FoundStory;
  readonly #found: Found | null;
  readonly #shared: Shared;
  readonly #placer: ReturnType<typeof placerOf> | null;
  readonly #lead: string;

  constructor(story: SetStory, place: FoundStory, shared: Shared) {
    this.#story = story;
    this.#place = place;
    this.#found = place.kind === 'found' ? place : null;
    this.#shared = shared;
    this.#placer = this.#found && placerOf(story.text, this.#found.story);
    this.#lead = this.#found?.ref.lead || firstWords(story) || story.link || story.key;
  }

  *entries(): Generator<PlannedEntry> {
    for (const claim of this.#story.claims) yield this.#claim(claim);
    for (const tagging of this.#story.taggings) yield this.#tagging(tagging);
    for (const note of this.#story.notes) yield this.#note(note);
  }

  /** The story that an annotation of the project has to belong to: that of the file, where it is not at hand. */
  get #key(): StoryKey {
    return this.#found?.key ?? this.#story.key;
  }

  get #text(): AnchoredText | null {
    return this.#found?.story ?? null;
  }

  #claim(theirs: SetClaim): PlannedEntry {
    const { project, options, ratings, holder, quoteOf } = this.#shared;
    const places = this.#placesOf(theirs.spans);
    const rating = ratings.map(theirs.ratingId);
    const ratingId = rating.kind === 'known' ? rating.ratingId : null;
    const anchors = places.anchors.filter((anchor) => anchor !== null);
    const content = {
      wording: theirs.wording,
      claimant: theirs.claimant,
      ratingId,
      rationale: theirs.rationale,
      anchors: anchors.length > 0 ? anchors : null,
    };
    const named = holder.idOf('claim', theirs.id, this.#key, [
      ...spots(anchors),
      ...[theirs.wording, theirs.claimant, theirs.ratingId ?? '', theirs.rationale, theirs.by],
    ]);
    const made = madeBy(theirs, options);
    const evidence = evidenceOf(theirs.evidence, { claimId: named.id, addedAt: made.createdAt, quoteOf });
    const base = {
      what: 'claim' as const,
      words: theirs.wording,
      quote: theirs.spans.map(({ quote }) => quote).join(' … '),
    };

    const differ = (mine: Claim) => claimDifferences(mine, { ...content, evidence }, this.#text);
    const twin = named.existing
      ? named.id
      : holder.twinOf('claim', annotationsOf(project, this.#key).claims, (id) => {
          const mine = project.claims.get(id);
          return (
            mine !== undefined &&
            content.anchors !== null &&
            isSameMaker(mine, theirs) &&
            differ(mine).length === 0
          );
        });
    const mine = twin === null ? undefined : project.claims.get(twin);
    if (mine) {
      if (named.met) return this.#entry('matched', { ...base, id: mine.id, reason: 'twice' });
      const differences = differ(mine);
      return this.#known(
        mine.id,
        base,
        differences,
        this.#claimEdits(mine, { ...content, evidence }, differences),
      );
    }
    if (named.met) return this.#entry('matched', { ...base, id: named.id, reason: 'twice' });
    const { id } = named;
    const refuse = (reason: EntryReason) =>
      this.#entry('refused', { ...base, id, reason, lost: places.lost });
    const story = this.#found;
    if (!story) return this.#refusedStory(base, id);
    if (reviewOf(project, story.key) === 'signed-off') return refuse('signed-off');
    if (rating.kind === 'unknown') return refuse('rating-unknown');
    let [reason, moved] = [places.reason, places.moved];
    if (theirs.spans.length === 0) {
      const byWording = onlyPlaceOf(theirs.wording, story.story);
      const onFirstLine = options.onFirstLine ? firstLineOf(story.story) : null;
      const chosen = byWording ?? onFirstLine;
      if (!chosen) return refuse('no-place');
      anchors.push(chosen);
      [reason, moved] = [byWording ? 'placed-by-wording' : 'placed-on-first-line', true];
    } else if (anchors.length === 0) return refuse(places.reason ?? 'quote-not-found');
    const claim: Claim = {
      ...{ id, storyKey: story.key, anchors, wording: theirs.wording, claimant: theirs.claimant },
      ...{
        ratingId: null,
        rationale: fromPlainText(theirs.rationale),
        evidence,
        verdicts: [],
        carriedFrom: theirs.carriedFrom || null,
      },
      ...made,
    };
    return this.#entry(moved ? 'moved' : 'added', {
      ...base,
      id,
      reason,
      around: anchors[0] ?? null,
      lost: places.lost,
      commands: [{ type: 'claim.add', claim }, ...this.#verdict(id, ratingId, made.createdBy)],
    });
  }

  #tagging(theirs: SetTagging): PlannedEntry {
    const { project, options, tags, holder } = this.#shared;
    const places = this.#placesOf(theirs.span ? [theirs.span] : []);
    const [anchor = null] = places.anchors;
    const isPlaced = theirs.span === null || anchor !== null;
    const named = holder.idOf('tagging', theirs.id, this.#key, [
      ...spots(anchor ? [anchor] : []),
      ...[theirs.tagId, theirs.memo, theirs.by],
    ]);
    const base = {
      what: 'tagging' as const,
      words: tags.nameOf(theirs.tagId),
      quote: theirs.span?.quote ?? '',
    };
    const refuse = (reason: EntryReason) => this.#entry('refused', { ...base, id: named.id, reason });
    // A tag is wanted in the codebook only for what comes into the project.
    const isComing = this.#found !== null && isPlaced;
    const tagId = isComing || named.existing ? tags.use(theirs.tagId) : null;
    const nameOf = (id: string) => project.tags.get(id)?.name ?? tags.nameOf(theirs.tagId);
    const differ = (mine: { tagId: string; anchor: Anchor | null }) =>
      taggingDifferences(
        mine as Parameters<typeof taggingDifferences>[0],
        { tagId: tagId ?? mine.tagId, anchor, memo: theirs.memo },
        isPlaced,
        this.#text,
        nameOf,
      );
    const twin = named.existing
      ? named.id
      : holder.twinOf('tagging', annotationsOf(project, this.#key).taggings, (id) => {
          const mine = project.taggings.get(id);
          return mine !== undefined && isPlaced && isSameMaker(mine, theirs) && differ(mine).length === 0;
        });
    const mine = twin === null ? undefined : project.taggings.get(twin);
    if (mine) {
      if (named.met) return this.#entry('matched', { ...base, id: mine.id, reason: 'twice' });
      const differences = differ(mine);
      const changes = {
        ...(has(differences, 'tag') && tagId !== null ? { tagId } : {}),
        ...(has(differences, 'place') ? { anchor } : {}),
        ...(has(differences, 'memo') ? { memo: theirs.memo } : {}),
      };
      return this.#known(mine.id, base, differences, [{ type: 'tagging.edit', taggingId: mine.id, changes }]);
    }
    if (named.met) return this.#entry('matched', { ...base, id: named.id, reason: 'twice' });
    const story = this.#found;
    if (!story) return this.#refusedStory(base, named.id);
    if (!isPlaced) return refuse(places.reason ?? 'quote-not-found');
    if (tagId === null) return refuse('tag-unknown');
    const tagging = {
      ...{ id: named.id, tagId, storyKey: story.key, anchor, memo: theirs.memo },
      ...madeBy(theirs, options),
    };
    return this.#entry(places.moved ? 'moved' : 'added', {
      ...base,
      id: named.id,
      around: anchor,
      commands: [{ type: 'tagging.add', tagging }],
    });
  }

  #note(theirs: SetNote): PlannedEntry {
    const { project, options, holder } = this.#shared;
    const sides = [theirs.original, theirs.translation];
    const places = this.#placesOf(sides.filter((span) => span !== null));
    const left = [...places.anchors];
    const [original = null, translation = null] = sides.map((span) => (span ? (left.shift() ?? null) : null));
    const { kind, comment, suggestion } = theirs;
    const named = holder.idOf('note', theirs.id, this.#key, [
      ...spots([original, translation].filter((anchor) => anchor !== null)),
      ...[kind, comment, suggestion, theirs.by],
    ]);
    const base = {
      what: 'note' as const,
      words: suggestion || comment,
      quote: sides.flatMap((span) => span?.quote ?? []).join(' → '),
    };
    const content = { kind, original, translation, comment, suggestion };
    const twin = named.existing
      ? named.id
      : holder.twinOf('note', annotationsOf(project, this.#key).notes, (id) => {
          const mine = project.notes.get(id);
          return (
            mine !== undefined &&
            (original ?? translation) !== null &&
            isSameMaker(mine, theirs) &&
            noteDifferences(mine, content, this.#text).length === 0
          );
        });
    const mine = twin === null ? undefined : project.notes.get(twin);
    if (mine) {
      if (named.met) return this.#entry('matched', { ...base, id: mine.id, reason: 'twice' });
      const differences = noteDifferences(mine, content, this.#text);
      const changes = {
        ...(has(differences, 'kind') ? { kind } : {}),
        ...(has(differences, 'place') && original ? { original } : {}),
        ...(has(differences, 'place') && translation ? { translation } : {}),
        ...(has(differences, 'comment') ? { comment: fromPlainText(comment) } : {}),
        ...(has(differences, 'suggestion') ? { suggestion } : {}),
      };
      return this.#known(mine.id, base, differences, [{ type: 'note.edit', noteId: mine.id, changes }]);
    }
    if (named.met) return this.#entry('matched', { ...base, id: named.id, reason: 'twice' });
    const story = this.#found;
    if (!story) return this.#refusedStory(base, named.id);
    if (!original && !translation)
      return this.#entry('refused', { ...base, id: named.id, reason: places.reason ?? 'no-place' });
    const note = {
      ...{ id: named.id, storyKey: story.key, kind, original, translation },
      ...{ comment: fromPlainText(comment), suggestion },
      ...madeBy(theirs, options),
    };
    return this.#entry(places.moved ? 'moved' : 'added', {
      ...base,
      id: named.id,
      reason: places.reason,
      around: original ?? translation,
      lost: places.lost,
      commands: [{ type: 'note.add', note }],
    });
  }

  #placesOf(spans: readonly Span[]): Places {
    const placer = this.#placer;
    if (!placer) return { anchors: spans.map(() => null), moved: false, lost: [], reason: null };
    const placed = spans.map(placer);
    const lost = placed.flatMap((each) => ('quote' in each ? [each.quote] : []));
    const moved = placed.some(({ kind }) => kind === 'moved');
    const isAmbiguous = placed.some(({ kind }) => kind === 'ambiguous');
    const reason: EntryReason | null =
      lost.length === 0
        ? null
        : lost.length < spans.length
          ? 'some-quotes-not-found'
          : isAmbiguous
            ? 'quote-ambiguous'
            : 'quote-not-found';
    const anchors = placed.map((each) => ('anchor' in each ? each.anchor : null));
    // What lost a part is looked at as what has moved.
    return { anchors, moved: moved || (lost.length > 0 && lost.length < spans.length), lost, reason };
  }

  /** What makes a claim of the project say what the file says. Evidence is added or changed, and never taken away. */
  #claimEdits(
    mine: Claim,
    theirs: {
      wording: string;
      claimant: string;
      ratingId: string | null;
      rationale: string;
      anchors: Anchor[] | null;
      evidence: Claim['evidence'];
    },
    differences: readonly FieldDifference[],
  ): Command[] {
    const { project } = this.#shared;
    const changes = {
      ...(has(differences, 'wording') ? { wording: theirs.wording } : {}),
      ...(has(differences, 'claimant') ? { claimant: theirs.claimant } : {}),
      ...(has(differences, 'rationale') ? { rationale: fromPlainText(theirs.rationale) } : {}),
      ...(has(differences, 'place') && theirs.anchors ? { anchors: theirs.anchors } : {}),
    };
    const evidence = theirs.evidence
      .filter((entry) => !mine.evidence.some((own) => isSameEvidence(own, entry)))
      .map((entry): Command => {
        const own = mine.evidence.find(({ id }) => id === entry.id);
        if (!own)
          return {
            type: 'evidence.add',
            claimId: mine.id,
            evidence: inProject(entry, project),
            before: null,
          };
        const { id: _, addedAt: __, story, ...told } = entry;
        const quote = told.quote || (story?.anchor.quote ?? '');
        const said = Object.entries({ ...told, quote }).filter(([, value]) => value !== '' && value !== null);
        return {
          type: 'evidence.edit',
          claimId: mine.id,
          evidenceId: own.id,
          changes: Object.fromEntries(said),
        };
      });
    const isOpen = reviewOf(project, mine.storyKey) !== 'signed-off';
    return [
      ...(Object.keys(changes).length > 0
        ? [{ type: 'claim.edit', claimId: mine.id, changes } as const]
        : []),
      ...evidence,
      ...(has(differences, 'rating') && isOpen
        ? this.#verdict(mine.id, theirs.ratingId, this.#shared.options.by, mine.ratingId)
        : []),
    ];
  }

  /** A rating comes with who gave it, as far as that is known, and with when it came into the project. */
  #verdict(claimId: string, ratingId: string | null, by: string, before: string | null = null): Command[] {
    if (ratingId === null) return [];
    const { at, why } = this.#shared.options;
    const id = derivedId('verdict', claimId, before ?? '', ratingId, at);
    return [{ type: 'verdict.give', claimId, verdict: { id, ratingId, by, at, why } }];
  }

  #known(
    id: string,
    base: Pick<ImportEntry, 'what' | 'words' | 'quote'>,
    differences: FieldDifference[],
    edits: readonly Command[],
  ): PlannedEntry {
    if (differences.length === 0) return this.#entry('matched', { ...base, id });
    return this.#entry('differs', { ...base, id, differences, edits });
  }

  #refusedStory(base: Pick<ImportEntry, 'what' | 'words' | 'quote'>, id: string): PlannedEntry {
    const reason = this.#place.kind === 'ambiguous' ? 'story-ambiguous' : 'story-not-found';
    return this.#entry('refused', { ...base, id, reason });
  }

  #entry(
    kind: EntryKind,
    given: Pick<ImportEntry, 'what' | 'words' | 'quote' | 'id'> & Partial<PlannedEntry>,
  ): PlannedEntry {
    const { around = null } = given;
    return {
      ...{ kind, storyKey: this.#found?.key ?? null, lead: this.#lead, reason: null, lost: [] },
      ...{ differences: [], commands: [], edits: [] },
      ...given,
      around: around && { prefix: around.prefix, quote: around.quote, suffix: around.suffix },
    };
  }
}

function has(differences: readonly FieldDifference[], field: FieldDifference['field']): boolean {
  return differences.some((each) => each.field === field);
}

/** Two people may say the same about the same words; what nobody signed may be either's. */
function isSameMaker({ createdBy }: { createdBy: string }, { by }: { by: string }): boolean {
  return by === '' || by === createdBy;
}

function spots(anchors: readonly Anchor[]): string[] {
  return anchors.map(({ start, end }) => `${start}-${end}`);
}

function firstWords({ text }: SetStory): string {
  return (
    (text ?? '')
      .trimStart()
      .split(/[\r\n]/u, 1)[0]
      ?.slice(0, 200) ?? ''
  );
}
