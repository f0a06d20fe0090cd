import { alignments } from './apply/alignments.ts';
import type { Applied, Appliers } from './apply/applied.ts';
import { claims } from './apply/claims.ts';
import { differences } from './apply/differences.ts';
import { dumps } from './apply/dumps.ts';
import { evidence } from './apply/evidence.ts';
import { filters } from './apply/filters.ts';
import { findings } from './apply/findings.ts';
import { glossary } from './apply/glossary.ts';
import { judgements } from './apply/judgements.ts';
import { notes } from './apply/notes.ts';
import { project } from './apply/project.ts';
import { queues } from './apply/queues.ts';
import { reviews } from './apply/reviews.ts';
import { scale } from './apply/scale.ts';
import { stories } from './apply/stories.ts';
import { storyNotes } from './apply/story-notes.ts';
import { suggestions } from './apply/suggestions.ts';
import { tagMerging } from './apply/tag-merging.ts';
import { taggings } from './apply/taggings.ts';
import { tags } from './apply/tags.ts';
import { verdicts } from './apply/verdicts.ts';
import type { Command, CommandOf, SingleCommand } from './commands.ts';
import type { Project } from './project.ts';

const APPLIERS: Appliers<SingleCommand['type']> = {
  ...project,
  ...dumps,
  ...stories,
  ...claims,
  ...evidence,
  ...verdicts,
  ...tags,
  ...tagMerging,
  ...taggings,
  ...notes,
  ...glossary,
  ...findings,
  ...differences,
  ...judgements,
  ...alignments,
  ...reviews,
  ...storyNotes,
  ...filters,
  ...queues,
  ...suggestions,
  ...scale,
};

/**
 * Makes the change, on a new value. Pure: the same project and command give the same result, which is what the
 * journal and the interface rely on when they replay it.
 * @throws UratoriError `command-unknown-target`, `command-duplicate`, `command-refused`: then nothing has changed
 */
export function apply(before: Project, command: Command): Applied {
  if (command.type === 'batch') return applyBatch(before, command.commands);
  return applySingle(before, command);
}

function applyBatch(before: Project, commands: readonly Command[]): Applied {
  const inverses: Command[] = [];
  let current = before;
  for (const command of commands) {
    const applied = apply(current, command);
    current = applied.project;
    inverses.unshift(applied.inverse);
  }
  return { project: current, inverse: { type: 'batch', commands: inverses } };
}

function applySingle<T extends SingleCommand['type']>(before: Project, command: CommandOf<T>): Applied {
  const applier: (before: Project, command: CommandOf<T>) => Applied = APPLIERS[command.type as T];
  return applier(before, command);
}
