import fc from 'fast-check';
import type { Anchor } from '../../../app/anchor.ts';
import { apply } from '../../../app/apply.ts';
import type { Claim } from '../../../app/claim.ts';
import type { Command, SingleCommand } from '../../../app/commands.ts';
import type { Evidence } from '../../../app/evidence.ts';
import { keyBetween } from '../../../app/order-key.ts';
import { emptyProject, type Project } from '../../../app/project.ts';
import { EVERY_CLAIM, type Queue } from '../../../app/queue/queue.ts';
import { BUILT_IN_SCALES } from '../../../app/rating-scale.ts';
import { REVIEW_STATES } from '../../../app/review.ts';
import { fromPlainText } from '../../../app/rich-text.ts';
import { SEVERITIES, SIGN_OFF_RULES } from '../../../app/sign-off-rules.ts';
import type { StoryRef } from '../../../app/story.ts';
import { EVERY_STORY } from '../../../app/story-filter.ts';
import { TAG_COLOURS, type Tag } from '../../../app/tag.ts';
import { CHECKS } from '../../../app/translation/checks/finding.ts';
import { FIDELITIES } from '../../../app/translation/judgement.ts';

/**
 * What a random command is made of. Numbers choose among what the project holds at that moment (and now and then
 * what it does not), so that most commands apply and some are refused.
 */
export interface Intent {
  what: (typeof KINDS)[number];
  a: number;
  b: number;
  c: number;
  text: string;
  /** For a batch: what it holds. */
  parts: Intent[];
}

export const T0 = '2025-02-08T10:30:00.000Z';

const KINDS = [
  'project.rename',
  'dump.add',
  'dump.edit',
  'dump.remove',
  'story.add',
  'story.move',
  'story.remove',
  'claim.add',
  'claim.edit',
  'claim.remove',
  'verdict.give',
  'verdict.edit',
  'verdict.withdraw',
  'evidence.add',
  'evidence.edit',
  'evidence.remove',
  'tag.add',
  'tag.edit',
  'tag.remove',
  'tag.merge',
  'tag.split',
  'tagging.add',
  'tagging.edit',
  'tagging.remove',
  'note.add',
  'note.edit',
  'note.remove',
  'review.mark',
  'glossary.add',
  'glossary.edit',
  'glossary.remove',
  'finding.dismiss',
  'finding.restore',
  'check.switch',
  'difference.settle',
  'difference.reopen',
  'judgement.add',
  'judgement.edit',
  'judgement.remove',
  'alignment.set',
  'review.set',
  'storyNote.set',
  'filter.add',
  'filter.edit',
  'filter.remove',
  'queue.add',
  'queue.edit',
  'queue.remove',
  'suggestion.dismiss',
  'suggestion.restore',
  'suggestion.switchRule',
  'rules.change',
  'scale.change',
  'batch',
] as const satisfies Command['type'][];

const words = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    '裏取り',
    '円安👨‍👩‍👧',
    'ｶﾞｿﾘﾝ',
    'e\u0301',
    '\ud83d',
    '__proto__',
    'constructor',
    'Tag',
    'tag',
    '  ',
  ),
);

const plainIntent = fc.record({
  what: fc.constantFrom(...KINDS.filter((kind) => kind !== 'batch')),
  a: fc.nat(40),
  b: fc.nat(40),
  c: fc.nat(40),
  text: words,
  parts: fc.constant([] as Intent[]),
});
const batchIntent = fc.record({
  what: fc.constant('batch' as const),
  a: fc.nat(40),
  b: fc.nat(40),
  c: fc.nat(40),
  text: words,
  parts: fc.array(plainIntent, { minLength: 1, maxLength: 4 }),
});
/** Half of them make something, so that there is something to change. */
const making = plainIntent.map((intent) => ({
  ...intent,
  what: (
    [
      'dump.add',
      'story.add',
      'claim.add',
      'tag.add',
      'tagging.add',
      'note.add',
      'evidence.add',
      'glossary.add',
    ] as const
  )[intent.b % 8] as Intent['what'],
}));
export const intent: fc.Arbitrary<Intent> = fc.oneof(
  { weight: 5, arbitrary: making },
  { weight: 5, arbitrary: plainIntent },
  { weight: 1, arbitrary: batchIntent },
);
export const intents = (maxLength: number) => fc.array(intent, { maxLength, size: 'max' });

