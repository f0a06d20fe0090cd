import { describe } from '../../app/anchor.ts';
import { annotationsOf, type Project } from '../../app/project.ts';
import { type Story, type StoryKey, storyKey } from '../../app/story.ts';
import { checkStory } from '../../app/translation/checks/check-story.ts';
import type { PlacedFinding } from '../../app/translation/checks/finding.ts';
import { type RatePlace, type RateSurvey, rateFindings } from '../../app/translation/checks/rates.ts';
import { pairsOf } from '../alignment/story-pairs.ts';
import type { State } from '../store/state.ts';

/** A finding as the list shows it. */
export interface ShownFinding extends PlacedFinding {
  /** Of a rate: where the dump has the other one. */
  other: RatePlace | null;
}

/** What the checks found in a story: to be looked at, and put aside. */
export interface StoryFindings {
  open: readonly ShownFinding[];
  dismissed: readonly ShownFinding[];
}

export const NO_FINDINGS: StoryFindings = { open: [], dismissed: [] };

type Input = readonly [Story, Project, RateSurvey | null];
let last: { input: Input; found: readonly ShownFinding[] } | null = null;

/** The findings of the open story, the current ones of its project. */
export function findingsOf({ open, story, rates }: State): StoryFindings {
  if (!open?.currentDumpId || !story) return NO_FINDINGS;
  const { project } = open;
  const key = storyKey(open.currentDumpId, story.id);
  const survey = rates?.dumpId === open.currentDumpId ? rates.survey : null;
  const found = foundIn(story, project, key, survey);
  const isDismissed = ({ id }: ShownFinding) => project.dismissedFindings.has(id);
  return {
    open: found.filter((finding) => !isDismissed(finding) && !isNoted(finding, project, key, story)),
    dismissed: found.filter(isDismissed),
  };
}

/** Checked anew only where something of it has changed. */
function foundIn(
  story: Story,
  project: Project,
  key: StoryKey,
  survey: RateSurvey | null,
): readonly ShownFinding[] {
  const before = last?.input;
  const same =
    before?.[0] === story &&
    before[1].glossary === project.glossary &&
    before[1].checksOff === project.checksOff &&
    before[1].alignments.get(key) === project.alignments.get(key) &&
    before[2] === survey;
  if (last && same) return last.found;
  const off = new Set(project.checksOff);
  const pairs = pairsOf(story, project, key)?.pairs ?? [];
  const found: ShownFinding[] = checkStory(story, pairs, { glossary: project.glossary.values(), off }).map(
    (finding) => ({ ...finding, other: null }),
  );
  if (survey && !off.has('rates')) found.push(...rateFindings(story, survey));
  found.sort((a, b) => startOf(a) - startOf(b));
  last = { input: [story, project, survey], found };
  return found;
}

function startOf({ original, translation }: PlacedFinding): number {
  return (original ?? translation)?.start ?? 0;
}

/** A note sits where the finding is: a person has taken it up. */
function isNoted(finding: PlacedFinding, project: Project, key: StoryKey, story: Story): boolean {
  const startAt = (range: PlacedFinding['original']) =>
    (range && describe(story, range.start, range.end)?.start) ?? null;
  const [original, translation] = [startAt(finding.original), startAt(finding.translation)];
  return annotationsOf(project, key).notes.some((id) => {
    const note = project.notes.get(id);
    return (
      note !== undefined &&
      note.kind === finding.note &&
      (note.original?.start ?? null) === original &&
      (note.translation?.start ?? null) === translation
    );
  });
}
