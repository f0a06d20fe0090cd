import type { Overview } from '../../app/overview/overview.ts';
import { NOTHING } from '../../app/overview/tally.ts';
import { claimsIn, STANDINGS, type Verdicts } from '../../app/overview/verdicts.ts';
import type { Project } from '../../app/project.ts';
import type { Translator } from '../i18n/translator.ts';
import { bucketsOf } from '../timeline/buckets.ts';
import { bucketName } from '../timeline/day-names.ts';
import type { Chart, Series } from './chart.ts';

/** Columns that days are drawn as at most; beyond that a column is a week, a month, … */
const MOST_COLUMNS = 45;

/** What claims come to. Its stories are named one by one, since a filter knows ratings and not outcomes. */
function standings({ t }: Translator): Series[] {
  return STANDINGS.map((key) => ({ key, label: t(`outcome.${key}`), filter: null }));
}

/** One bar a rating of the scale, in its order, and one for claims without. */
export function ratingChart(overview: Overview, project: Project, translator: Translator): Chart {
  const ratings = [
    ...project.scale.ratings.map(({ id, label, outcome }) => ({
      id,
      label: label[translator.locale],
      outcome,
    })),
    { id: 'none', label: translator.t('rating.none'), outcome: 'unrated' },
  ];
  return {
    unit: 'claims',
    series: STANDINGS.map((key) => ({ key, label: translator.t(`outcome.${key}`), filter: {} })),
    rows: ratings.map(({ id, label, outcome }) => ({
      key: id,
      label,
      tallies: { [outcome]: overview.ratings.get(id) ?? NOTHING },
      filter: { ratings: [id] },
    })),
  };
}

export function sourceChart({ sources }: Overview, translator: Translator): Chart {
  return {
    unit: 'claims',
    series: standings(translator),
    rows: sources.map(({ source, verdicts }) => ({
      key: JSON.stringify(source),
      label: source === null ? translator.t('story.no-source') : source.name,
      tallies: verdicts,
      filter: null,
    })),
  };
}

export function tagChart({ tags }: Overview, project: Project, translator: Translator): Chart {
  return {
    unit: 'claims',
    series: standings(translator),
    rows: tags.map(({ tagId, verdicts }) => ({
      key: tagId,
      label: project.tags.get(tagId)?.name ?? '',
      tallies: verdicts,
      filter: null,
    })),
  };
}

/** By day, or by longer spans where there are too many days; what has no date comes last. */
export function dayChart({ days }: Overview, translator: Translator): Chart {
  const dated = days.flatMap(({ day, verdicts }) => (day === null ? [] : [{ day, verdicts }]));
  const { unit, buckets } = bucketsOf(
    dated.map(({ day, verdicts }) => [day, claimsIn(verdicts)] as const),
    MOST_COLUMNS,
  );
  const rows = buckets.map((bucket) => ({
    key: String(bucket.from),
    label: bucketName(translator.locale, bucket, unit),
    tallies: together(
      dated.flatMap(({ day, verdicts }) => (day >= bucket.from && day <= bucket.to ? [verdicts] : [])),
    ),
    filter: null,
  }));
  const undated = days.find(({ day }) => day === null);
  return {
    unit: 'claims',
    series: standings(translator),
    rows: undated
      ? [
          ...rows,
          { key: 'none', label: translator.t('overview.undated'), tallies: undated.verdicts, filter: null },
        ]
      : rows,
  };
}

/** The verdicts of several groups that share no story. */
function together(groups: readonly Verdicts[]): Verdicts {
  return Object.fromEntries(
    STANDINGS.map((standing) => [
      standing,
      {
        count: groups.reduce((sum, verdicts) => sum + verdicts[standing].count, 0),
        stories: groups.flatMap((verdicts) => verdicts[standing].stories),
      },
    ]),
  ) as unknown as Verdicts;
}
