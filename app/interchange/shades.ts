import type { TagColour } from '../tag.ts';

/** Colours of tags for tools that paint the ground behind black words; after Okabe and Ito, made lighter. */
export const TAG_SHADES: Readonly<Record<TagColour, string>> = {
  blue: '#9ecbe8',
  orange: '#f2c77a',
  green: '#8fd6bd',
  pink: '#e6b3cf',
  sky: '#bfe3f7',
  red: '#f0b08a',
  yellow: '#f5ec9a',
  grey: '#cfcfcf',
};
