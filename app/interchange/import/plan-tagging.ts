import type { Anchor } from '../../anchor.ts';
import { annotationsOf } from '../../project.ts';
import type { SetTagging } from '../annotation-set.ts';
import { has, isSameMaker, taggingDifferences } from './compare.ts';
import { spots } from './ids.ts';
import type { EntryReason, PlannedEntry } from './plan.ts';
import { madeBy } from './records.ts';
import type { StoryImport } from './story-import.ts';

/** What becomes of a use of a tag. */
export function planTagging(work: StoryImport, theirs: SetTagging): PlannedEntry {
  const { project, options, tags, holder } = work.shared;
  const places = work.placesOf(theirs.span ? [theirs.span] : []);
  const [anchor = null] = places.anchors;
  const isPlaced = theirs.span === null || anchor !== null;
  const named = holder.idOf('tagging', theirs.id, work.key, [
    ...spots(anchor ? [anchor] : []),
    ...[theirs.tagId, theirs.memo, theirs.by],
  ]);
  const base = {
    what: 'tagging' as const,
    words: tags.nameOf(theirs.tagId),
    quote: theirs.span?.quote ?? '',
  };
  const refuse = (reason: EntryReason) => work.entry('refused', { ...base, id: named.id, reason });
  // A tag is wanted in the codebook only for what comes into the project.
  const isComing = work.found !== null && isPlaced;
  const tagId = isComing || named.existing ? tags.use(theirs.tagId) : null;
  const nameOf = (id: string) => project.tags.get(id)?.name ?? tags.nameOf(theirs.tagId);
  const differ = (mine: { tagId: string; anchor: Anchor | null }) =>
    taggingDifferences(
      mine as Parameters<typeof taggingDifferences>[0],
      { tagId: tagId ?? mine.tagId, anchor, memo: theirs.memo },
      isPlaced,
      work.text,
      nameOf,
    );
  const twin = named.existing
    ? named.id
    : holder.twinOf('tagging', annotationsOf(project, work.key).taggings, (id) => {
        const mine = project.taggings.get(id);
        return mine !== undefined && isPlaced && isSameMaker(mine, theirs) && differ(mine).length === 0;
      });
  const mine = twin === null ? undefined : project.taggings.get(twin);
  if (mine) {
    if (named.met) return work.entry('matched', { ...base, id: mine.id, reason: 'twice' });
    const differences = differ(mine);
    const changes = {
      ...(has(differences, 'tag') && tagId !== null ? { tagId } : {}),
      ...(has(differences, 'place') ? { anchor } : {}),
      ...(has(differences, 'memo') ? { memo: theirs.memo } : {}),
    };
    return work.known(mine.id, base, differences, [{ type: 'tagging.edit', taggingId: mine.id, changes }]);
  }
  if (named.met) return work.entry('matched', { ...base, id: named.id, reason: 'twice' });
  const story = work.found;
  if (!story) return work.refusedStory(base, named.id);
  if (!isPlaced) return refuse(places.reason ?? 'quote-not-found');
  if (tagId === null) return refuse('tag-unknown');
  const tagging = {
    ...{ id: named.id, tagId, storyKey: story.key, anchor, memo: theirs.memo },
    ...madeBy(theirs, options),
  };
  return work.entry(places.moved ? 'moved' : 'added', {
    ...base,
    id: named.id,
    around: anchor,
    commands: [{ type: 'tagging.add', tagging }],
  });
}
