import type { MessageKey } from '../i18n/messages.ts';
import type { ActionId } from '../keys/actions.ts';

/** One stop of the tour: what it points at, and the keys that it tells of. */
export interface TourStep {
  /** Finds the thing on the screen. */
  target: string;
  title: MessageKey;
  text: MessageKey;
  keys: readonly ActionId[];
}

export const TOUR: readonly TourStep[] = [
  {
    target: '#stories',
    title: 'tour.stories',
    text: 'tour.stories-text',
    keys: ['next-story', 'previous-story'],
  },
  {
    target: '#reading',
    title: 'tour.reading',
    text: 'tour.reading-text',
    keys: ['next-sentence', 'extend-word'],
  },
  { target: '#inspector', title: 'tour.claims', text: 'tour.claims-text', keys: ['claim'] },
  {
    target: '#inspector',
    title: 'tour.verdict',
    text: 'tour.verdict-text',
    keys: ['verified', 'disputed', 'evidence'],
  },
  { target: '#reading', title: 'tour.margin', text: 'tour.margin-text', keys: ['tag', 'note'] },
  {
    target: '.stories-pane .search',
    title: 'tour.search',
    text: 'tour.search-text',
    keys: ['find', 'filters'],
  },
  {
    target: '.toolbar',
    title: 'tour.overview',
    text: 'tour.overview-text',
    keys: ['overview', 'project-history', 'export'],
  },
  {
    target: '.status-bar',
    title: 'tour.help',
    text: 'tour.help-text',
    keys: ['command-palette', 'keys', 'guide'],
  },
];
