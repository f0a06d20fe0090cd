import type { Command, SingleCommand } from '../../app/commands.ts';
import type { GlossaryEntry } from '../../app/glossary/entry.ts';
import type { Project } from '../../app/project.ts';
import { findRating } from '../../app/rating-scale.ts';
import { plainText } from '../../app/rich-text.ts';
import type { Locale } from '../../app/settings.ts';
import type { StoryKey } from '../../app/story.ts';
import type { Judgement } from '../../app/translation/judgement.ts';
import { MESSAGES, type MessageKey } from '../i18n/messages.ts';
import { ruleNames } from '../suggestions/rule-names.ts';

/** One thing that was done, as history shows it. */
export interface ChangeLine {
  what: MessageKey;
  /** The words it was done to, or what they became; cut to a line by the style sheet. */
  detail: Record<Locale, string>;
  /** The stories it touched; `all` for what changes every one. */
  stories: readonly StoryKey[] | 'all';
}

/**
 * What a command did, in words for people. It is looked up in the projects around the command, the newest first,
 * since what it removed is only in the older one. What the program does by itself, such as keeping a dump's address
 * up to date, is nobody's change and gives no line.
 */
export function changeLines(command: Command, projects: readonly Project[]): ChangeLine[] {
  if (command.type === 'batch') return command.commands.flatMap((each) => changeLines(each, projects));
  const find = <T>(look: (project: Project) => T | undefined): T | undefined => {
    for (const project of projects) {
      const found = look(project);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const line = (
    what: MessageKey,
    text: string | Record<Locale, string>,
    key: StoryKey | undefined,
    all?: 'all',
  ): ChangeLine[] => [
    {
      what,
      detail: typeof text === 'string' ? { en: text, ja: text } : text,
      stories: all ?? (key ? [key] : []),
    },
  ];
  const claimOf = (id: string) => find((project) => project.claims.get(id));
  const noteOf = (id: string) => find((project) => project.notes.get(id));
  const taggingOf = (id: string) => find((project) => project.taggings.get(id));
  const tagName = (id: string | undefined) => find((project) => project.tags.get(id ?? ''))?.name ?? '';
  const usersOf = (tagId: string): StoryKey[] => [
    ...new Set(
      projects.flatMap((project) =>
        project.taggings
          .valueSeq()
          .filter((tagging) => tagging.tagId === tagId)
          .map((tagging) => tagging.storyKey)
          .toArray(),
      ),
    ),
  ];

  switch (command.type) {
    case 'claim.add':
      return line('history.claim.add', command.claim.wording, command.claim.storyKey);
    case 'claim.remove': {
      const claim = claimOf(command.claimId);
      return line('history.claim.remove', claim?.wording ?? '', claim?.storyKey);
    }
    case 'claim.edit': {
      const claim = claimOf(command.claimId);
      const { ratingId, wording, claimant } = command.changes;
      if (ratingId !== undefined) {
        const rating = find((project) => findRating(project.scale, ratingId) ?? undefined);
        return line(
          ratingId === null ? 'history.claim.unrate' : 'history.claim.rate',
          rating?.label ?? '',
          claim?.storyKey,
        );
      }
      if (wording !== undefined) return line('history.claim.wording', wording, claim?.storyKey);
      if (claimant !== undefined) return line('history.claim.claimant', claimant, claim?.storyKey);
      if (command.changes.rationale)
        return line('history.claim.rationale', claim?.wording ?? '', claim?.storyKey);
      return line('history.claim.anchors', claim?.wording ?? '', claim?.storyKey);
    }
    case 'verdict.give': {
      const claim = claimOf(command.claimId);
      const { ratingId } = command.verdict;
      const rating = find((project) => findRating(project.scale, ratingId) ?? undefined);
      const what = ratingId === null ? 'history.claim.unrate' : 'history.claim.rate';
      return line(what, rating?.label ?? '', claim?.storyKey);
    }
    case 'verdict.withdraw':
    case 'verdict.edit': {
      const claim = claimOf(command.claimId);
      const what = command.type === 'verdict.edit' ? 'history.verdict.edit' : 'history.verdict.withdraw';
      return line(what, claim?.wording ?? '', claim?.storyKey);
    }
    case 'evidence.add':
    case 'evidence.edit':
    case 'evidence.remove': {
      const claim = claimOf(command.claimId);
      return line(EVIDENCE[command.type], claim?.wording ?? '', claim?.storyKey);
    }
    case 'tag.add':
      return line('history.tag.add', command.tag.name, undefined);
    case 'tag.edit':
      return [
        { ...line('history.tag.edit', tagName(command.tagId), '')[0], stories: usersOf(command.tagId) },
      ] as ChangeLine[];
    case 'tag.remove':
      return [
        { ...line('history.tag.remove', tagName(command.tagId), '')[0], stories: usersOf(command.tagId) },
      ] as ChangeLine[];
    case 'tag.merge':
      return [
        {
          ...line('history.tag.merge', `${tagName(command.tagId)} → ${tagName(command.into)}`, '')[0],
          stories: usersOf(command.tagId),
        },
      ] as ChangeLine[];
    case 'tag.split':
      return [
        {
          ...line('history.tag.split', `${tagName(command.tagId)} → ${command.tag.name}`, '')[0],
          stories: usersOf(command.tag.id),
        },
      ] as ChangeLine[];
    case 'tagging.add':
      return line('history.tagging.add', tagName(command.tagging.tagId), command.tagging.storyKey);
    case 'tagging.edit':
    case 'tagging.remove': {
      const tagging = taggingOf(command.taggingId);
      const name = tagName(tagging?.tagId);
      const what = command.type === 'tagging.edit' ? 'history.tagging.edit' : 'history.tagging.remove';
      return line(what, name, tagging?.storyKey);
    }
    case 'note.add':
      return line('history.note.add', quoteOf(command.note), command.note.storyKey);
    case 'note.edit':
    case 'note.remove': {
      const note = noteOf(command.noteId);
      const what = command.type === 'note.edit' ? 'history.note.edit' : 'history.note.remove';
      return line(what, note ? quoteOf(note) : '', note?.storyKey);
    }
    case 'glossary.add':
      return line('history.glossary.add', wordingOf(command.entry), undefined, 'all');
    case 'glossary.edit':
    case 'glossary.remove': {
      const entry = find((project) => project.glossary.get(command.entryId));
      const what = command.type === 'glossary.edit' ? 'history.glossary.edit' : 'history.glossary.remove';
      return line(what, entry ? wordingOf(entry) : '', undefined, 'all');
    }
    case 'finding.dismiss':
    case 'finding.restore':
    case 'check.switch':
      return line(FINDINGS[command.type], '', undefined, 'all');
    case 'judgement.add':
      return line('history.judgement.add', fidelityOf(command.judgement), command.judgement.storyKey);
    case 'judgement.edit':
    case 'judgement.remove': {
      const judgement = find((project) => project.judgements.get(command.judgementId));
      const what = command.type === 'judgement.edit' ? 'history.judgement.edit' : 'history.judgement.remove';
      return line(what, judgement ? fidelityOf(judgement) : '', judgement?.storyKey);
    }
    case 'alignment.set':
      return line(
        command.alignment ? 'history.alignment.set' : 'history.alignment.reset',
        '',
        command.storyKey,
      );
    case 'review.set':
      return line(REVIEWS[command.review?.state ?? 'unread'], '', command.storyKey);
    case 'storyNote.set':
      return line(
        command.note ? 'history.storyNote.set' : 'history.storyNote.remove',
        plainText(command.note?.words ?? []),
        command.storyKey,
      );
    case 'review.mark':
      return line(REVIEWS[command.state], command.why, command.storyKey);
    case 'suggestion.dismiss':
      return line('history.suggestion.dismiss', command.dismissal.anchor.quote, command.storyKey);
    case 'suggestion.restore': {
      const { storyKey, dismissalId } = command;
      const dismissal = find((project) =>
        project.dismissedSuggestions.get(storyKey)?.sentences.find(({ id }) => id === dismissalId),
      );
      return line('history.suggestion.restore', dismissal?.anchor.quote ?? '', storyKey);
    }
    case 'suggestion.switchRule':
      return [
        {
          what: command.on ? 'history.suggestion.ruleOn' : 'history.suggestion.ruleOff',
          detail: ruleNames(command.ruleId),
          stories: 'all',
        },
      ];
    case 'rules.change':
      return [{ what: 'history.rules', detail: { en: '', ja: '' }, stories: 'all' }];
    case 'scale.change':
      return [{ what: 'history.scale', detail: command.scale.name, stories: 'all' }];
    case 'project.rename':
      return line('history.project.rename', command.title, undefined);
    case 'dump.add':
      return line('history.dump.add', command.dump.name, undefined);
    case 'dump.remove':
      return line(
        'history.dump.remove',
        find((project) => project.dumps.get(command.dumpId))?.name ?? '',
        undefined,
      );
    case 'difference.settle':
    case 'difference.reopen':
    case 'dump.edit':
    case 'story.add':
    case 'story.move':
    case 'story.remove':
    case 'filter.add':
    case 'filter.edit':
    case 'filter.remove':
    case 'queue.add':
    case 'queue.edit':
    case 'queue.remove':
      return [];
    default:
      return assertNever(command);
  }
}

const EVIDENCE = {
  'evidence.add': 'history.evidence.add',
  'evidence.edit': 'history.evidence.edit',
  'evidence.remove': 'history.evidence.remove',
} as const;

const FINDINGS = {
  'finding.dismiss': 'history.finding.dismiss',
  'finding.restore': 'history.finding.restore',
  'check.switch': 'history.check.switch',
} as const;

const REVIEWS = {
  unread: 'history.review.unread',
  'in-progress': 'history.review.in-progress',
  reviewed: 'history.review.reviewed',
  'signed-off': 'history.review.signed-off',
} as const;

function fidelityOf({ fidelity, original, translation }: Judgement): Record<Locale, string> {
  const quote = (original ?? translation)?.quote ?? '';
  const words = (locale: Locale) => `${MESSAGES[locale][`fidelity.${fidelity}`]} · ${quote}`;
  return { en: words('en'), ja: words('ja') };
}

function quoteOf(note: Extract<SingleCommand, { type: 'note.add' }>['note']): string {
  return (note.original ?? note.translation)?.quote ?? '';
}

function wordingOf({ source, target }: GlossaryEntry): string {
  return `${source} → ${target}`;
}

function assertNever(value: never): never {
  throw new Error(`not a command: ${JSON.stringify(value)}`);
}
