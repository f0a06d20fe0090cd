import { REVIEW_STATES } from '../../review.ts';
import { FIDELITIES } from '../../translation/judgement.ts';
import { TRANSLATION_NOTE_KINDS } from '../../translation-note.ts';
import type { Block, Column, Row, Table } from '../model/block.ts';
import type { Draft } from '../model/draft.ts';
import type { Inline, Label } from '../model/inline.ts';
import { cell, literal, said } from '../model/pieces.ts';
import type { Voice } from '../model/voice.ts';
import { type SourceCounts, type Summary, VERDICTS } from '../summary.ts';
import { sourceName } from './sources.ts';
import { verdictWords } from './verdicts.ts';

/** So many sources are drawn; the table has them all. */
const MOST_DRAWN = 12;

/** Claims by verdict, by rating and by source: drawn where there are any, and as tables. */
export function* claimFigures({ summary, voice }: Draft): Generator<Block> {
  const { say, both } = voice;
  const ratings = ratingTable(summary, voice);
  const sources = sourceTable(summary, voice);
  if (summary.claims === 0) {
    yield ratings;
    yield sources;
    return;
  }
  yield {
    kind: 'figure',
    id: 'figure-verdicts',
    title: say('summary.outcomes'),
    tableLabel: say('figure.numbers'),
    folded: true,
    chart: {
      kind: 'strip',
      parts: VERDICTS.map((verdict) => ({
        label: say(`outcome.${verdict}`),
        series: { kind: 'verdict', verdict },
        count: summary.verdicts[verdict],
      })),
    },
    table: countTable(
      'outcomes',
      say('summary.outcomes'),
      say('outcome'),
      say('claims'),
      VERDICTS.map((verdict) => [verdictWords(verdict, voice), summary.verdicts[verdict]]),
      { hidden: true },
    ),
  };
  const unrated = summary.verdicts.unrated;
  yield {
    kind: 'figure',
    id: 'figure-ratings',
    title: say('summary.verdicts'),
    tableLabel: say('figure.numbers'),
    folded: true,
    chart: {
      kind: 'bars',
      bars: [
        ...summary.ratings.map(({ rating, claims }) => ({
          label: both(rating.label),
          series: { kind: 'verdict' as const, verdict: rating.outcome },
          count: claims,
        })),
        ...(unrated === 0
          ? []
          : [
              {
                label: say('outcome.unrated'),
                series: { kind: 'verdict' as const, verdict: 'unrated' as const },
                count: unrated,
              },
            ]),
      ],
    },
    table: { ...ratings, captionHidden: true },
  };
  const drawn = summary.sources.filter(({ claims }) => claims > 0).slice(0, MOST_DRAWN);
  yield {
    kind: 'figure',
    id: 'figure-sources',
    title: say('summary.sources'),
    tableLabel: say('figure.numbers'),
    folded: false,
    chart: {
      kind: 'stacked',
      series: VERDICTS.map((verdict) => ({
        label: say(`outcome.${verdict}`),
        series: { kind: 'verdict' as const, verdict },
      })),
      bars: drawn.map(({ source, claims, verdicts }) => ({
        name: source?.name ?? '',
        label: source ? null : say('source.none'),
        total: claims,
        counts: VERDICTS.map((verdict) => verdicts[verdict]),
      })),
    },
    table: { ...sources, captionHidden: true },
  };
}

/** Judgements of translations, drawn and as a table; nothing where there are none. */
export function* fidelityFigure({ summary, voice }: Draft): Generator<Block> {
  if (summary.judgements === 0) return;
  const { say } = voice;
  yield {
    kind: 'figure',
    id: 'figure-fidelity',
    title: say('fidelity.title'),
    tableLabel: say('figure.numbers'),
    folded: true,
    chart: {
      kind: 'bars',
      bars: FIDELITIES.map((fidelity) => ({
        label: say(`fidelity.${fidelity}`),
        series: { kind: 'fidelity', fidelity },
        count: summary.fidelities[fidelity],
      })),
    },
    table: countTable(
      'fidelities',
      say('fidelity.title'),
      say('fidelity'),
      say('fidelity.pairs'),
      FIDELITIES.map((fidelity) => [
        [{ kind: 'fidelity', fidelity, label: say(`fidelity.${fidelity}`) }],
        summary.fidelities[fidelity],
      ]),
      { hidden: true },
    ),
  };
}

