import { z } from 'zod';
import { anchorSchema } from './anchor.ts';
import { claimSchema } from './claim.ts';
import { settledDifferenceSchema } from './coders/settled-difference.ts';
import { deepestIssue } from './deepest-issue.ts';
import { dumpRefSchema } from './dump-ref.ts';
import { evidenceFields, evidenceSchema } from './evidence.ts';
import { glossaryEntrySchema } from './glossary/entry.ts';
import { UratoriError } from './problem.ts';
import { savedQueueSchema } from './queue/queue.ts';
import { ratingScaleSchema } from './rating-scale.ts';
import { reviewSchema, reviewStepSchema } from './review.ts';
import { savedFilterSchema } from './saved-filter.ts';
import { signOffRuleFields } from './sign-off-rules.ts';
import { storyRefSchema } from './story.ts';
import { storyNoteSchema } from './story-note.ts';
import { dismissalSchema } from './suggest/dismissal.ts';
import { tagChangesSchema, taggingSchema, tagSchema } from './tag.ts';
import { alignmentSchema } from './translation/alignment.ts';
import { CHECKS } from './translation/checks/finding.ts';
import { dismissedFindingSchema } from './translation/dismissed-finding.ts';
import { judgementSchema } from './translation/judgement.ts';
import { translationNoteSchema } from './translation-note.ts';
import { verdictSchema } from './verdict.ts';

const id = z.string().min(1);

