import type { StoryLinks } from '../../app/contract.ts';
import type { Overview } from '../../app/overview/overview.ts';
import { NOTHING, type Tally } from '../../app/overview/tally.ts';
import { WORK } from '../../app/overview/workload.ts';
import { REVIEW_STATES } from '../../app/review.ts';
import type { Translator } from '../i18n/translator.ts';
import type { Chart } from './chart.ts';

/** How far the stories of the dump are: one bar. */
export function progressChart({ reviews }: Overview, stories: number, { t }: Translator): Chart {
  const looked = reviews['in-progress'].count + reviews.reviewed.count + reviews['signed-off'].count;
  const tallies = { ...reviews, unread: { count: Math.max(0, stories - looked), stories: [] } };
  return {
    unit: 'stories',
    series: REVIEW_STATES.map((key) => ({ key, label: t(`review.${key}`), filter: {} })).reverse(),
    rows: REVIEW_STATES.map((state) => ({
      key: state,
      label: t(`review.${state}`),
      tallies: { [state]: tallies[state] },
      filter: { reviews: [state] },
    })).reverse(),
  };
}

/** What each person did: a table, since its columns add up to nothing. */
export function workloadChart({ people }: Overview, { t }: Translator): Chart {
  return {
    unit: 'stories',
    series: WORK.map((key) => ({ key, label: t(`overview.work.${key}`), filter: null })),
    rows: people.map(({ person, work }) => ({
      key: person,
      label: person === '' ? t('overview.nobody') : person,
      tallies: work,
      filter: null,
    })),
  };
}

export interface LinkRow {
  url: string;
  evidence: Tally;
  stories: Tally;
}

/** Addresses that evidence or annotated stories cite, the most cited first. */
export function linkRows({ links }: Overview, ofStories: StoryLinks | null, most: number): LinkRow[] {
  const rows = new Map<string, LinkRow>();
  for (const { url, evidence } of links) rows.set(url, { url, evidence, stories: NOTHING });
  for (const { url, stories } of ofStories?.links ?? [])
    rows.set(url, {
      url,
      evidence: rows.get(url)?.evidence ?? NOTHING,
      stories: { count: stories.length, stories },
    });
  const cited = ({ evidence, stories }: LinkRow) => evidence.count + stories.count;
  return [...rows.values()].sort((a, b) => cited(b) - cited(a)).slice(0, most);
}
