import type { TagColour } from '../../app/tag.ts';
import type { MessageKey } from '../i18n/messages.ts';

export const COLOUR_LABELS: Record<TagColour, MessageKey> = {
  blue: 'tag.colour.blue',
  orange: 'tag.colour.orange',
  green: 'tag.colour.green',
  pink: 'tag.colour.pink',
  sky: 'tag.colour.sky',
  red: 'tag.colour.red',
  yellow: 'tag.colour.yellow',
  grey: 'tag.colour.grey',
};