const SEED: Intent[] = (
  ['dump.add', 'story.add', 'story.add', 'tag.add', 'tag.add', 'claim.add'] as const
).map((what, n) => ({ what, a: n, b: 2 * n + 1, c: 2, text: `seed ${n}`, parts: [] }));

/** A project with a little of most things. */
export function startProject(): Project {
  return SEED.reduce(
    (project, intent) => apply(project, commandFor(project, intent)).project,
    emptyProject('project-1', 'Start', T0),
  );
}

export function commandFor(project: Project, { what, a, b, c, text, parts }: Intent): Command {
  const pick = (ids: Iterable<string>, n: number): string => {
    const list = [...ids].sort();
    return n % 37 === 36 || list.length === 0 ? `missing-${n}` : (list[n % list.length] as string);
  };
  const fresh = (prefix: string): string =>
    a % 5 === 4 ? `${prefix}-${text || 'x'}-${b}` : `${prefix}-${a * 41 + b}`;
  const dump = () => pick(project.dumps.keys(), a);
  const story = () => pick(project.stories.keys(), a);
  const claim = () => pick(project.claims.keys(), a);
  const tag = (n: number) => pick(project.tags.keys(), n);
  const rating = () =>
    c % 4 === 0 ? null : (project.scale.ratings[c % project.scale.ratings.length]?.id ?? 'none');
  const cited = (n: number): Evidence['story'] =>
    n % 2 ? null : { storyKey: pick(project.stories.keys(), n), anchor: anchor(n, text) };
  const made = { createdAt: T0, createdBy: text };
  const one = (command: SingleCommand): SingleCommand => command;
  switch (what) {
    case 'project.rename':
      return one({ type: what, title: text });
    case 'dump.add':
      return one({
        type: what,
        dump: {
          id: fresh('dump'),
          name: text || 'dump',
          path: `/dumps/${a}.txt`,
          relativePath: b % 2 ? null : `${b}.txt`,
          sha256: null,
          bytes: c,
          format: 'plain-text',
          encoding: 'utf-8',
          rule: b % 3 ? { kind: 'byline' } : null,
        },
      });
    case 'dump.edit':
      return one({
        type: what,
        dumpId: dump(),
        changes: b % 2 ? { path: text || 'p', bytes: c } : { sha256: 'a'.repeat(64) },
      });
    case 'dump.remove':
      return one({ type: what, dumpId: dump() });
    case 'story.add':
      return one({ type: what, story: storyRef(dump(), fresh('story'), c, text) });
    case 'story.move':
      return one({
        type: what,
        storyKey: story(),
        story: storyRef(
          pick(project.dumps.keys(), b),
          c % 3 ? fresh('story') : (project.stories.get(story())?.storyId ?? 'other'),
          c,
          text,
        ),
      });
    case 'story.remove':
      return one({ type: what, storyKey: story() });
    case 'claim.add':
      return one({
        type: what,
        claim: {
          id: fresh('claim'),
          storyKey: story(),
          anchors: [anchor(b, text), ...(c % 2 ? [anchor(c, `${text}!`)] : [])],
          wording: text,
          claimant: text,
          ratingId: rating(),
          verdicts: [],
          carriedFrom: c % 4 ? null : (pick(project.claims.keys(), b) ?? 'gone'),
          rationale: [{ kind: 'paragraph', children: [{ text, bold: true }] }],
          evidence:
            c % 5 === 0 ? [evidence(`evidence-${c}`, b, text), evidence(`evidence-${b}`, c, text)] : [],
          ...made,
        },
      });
    case 'claim.edit':
      return one({ type: what, claimId: claim(), changes: claimChanges(b, text, rating()) });
    case 'claim.remove':
      return one({ type: what, claimId: claim() });
    case 'verdict.give':
      return one({
        type: what,
        claimId: claim(),
        verdict: { id: fresh('verdict'), ratingId: rating(), by: c % 3 ? text : 'Mori', at: T0, why: text },
      });
    case 'verdict.edit':
      return one({
        type: what,
        claimId: claim(),
        verdictId: verdictOf(project, claim(), b),
        changes: c % 2 ? { why: text } : { by: text },
      });
    case 'verdict.withdraw':
      return one({ type: what, claimId: claim(), verdictId: verdictOf(project, claim(), c % 3 ? -1 : b) });
    case 'evidence.add':
      return one({
        type: what,
        claimId: claim(),
        evidence: { ...evidence(`evidence-${b}`, c, text), story: cited(b) },
        before: c % 2 ? null : entryOf(project, claim(), c),
      });
    case 'evidence.edit':
      return one({
        type: what,
        claimId: claim(),
        evidenceId: entryOf(project, claim(), b),
        changes: c % 3 ? { title: text, stance: 'refutes' } : { story: cited(c), reliability: text },
      });
    case 'evidence.remove':
      return one({ type: what, claimId: claim(), evidenceId: entryOf(project, claim(), b) });
    case 'tag.add':
      return one({
        type: what,
        tag: newTag(fresh('tag'), text, c, b % 2 ? null : tag(c)),
      });
    case 'tag.edit':
      return one({
        type: what,
        tagId: tag(a),
        changes: tagChanges(b, text, c % 3 ? tag(c) : null),
      });
    case 'tag.remove':
      return one({ type: what, tagId: tag(a) });
    case 'tag.merge':
      return one({ type: what, tagId: tag(a), into: tag(b) });
    case 'tag.split': {
      const uses = [...project.taggings.values()].filter(({ tagId }) => tagId === tag(a)).map(({ id }) => id);
      const taggingIds = [
        ...uses.sort().slice(0, b % 3),
        ...(c % 7 ? [] : [pick(project.taggings.keys(), b)]),
      ];
      return one({
        type: what,
        tagId: tag(a),
        tag: newTag(fresh('tag'), text, c, b % 2 ? null : tag(c)),
        taggingIds,
      });
    }
    case 'tagging.add':
      return one({
        type: what,
        tagging: {
          id: fresh('tagging'),
          tagId: tag(c),
          storyKey: story(),
          anchor: b % 3 ? anchor(b % 4, text) : null,
          memo: c % 2 ? text : '',
          ...made,
        },
      });
    case 'tagging.edit':
      return one({
        type: what,
        taggingId: pick(project.taggings.keys(), a),
        changes: b % 2 ? { tagId: tag(c), memo: text } : { anchor: c % 2 ? null : anchor(c, text) },
      });
    case 'tagging.remove':
      return one({ type: what, taggingId: pick(project.taggings.keys(), a) });
    case 'note.add':
      return one({
        type: what,
        note: {
          id: fresh('note'),
          storyKey: story(),
          kind: 'nuance',
          original: anchor(b, text),
          translation: c % 2 ? null : anchor(c, text),
          comment: [{ kind: 'list', ordered: false, items: [[{ text }]] }],
          suggestion: text,
          ...made,
        },
      });
    case 'note.edit':
      return one({
        type: what,
        noteId: pick(project.notes.keys(), a),
        changes:
          b % 2 ? { original: c % 2 ? null : anchor(c, text) } : { suggestion: text, kind: 'omission' },
      });
    case 'note.remove':
      return one({ type: what, noteId: pick(project.notes.keys(), a) });
    case 'glossary.add':
      return one({
        type: what,
        entry: {
          id: fresh('entry'),
          source: text.trim() || 'source',
          sourceLang: b % 3 ? 'en' : 'ja',
          target: text.trim() || 'target',
          targetLang: 'ja',
          variants: c % 2 ? [text.trim() || 'variant'] : [],
          note: text,
        },
      });
    case 'glossary.edit':
      return one({
        type: what,
        entryId: pick(project.glossary.keys(), a),
        changes: b % 2 ? { source: text.trim() || 'source' } : { variants: [], note: text },
      });
    case 'glossary.remove':
      return one({ type: what, entryId: pick(project.glossary.keys(), a) });
    case 'finding.dismiss':
      return one({
        type: what,
        finding: { id: fresh('finding'), check: 'numbers', dismissedAt: T0, dismissedBy: text },
      });
    case 'check.switch':
      return one({ type: what, check: CHECKS[c % CHECKS.length] as 'numbers', on: b % 2 === 0 });
    case 'difference.settle':
      return one({ type: what, difference: { id: fresh('difference'), at: T0, by: text } });
    case 'difference.reopen':
      return one({ type: what, differenceId: pick(project.settledDifferences.keys(), a) });
    case 'finding.restore':
      return one({ type: what, findingId: pick(project.dismissedFindings.keys(), a) });
    case 'judgement.add':
      return one({
        type: what,
        judgement: {
          id: fresh('judgement'),
          storyKey: story(),
          original: c % 3 ? anchor(b, text) : null,
          translation: anchor(c, text),
          fidelity: FIDELITIES[c % FIDELITIES.length] as 'faithful',
          comment: text,
          by: text,
          at: T0,
        },
      });
    case 'judgement.edit':
      return one({
        type: what,
        judgementId: pick(project.judgements.keys(), a),
        changes:
          b % 2
            ? { fidelity: 'wrong', comment: text }
            : { original: null, translation: c % 3 ? anchor(c, text) : null },
      });
    case 'judgement.remove':
      return one({ type: what, judgementId: pick(project.judgements.keys(), a) });
    case 'alignment.set': {
      const key = story();
      const { start, end, quote } = anchor(b, text);
      const pairs = [{ original: [{ start, end, quote }], translation: [] }];
      return one({
        type: what,
        storyKey: key,
        alignment: b % 3 ? { storyKey: b % 7 ? key : 'another', pairs, by: text, at: T0 } : null,
      });
    }
    case 'review.set': {
      const key = story();
      const state = REVIEW_STATES[c % REVIEW_STATES.length] as 'unread';
      return one({
        type: what,
        storyKey: key,
        review:
          b % 3 ? { storyKey: b % 7 ? key : 'another', state, by: text, at: T0, why: '', past: [] } : null,
      });
    }
    case 'storyNote.set': {
      const key = story();
      const note = { storyKey: b % 7 ? key : 'another', words: fromPlainText(text), by: text, at: T0 };
      return one({ type: what, storyKey: key, note: b % 3 ? note : null });
    }
    case 'suggestion.dismiss': {
      const dismissal = { id: fresh('dismissal'), anchor: anchor(b, text), at: T0, by: text };
      return one({ type: what, storyKey: story(), dismissal });
    }
    case 'suggestion.restore': {
      const key = pick(project.dismissedSuggestions.keys(), a);
      const ids = project.dismissedSuggestions.get(key)?.sentences.map(({ id }) => id) ?? [];
      return one({ type: what, storyKey: key, dismissalId: pick(ids, b) });
    }
    case 'suggestion.switchRule':
      return one({ type: what, ruleId: `rule-${b % 4}`, on: c % 2 === 0 });
    case 'filter.add':
      return one({
        type: what,
        filter: { id: fresh('filter'), name: text.trim() || 'filter', ...keptFilter(c, text) },
      });
    case 'filter.edit': {
      const filterId = pick(project.filters.keys(), a);
      return one({
        type: what,
        filterId,
        changes: b % 2 ? { name: text.trim() || 'filter' } : keptFilter(c, text),
      });
    }
    case 'filter.remove':
      return one({ type: what, filterId: pick(project.filters.keys(), a) });
    case 'queue.add':
      return one({
        type: what,
        queue: { id: fresh('queue'), name: text.trim() || 'queue', queue: queue(c, text) },
      });
    case 'queue.edit': {
      const queueId = pick(project.queues.keys(), a);
      return one({
        type: what,
        queueId,
        changes: b % 2 ? { name: text.trim() || 'q' } : { queue: queue(c, text) },
      });
    }
    case 'queue.remove':
      return one({ type: what, queueId: pick(project.queues.keys(), a) });
    case 'review.mark':
      return one({
        type: what,
        storyKey: story(),
        state: REVIEW_STATES[c % REVIEW_STATES.length] as 'unread',
        by: b % 3 ? text : 'Mori',
        at: T0,
        why: text,
      });
    case 'rules.change': {
      const rule = SIGN_OFF_RULES[a % SIGN_OFF_RULES.length] as 'evidence';
      return one({ type: what, changes: { [rule]: SEVERITIES[b % SEVERITIES.length] as 'off' } });
    }
    case 'scale.change': {
      const scale = BUILT_IN_SCALES[a % BUILT_IN_SCALES.length] as (typeof BUILT_IN_SCALES)[number];
      const used = project.scale.ratings.slice(b % 5 === 0 ? 1 : 0);
      const target = (n: number) => scale.ratings[n % scale.ratings.length]?.id ?? 'none';
      return one({
        type: what,
        scale,
        mapping: Object.fromEntries(used.map((old, place) => [old.id, target(place + b)])),
        ratings: c % 2 ? { [claim()]: target(c) } : {},
      });
    }
    case 'batch':
      return { type: what, commands: parts.map((part) => commandFor(project, part)) };
  }
}

