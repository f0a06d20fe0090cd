import { annotationsOf } from '../../project.ts';
import { findRating } from '../../rating-scale.ts';
import type { StoryKey } from '../../story.ts';
import type { ReportLabel } from '../labels.ts';
import type { Block, ContentsEntry } from '../model/block.ts';
import { type Draft, storyId } from '../model/draft.ts';
import type { Inline } from '../model/inline.ts';
import { again, literal, said, words } from '../model/pieces.ts';
import { VERDICTS, verdictOf } from '../summary.ts';
import { sourceName } from './sources.ts';

/** The contents of a report; `entries` makes them anew each time they are gone through. */
export function contents({ voice }: Draft, entries: () => Iterator<ContentsEntry>): Block {
  return { kind: 'contents', id: 'contents', title: voice.say('contents'), entries: again(entries) };
}

/** A part of the report, by the id and the words of its heading. */
export function partEntry({ voice }: Draft, to: string, label: ReportLabel): ContentsEntry {
  return { to, level: 1, number: null, line: [said(voice.say(label))], after: [] };
}

/** The stories, with their sources and how their claims were judged. */
export function* storyEntries(draft: Draft): Generator<ContentsEntry> {
  const { project } = draft.report;
  for (const [key, number] of draft.covered()) {
    const ref = project.stories.get(key);
    if (!ref) continue;
    yield {
      to: storyId(number),
      level: 2,
      number,
      line: [words(ref.lead, { lang: ref.lang })],
      after: [...sourceName(ref.source, draft.voice), ...tallies(draft, key)],
    };
  }
}

function tallies({ report: { project }, voice }: Draft, key: StoryKey): Inline[] {
  const verdicts = annotationsOf(project, key).claims.map((id) =>
    verdictOf(findRating(project.scale, project.claims.get(id)?.ratingId ?? null)),
  );
  return VERDICTS.flatMap((verdict): Inline[] => {
    const count = verdicts.filter((candidate) => candidate === verdict).length;
    if (count === 0) return [];
    return [literal(' '), { kind: 'tally', verdict, count, label: voice.say(`outcome.${verdict}`) }];
  });
}
