import type { MessageKey } from '../i18n/messages.ts';

/** Where an action's keys work: anywhere, or only while nothing is being typed. */
type Scope = 'anywhere' | 'not-typing';

export interface ActionDefinition {
  /** Keys as `KeyboardEvent.key` with `Mod+` (Ctrl, or Cmd on a Mac), `Alt+`, `Shift+` before it. Letters are lower case. */
  keys: readonly string[];
  scope: Scope;
  group: 'stories' | 'reading' | 'annotate' | 'verdict' | 'project' | 'view';
  label: MessageKey;
}

const define = <T extends Record<string, ActionDefinition>>(actions: T): T => actions;
const action = (
  group: ActionDefinition['group'],
  label: MessageKey,
  keys: string[],
  scope: Scope = 'not-typing',
): ActionDefinition => ({
  group,
  label,
  keys,
  scope,
});

/** Everything a person can do by key, menu or palette. The order is that of the key sheet. */
export const ACTIONS = define({
  'next-story': action('stories', 'action.next-story', ['j']),
  'previous-story': action('stories', 'action.previous-story', ['k']),
  'first-story': action('stories', 'action.first-story', ['g']),
  'last-story': action('stories', 'action.last-story', ['Shift+g']),
  'next-unread': action('stories', 'action.next-unread', ['u']),
  back: action('stories', 'action.back', ['b']),
  'next-in-queue': action('stories', 'action.next-in-queue', ['.']),
  'previous-in-queue': action('stories', 'action.previous-in-queue', [',']),
  'leave-queue': action('stories', 'action.leave-queue', ['Shift+q']),
  find: action('stories', 'action.find', ['/', 'Mod+f'], 'not-typing'),
  sort: action('stories', 'action.sort', ['s']),
  'saved-filters': action('stories', 'action.saved-filters', ['Shift+f']),
  'choose-story': action('stories', 'action.choose-story', ['Shift+s']),
  bulk: action('stories', 'action.bulk', ['Shift+b']),
  filters: action('stories', 'action.filters', ['f']),
  timeline: action('stories', 'action.timeline', ['h']),

  'next-annotation': action('reading', 'action.next-annotation', ['n']),
  'previous-annotation': action('reading', 'action.previous-annotation', ['p']),
  'next-suggestion': action('reading', 'action.next-suggestion', ['Shift+n']),
  'previous-suggestion': action('reading', 'action.previous-suggestion', ['Shift+p']),
  'next-word': action('reading', 'action.next-word', ['ArrowRight']),
  'previous-word': action('reading', 'action.previous-word', ['ArrowLeft']),
  'extend-word': action('reading', 'action.extend-word', ['Shift+ArrowRight']),
  'shrink-word': action('reading', 'action.shrink-word', ['Shift+ArrowLeft']),
  'next-sentence': action('reading', 'action.next-sentence', ['ArrowDown']),
  'previous-sentence': action('reading', 'action.previous-sentence', ['ArrowUp']),
  'extend-sentence': action('reading', 'action.extend-sentence', ['Shift+ArrowDown']),
  'shrink-sentence': action('reading', 'action.shrink-sentence', ['Shift+ArrowUp']),
  'next-hit': action('reading', 'action.next-hit', ['Enter']),
  'previous-hit': action('reading', 'action.previous-hit', ['Shift+Enter']),
  similar: action('reading', 'action.similar', ['Shift+d']),
  'clear-selection': action('reading', 'action.clear-selection', ['Escape']),

  'next-pair': action('reading', 'action.next-pair', [']']),
  'previous-pair': action('reading', 'action.previous-pair', ['[']),
  'cut-beside': action('reading', 'action.cut-beside', []),

  claim: action('annotate', 'action.claim', ['c']),
  tag: action('annotate', 'action.tag', ['t']),
  note: action('annotate', 'action.note', ['m']),
  evidence: action('annotate', 'action.evidence', ['e']),
  'story-note': action('annotate', 'action.story-note', ['Shift+m']),
  'quote-evidence': action('annotate', 'action.quote-evidence', ['Shift+e']),
  'accept-suggestion': action('annotate', 'action.accept-suggestion', ['y']),
  'edit-suggestion': action('annotate', 'action.edit-suggestion', ['Shift+y']),
  'dismiss-suggestion': action('annotate', 'action.dismiss-suggestion', ['z']),
  'add-span': action('annotate', 'action.add-span', ['a']),
  'resize-span': action('annotate', 'action.resize-span', ['r']),
  'link-counterpart': action('annotate', 'action.link-counterpart', ['l']),
  'next-finding': action('annotate', 'action.next-finding', [';']),
  'previous-finding': action('annotate', 'action.previous-finding', [':']),
  'note-finding': action('annotate', 'action.note-finding', ['Shift+k']),
  'dismiss-finding': action('annotate', 'action.dismiss-finding', ['Shift+z']),
  'fidelity-faithful': action('annotate', 'action.fidelity-faithful', ['Shift+o']),
  'fidelity-partial': action('annotate', 'action.fidelity-partial', ['Shift+i']),
  'fidelity-wrong': action('annotate', 'action.fidelity-wrong', ['Shift+w']),
  'fidelity-missing': action('annotate', 'action.fidelity-missing', ['Shift+l']),
  'fidelity-added': action('annotate', 'action.fidelity-added', ['Shift+a']),
  'join-pair': action('annotate', 'action.join-pair', ['Shift+j']),
  'split-pair': action('annotate', 'action.split-pair', ['Shift+u']),
  'translation-up': action('annotate', 'action.translation-up', ['Alt+ArrowUp']),
  'translation-down': action('annotate', 'action.translation-down', ['Alt+ArrowDown']),
  'original-up': action('annotate', 'action.original-up', ['Alt+Shift+ArrowUp']),
  'original-down': action('annotate', 'action.original-down', ['Alt+Shift+ArrowDown']),
  'reset-pairs': action('annotate', 'action.reset-pairs', []),
  edit: action('annotate', 'action.edit', ['i']),
  remove: action('annotate', 'action.remove', ['Delete', 'Backspace']),

  verified: action('verdict', 'action.verified', ['v']),
  disputed: action('verdict', 'action.disputed', ['d']),
  'rating-1': action('verdict', 'action.rating', ['1']),
  'rating-2': action('verdict', 'action.rating', ['2']),
  'rating-3': action('verdict', 'action.rating', ['3']),
  'rating-4': action('verdict', 'action.rating', ['4']),
  'rating-5': action('verdict', 'action.rating', ['5']),
  'rating-6': action('verdict', 'action.rating', ['6']),
  'rating-7': action('verdict', 'action.rating', ['7']),
  'rating-8': action('verdict', 'action.rating', ['8']),
  'rating-9': action('verdict', 'action.rating', ['9']),
  'no-rating': action('verdict', 'action.no-rating', ['0']),
  carry: action('verdict', 'action.carry', ['Shift+c']),
  'review-unread': action('verdict', 'action.review-unread', []),
  'review-in-progress': action('verdict', 'action.review-in-progress', ['w']),
  'review-reviewed': action('verdict', 'action.review-reviewed', ['x']),
  'review-signed-off': action('verdict', 'action.review-signed-off', ['Shift+x']),

  undo: action('project', 'action.undo', ['Mod+z']),
  redo: action('project', 'action.redo', ['Mod+Shift+z', 'Mod+y']),
  'open-dump': action('project', 'action.open-dump', ['Mod+o'], 'anywhere'),
  'open-folder': action('project', 'action.open-folder', []),
  'open-project': action('project', 'action.open-project', ['Mod+Shift+o'], 'anywhere'),
  'new-project': action('project', 'action.new-project', []),
  'save-as': action('project', 'action.save-as', ['Mod+Shift+s', 'Mod+s'], 'anywhere'),
  'close-project': action('project', 'action.close-project', []),
  export: action('project', 'action.export', ['Mod+e'], 'anywhere'),
  'make-bundle': action('project', 'action.make-bundle', []),
  'verify-bundle': action('project', 'action.verify-bundle', []),
  import: action('project', 'action.import', []),
  'project-history': action('project', 'action.project-history', ['Shift+h']),
  'compare-projects': action('project', 'action.compare-projects', []),
  'merge-project': action('project', 'action.merge-project', []),
  agreement: action('project', 'action.agreement', []),
  'read-dump-anew': action('project', 'action.read-dump-anew', []),
  problems: action('project', 'action.problems', []),
  'cancel-indexing': action('project', 'action.cancel-indexing', []),
  'resume-indexing': action('project', 'action.resume-indexing', []),

  'command-palette': action('view', 'action.command-palette', ['Mod+k'], 'anywhere'),
  keys: action('view', 'action.keys', ['?']),
  guide: action('view', 'action.guide', ['F1'], 'anywhere'),
  licences: action('view', 'action.licences', []),
  tour: action('view', 'action.tour', []),
  overview: action('view', 'action.overview', ['o']),
  queues: action('view', 'action.queues', ['q']),
  codebook: action('view', 'action.codebook', ['Shift+t']),
  'vertical-writing': action('view', 'action.vertical-writing', ['Shift+v']),
  glossary: action('view', 'action.glossary', ['Mod+g']),
  settings: action('view', 'action.settings', ['Mod+,'], 'anywhere'),
  'tab-claims': action('view', 'action.tab-claims', ['Alt+1'], 'anywhere'),
  'tab-tags': action('view', 'action.tab-tags', ['Alt+2'], 'anywhere'),
  'tab-translation': action('view', 'action.tab-translation', ['Alt+3'], 'anywhere'),
  'tab-evidence': action('view', 'action.tab-evidence', ['Alt+4'], 'anywhere'),
  'tab-history': action('view', 'action.tab-history', ['Alt+5'], 'anywhere'),
  'focus-stories': action('view', 'action.focus-stories', ['F6'], 'anywhere'),
});

export type ActionId = keyof typeof ACTIONS;
export const ACTION_IDS = Object.keys(ACTIONS) as ActionId[];

export function isActionId(value: string): value is ActionId {
  return Object.hasOwn(ACTIONS, value);
}