function storyRef(dumpId: string, storyId: string, ordinal: number, lead: string): StoryRef {
  return {
    dumpId,
    storyId,
    ordinal,
    byteStart: 0,
    byteEnd: 10,
    source: ordinal % 2 ? { name: lead, handle: null } : null,
    publishedAt: '2025-02-08',
    lang: 'ja',
    lead,
  };
}

function anchor(n: number, text: string): Anchor {
  const quote = text || 'quote';
  return { segment: 0, start: n, end: n + quote.length, quote, prefix: 'p', suffix: '' };
}

function evidence(id: string, n: number, title: string): Evidence {
  return {
    id,
    stance: n % 2 ? 'supports' : 'context',
    title,
    url: n % 3 ? 'https://example.org/a' : '',
    archiveUrl: '',
    publisher: title,
    publishedAt: '2025',
    quote: title,
    capturedAt: '',
    reliability: '',
    story: null,
    file: null,
    addedAt: T0,
  };
}

function newTag(id: string, text: string, n: number, parentId: string | null): Tag {
  return {
    id,
    name: text.trim() || 'tag',
    colour: TAG_COLOURS[n % TAG_COLOURS.length] as 'blue',
    parentId,
    description: text,
    examples: n % 3 ? [] : [text],
    shortcut: n % 5 ? '' : 'q',
    order: n % 2 ? '' : keyBetween(null, null),
  };
}