export function reviewTable({ summary, voice: { say } }: Draft): Block {
  return countTable(
    'reviews',
    say('summary.reviews'),
    say('review'),
    say('stories'),
    REVIEW_STATES.map((state) => [[said(say(`review.${state}`))], summary.reviews[state]]),
  );
}

/** Nothing where there are none. */
export function* noteTable({ summary, voice: { say } }: Draft): Generator<Block> {
  if (summary.notes === 0) return;
  yield countTable(
    'note-kinds',
    say('summary.notes'),
    say('notes'),
    say('total'),
    TRANSLATION_NOTE_KINDS.filter((kind) => summary.noteKinds[kind] > 0).map((kind) => [
      [said(say(`note.${kind}`))],
      summary.noteKinds[kind],
    ]),
  );
}

function ratingTable(summary: Summary, voice: Voice): Table {
  const { say, both } = voice;
  const row = (name: Label, verdict: (typeof VERDICTS)[number], claims: number): Row => ({
    cells: [cell(said(name)), cell(...verdictWords(verdict, voice)), cell(literal(claims))],
  });
  return {
    kind: 'table',
    role: 'verdicts',
    caption: [said(say('summary.verdicts'))],
    captionHidden: false,
    columns: [
      { head: [said(say('rating'))], role: 'name', width: 45 },
      { head: [said(say('outcome'))], role: 'text', width: 35 },
      { head: [said(say('claims'))], role: 'count', width: 20 },
    ],
    rows: [
      ...summary.ratings.map(({ rating, claims }) => row(both(rating.label), rating.outcome, claims)),
      ...(summary.verdicts.unrated === 0
        ? []
        : [row(say('outcome.unrated'), 'unrated' as const, summary.verdicts.unrated)]),
    ],
    foot: { cells: [cell(said(say('total'))), cell(), cell(literal(summary.claims))] },
  };
}

function sourceTable(summary: Summary, voice: Voice): Table {
  const { say } = voice;
  const row = (name: Inline[], counts: Omit<SourceCounts, 'source'>): Row => ({
    cells: [
      cell(...name),
      ...[
        counts.stories,
        counts.claims,
        ...VERDICTS.map((verdict) => counts.verdicts[verdict]),
        counts.notes,
      ].map((count) => cell(literal(count))),
    ],
  });
  const count = (head: Inline[]): Column => ({ head, role: 'count', width: 9 });
  return {
    kind: 'table',
    role: 'sources',
    caption: [said(say('summary.sources'))],
    captionHidden: false,
    columns: [
      { head: [said(say('source'))], role: 'name', width: 28 },
      count([said(say('stories'))]),
      count([said(say('claims'))]),
      ...VERDICTS.map((verdict) => count(verdictWords(verdict, voice))),
      count([said(say('notes'))]),
    ],
    rows: summary.sources.map((entry) => row(sourceName(entry.source, voice), entry)),
    foot: row([said(say('total'))], summary),
  };
}

function countTable(
  role: string,
  caption: Label,
  name: Label,
  value: Label,
  rows: readonly (readonly [Inline[], number])[],
  { hidden = false } = {},
): Table {
  return {
    kind: 'table',
    role,
    caption: [said(caption)],
    captionHidden: hidden,
    columns: [
      { head: [said(name)], role: 'name', width: 70 },
      { head: [said(value)], role: 'count', width: 30 },
    ],
    rows: rows.map(([line, count]) => ({ cells: [cell(...line), cell(literal(count))] })),
    foot: null,
  };
}