const single = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('project.rename'), title: z.string() }),

  z.strictObject({ type: z.literal('dump.add'), dump: dumpRefSchema }),
  z.strictObject({
    type: z.literal('dump.edit'),
    dumpId: id,
    changes: z.strictObject(dumpRefSchema.omit({ id: true }).partial().shape),
  }),
  /** Refused while stories of the dump are in the project. */
  z.strictObject({ type: z.literal('dump.remove'), dumpId: id }),

  z.strictObject({ type: z.literal('story.add'), story: storyRefSchema }),
  /** The story stands elsewhere, or under another id, in a dump that changed; its annotations go with it. */
  z.strictObject({ type: z.literal('story.move'), storyKey: id, story: storyRefSchema }),
  /** Refused while the story has annotations or a review, or evidence quotes it. */
  z.strictObject({ type: z.literal('story.remove'), storyKey: id }),

  z.strictObject({ type: z.literal('claim.add'), claim: claimSchema }),
  z.strictObject({
    type: z.literal('claim.edit'),
    claimId: id,
    changes: z.strictObject(
      claimSchema
        .pick({ wording: true, claimant: true, ratingId: true, rationale: true, anchors: true })
        .partial().shape,
    ),
  }),
  z.strictObject({ type: z.literal('claim.remove'), claimId: id }),

  /**
   * Rates a claim and keeps who did it, when and why; refused while its story is signed off. `marks`: what the ratings before and after were called, where a
   * verdict that was withdrawn comes back; otherwise as they are called now.
   */
  z.strictObject({
    type: z.literal('verdict.give'),
    claimId: id,
    verdict: z.strictObject({
      ...verdictSchema.pick({ id: true, by: true, at: true, why: true }).shape,
      /** null takes the rating away. */
      ratingId: id.nullable(),
    }),
    marks: z.strictObject(verdictSchema.pick({ from: true, to: true }).shape).optional(),
  }),
  /** Says who or why afterwards. */
  z.strictObject({
    type: z.literal('verdict.edit'),
    claimId: id,
    verdictId: id,
    changes: z.strictObject(verdictSchema.pick({ by: true, why: true }).partial().shape),
  }),
  /** Takes the last verdict back, as if it had not been given. Refused for any other, and once the rating is another one. */
  z.strictObject({ type: z.literal('verdict.withdraw'), claimId: id, verdictId: id }),

  /** `before` names the entry that the new one comes before; null: at the end. */
  z.strictObject({
    type: z.literal('evidence.add'),
    claimId: id,
    evidence: evidenceSchema,
    before: id.nullable(),
  }),
  z.strictObject({
    type: z.literal('evidence.edit'),
    claimId: id,
    evidenceId: id,
    changes: z.strictObject(evidenceFields.partial().shape),
  }),
  z.strictObject({ type: z.literal('evidence.remove'), claimId: id, evidenceId: id }),

  z.strictObject({ type: z.literal('tag.add'), tag: tagSchema }),
  z.strictObject({
    type: z.literal('tag.edit'),
    tagId: id,
    changes: tagChangesSchema,
  }),
  /** Takes its uses with it; its children move up to its parent. */
  z.strictObject({ type: z.literal('tag.remove'), tagId: id }),
  /**
   * The tag is another one from now on: its uses are uses of that, its children stand below that; of two uses on the
   * same words one stays, with both memos.
   */
  z.strictObject({ type: z.literal('tag.merge'), tagId: id, into: id }),
  /** A new tag takes over some of the uses of another; those that are no uses of it any more stay as they are. */
  z.strictObject({ type: z.literal('tag.split'), tagId: id, tag: tagSchema, taggingIds: z.array(id) }),

  z.strictObject({ type: z.literal('tagging.add'), tagging: taggingSchema }),
  z.strictObject({
    type: z.literal('tagging.edit'),
    taggingId: id,
    changes: z.strictObject({
      tagId: id.optional(),
      anchor: anchorSchema.nullable().optional(),
      memo: z.string().optional(),
    }),
  }),
  z.strictObject({ type: z.literal('tagging.remove'), taggingId: id }),

  z.strictObject({ type: z.literal('note.add'), note: translationNoteSchema }),
  z.strictObject({
    type: z.literal('note.edit'),
    noteId: id,
    changes: z.strictObject({
      kind: translationNoteSchema.shape.kind.optional(),
      original: anchorSchema.nullable().optional(),
      translation: anchorSchema.nullable().optional(),
      comment: translationNoteSchema.shape.comment.optional(),
      suggestion: z.string().optional(),
    }),
  }),
  z.strictObject({ type: z.literal('note.remove'), noteId: id }),

  /** Refused where another entry is about the same wording and language. */
  z.strictObject({ type: z.literal('glossary.add'), entry: glossaryEntrySchema }),
  z.strictObject({
    type: z.literal('glossary.edit'),
    entryId: id,
    changes: z.strictObject(glossaryEntrySchema.omit({ id: true }).partial().shape),
  }),
  z.strictObject({ type: z.literal('glossary.remove'), entryId: id }),

  /** What a check of a translation found is not shown again. */
  z.strictObject({ type: z.literal('finding.dismiss'), finding: dismissedFindingSchema }),
  z.strictObject({ type: z.literal('finding.restore'), findingId: id }),
  z.strictObject({ type: z.literal('check.switch'), check: z.enum(CHECKS), on: z.boolean() }),
  /** A difference between two people's projects was decided on, and is not asked about again. */
  z.strictObject({ type: z.literal('difference.settle'), difference: settledDifferenceSchema }),
  z.strictObject({ type: z.literal('difference.reopen'), differenceId: id }),

  z.strictObject({ type: z.literal('judgement.add'), judgement: judgementSchema }),
  z.strictObject({
    type: z.literal('judgement.edit'),
    judgementId: id,
    changes: z.strictObject({
      fidelity: judgementSchema.shape.fidelity.optional(),
      comment: z.string().optional(),
      original: anchorSchema.nullable().optional(),
      translation: anchorSchema.nullable().optional(),
      by: z.string().optional(),
      at: judgementSchema.shape.at.optional(),
    }),
  }),
  z.strictObject({ type: z.literal('judgement.remove'), judgementId: id }),

  /** How a person pairs the sentences of a story with its translation; null: as the program suggests. */
  z.strictObject({ type: z.literal('alignment.set'), storyKey: id, alignment: alignmentSchema.nullable() }),

  /** Puts a story into a state and keeps those before it. Refused where the project's rules refuse a sign-off. */
  z.strictObject({ type: z.literal('review.mark'), storyKey: id, ...reviewStepSchema.shape }),
  /** The whole record; null: unread, as if nobody had looked at the story. */
  z.strictObject({ type: z.literal('review.set'), storyKey: id, review: reviewSchema.nullable() }),

  /** null: the story has no note. */
  z.strictObject({ type: z.literal('storyNote.set'), storyKey: id, note: storyNoteSchema.nullable() }),

  /** A sentence is not suggested any more. */
  z.strictObject({ type: z.literal('suggestion.dismiss'), storyKey: id, dismissal: dismissalSchema }),
  z.strictObject({ type: z.literal('suggestion.restore'), storyKey: id, dismissalId: id }),
  /** Rules that this version does not know are switched as well: a newer one may. */
  z.strictObject({ type: z.literal('suggestion.switchRule'), ruleId: id, on: z.boolean() }),

  z.strictObject({ type: z.literal('filter.add'), filter: savedFilterSchema }),
  z.strictObject({
    type: z.literal('filter.edit'),
    filterId: id,
    changes: z.strictObject(savedFilterSchema.omit({ id: true }).partial().shape),
  }),
  z.strictObject({ type: z.literal('filter.remove'), filterId: id }),

  z.strictObject({ type: z.literal('queue.add'), queue: savedQueueSchema }),
  z.strictObject({
    type: z.literal('queue.edit'),
    queueId: id,
    changes: z.strictObject(savedQueueSchema.omit({ id: true }).partial().shape),
  }),
  z.strictObject({ type: z.literal('queue.remove'), queueId: id }),
  z.strictObject({
    type: z.literal('rules.change'),
    changes: z.strictObject(signOffRuleFields.partial().shape),
  }),

  /**
   * Every rating in use has to be mapped to one of the new scale, so that none is lost. `ratings` gives single
   * claims a rating of their own, after the mapping: what makes the change exactly reversible.
   */
  z.strictObject({
    type: z.literal('scale.change'),
    scale: ratingScaleSchema,
    mapping: z.record(z.string(), z.string()),
    ratings: z.record(z.string(), z.string()),
  }),
]);

export type SingleCommand = z.infer<typeof single>;

/** The command of a type. */
export type CommandOf<T extends SingleCommand['type']> = Extract<SingleCommand, { type: T }>;

/** Several changes that a person meant as one: applied whole or not at all, undone in one step. */
export interface BatchCommand {
  type: 'batch';
  commands: Command[];
}

/**
 * One change of a project: what a person meant, by ids and never by places in lists, so that it applies cleanly to
 * a project that moved on meanwhile, or is refused with a reason. The unit of undo, of the journal and of history.
 */
export type Command = SingleCommand | BatchCommand;

export const commandSchema: z.ZodType<Command> = z.lazy(() =>
  z.union([single, z.strictObject({ type: z.literal('batch'), commands: z.array(commandSchema).min(1) })]),
);

/** @throws UratoriError `command-invalid` (params `path` of what is wrong, such as `claim.anchors.0.quote`, and `detail`) */
export function parseCommand(value: unknown): Command {
  const result = commandSchema.safeParse(value);
  if (result.success) return result.data;
  const { path, message } = deepestIssue(result.error.issues);
  throw new UratoriError('command-invalid', { path: path.join('.') || 'command', detail: message });
}