function tagChanges(n: number, text: string, parentId: string | null): Partial<Tag> {
  switch (n % 4) {
    case 0:
      return { parentId };
    case 1:
      return { name: text.trim() || 'tag' };
    case 2:
      return { examples: [text], shortcut: n % 8 ? 'y' : '' };
    default:
      return { parentId, order: keyBetween('i', null) };
  }
}

function keptFilter(n: number, text: string) {
  const { sources: _, ...all } = EVERY_STORY;
  const filter = { ...all, sources: n % 2 ? [{ name: text, handle: null }, null] : [], query: text };
  return { filter, sort: { by: 'date' as const, descending: n % 3 === 0 } };
}

function queue(n: number, words: string): Queue {
  return { ...EVERY_CLAIM, of: n % 2 ? 'claims' : 'stories', words, figures: n % 3 === 0, ratings: ['none'] };
}

function claimChanges(n: number, text: string, ratingId: string | null): Partial<Claim> {
  switch (n % 4) {
    case 0:
      return { wording: text, claimant: text };
    case 1:
      return { ratingId };
    case 2:
      return { anchors: [anchor(n, text)] };
    default:
      return { rationale: [], wording: text };
  }
}

function entryOf(project: Project, claimId: string, n: number): string {
  const entries = project.claims.get(claimId)?.evidence ?? [];
  return entries[n % (entries.length || 1)]?.id ?? 'missing';
}

function verdictOf(project: Project, claimId: string, n: number): string {
  const verdicts = project.claims.get(claimId)?.verdicts ?? [];
  return verdicts.at(n < 0 ? n : n % (verdicts.length || 1))?.id ?? 'missing';
}
