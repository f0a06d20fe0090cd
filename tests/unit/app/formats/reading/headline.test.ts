import { describe, expect, it } from 'vitest';
import { isSameHeadline } from '../../../../../app/formats/reading/headline.ts';

describe('a heading says what a headline says', () => {
  it.each([
    ['Ferries stop', 'Ferries stop'],
    ['霧', '霧｜港新聞'],
    ['Fog', 'Fog | Minato News'],
    ['Ferries stop for a day as fog comes', 'Ferries stop for a day'],
    ['Ferries stop', 'Minato: Ferries stop'],
  ])('%s: %s', (heading, headline) => {
    expect(isSameHeadline(heading, headline)).toBe(true);
    expect(isSameHeadline(headline, heading)).toBe(true);
  });

  it.each([
    ['', 'Fog'],
    ['Fog', 'Fog in the harbour'],
    ['News', 'All the News that is fit to print'],
    ['Ships', 'Crews'],
  ])('but not %s: %s', (heading, headline) => {
    expect(isSameHeadline(heading, headline)).toBe(false);
  });
});
