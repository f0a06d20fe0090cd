import { REVIEW_STATES } from '../../review.ts';
import { FIDELITIES } from '../../translation/judgement.ts';
import { TRANSLATION_NOTE_KINDS } from '../../translation-note.ts';
import { FIDELITY_SIGNS } from '../labels.ts';
import type { Report } from '../report.ts';
import { type Summary, VERDICTS } from '../summary.ts';
import { tagPath } from '../tag-path.ts';
import { escapeLine } from './escape.ts';
import { cellOf, date, link, sourceName, table, verdictWords } from './words.ts';

/** Everything before the stories but the contents. */
export function front(report: Report, summary: Summary): string {
  return [
    title(report, summary),
    provenance(report),
    counts(report, summary),
    scale(report),
    codebook(report, summary),
  ].join('');
}

function title({ title, translate }: Report, summary: Summary): string {
  const list = [
    translate('count.stories', { count: summary.stories }),
    translate('count.claims', { count: summary.claims }),
    translate('count.evidence', { count: summary.evidence }),
    translate('count.notes', { count: summary.notes }),
    translate('count.tags', { count: summary.taggings }),
  ];
  return `# ${escapeLine(title)}\n\n${translate('report')} · ${list.join(' · ')}\n\n`;
}

function provenance(report: Report): string {
  const { translate, provenance } = report;
  const lines = provenance.dumps.flatMap((dump) => [
    `- **${translate('dump.name')}:** ${escapeLine(dump.name)}`,
    `  - ${translate('dump.sha256')}: ${dump.sha256 === null ? translate('dump.unknownHash') : `\`${dump.sha256}\``}`,
    `  - ${translate('dump.bytes')}: ${translate('dump.bytes.value', { bytes: dump.bytes })}`,
    `  - ${translate('dump.encoding')}: ${escapeLine(dump.encoding)}`,
    `  - ${translate('dump.format')}: ${escapeLine(dump.format)}`,
    `  - ${translate('dump.status')}: ${translate(dump.status === 'read' ? 'dump.read' : 'dump.missing')}`,
  ]);
  lines.push(`- **${translate('exportedAt')}:** ${date(provenance.exportedAt, report)}`);
  lines.push(
    `- **${translate('program')}:** ${escapeLine(translate('program.value', { version: provenance.version }))}`,
  );
  return `## ${translate('provenance')}\n\n${lines.join('\n')}\n\n`;
}

function counts(report: Report, summary: Summary): string {
  const { translate, locale } = report;
  const people =
    summary.people.length === 0 ? translate('nobody') : summary.people.map(escapeLine).join(', ');
  const verdicts: (readonly (string | number)[])[] = summary.ratings.map(({ rating, claims }) => [
    escapeLine(rating.label[locale]),
    verdictWords(rating.outcome, report),
    claims,
  ]);
  if (summary.verdicts.unrated > 0)
    verdicts.push([translate('outcome.unrated'), verdictWords('unrated', report), summary.verdicts.unrated]);
  verdicts.push([`**${translate('total')}**`, '', summary.claims]);
  const sourceRow = (name: string, entry: Pick<Summary, 'stories' | 'claims' | 'verdicts' | 'notes'>) => [
    name,
    entry.stories,
    entry.claims,
    ...VERDICTS.map((verdict) => entry.verdicts[verdict]),
    entry.notes,
  ];
  const sourceHead = [
    translate('source'),
    translate('stories'),
    translate('claims'),
    ...VERDICTS.map((verdict) => verdictWords(verdict, report)),
    translate('notes'),
  ];
  let out = `## ${translate('summary')}\n\n${translate('by')}: ${people}\n\n`;
  out += `### ${translate('summary.verdicts')}\n\n`;
  out += table([translate('rating'), translate('outcome'), translate('claims')], verdicts, 1);
  out += `### ${translate('summary.sources')}\n\n`;
  out += table(
    sourceHead,
    [
      ...summary.sources.map((entry) => sourceRow(sourceName(entry.source, report), entry)),
      sourceRow(`**${translate('total')}**`, summary),
    ],
    sourceHead.length - 1,
  );
  out += `### ${translate('summary.reviews')}\n\n`;
  out += table(
    [translate('review'), translate('stories')],
    REVIEW_STATES.map((state) => [translate(`review.${state}`), summary.reviews[state]]),
    1,
  );
  if (summary.notes > 0) {
    const kinds = TRANSLATION_NOTE_KINDS.filter((kind) => summary.noteKinds[kind] > 0);
    out += `### ${translate('summary.notes')}\n\n`;
    out += table(
      [translate('notes'), translate('total')],
      kinds.map((kind) => [translate(`note.${kind}`), summary.noteKinds[kind]]),
      1,
    );
  }
  if (summary.judgements === 0) return out;
  out += `### ${translate('fidelity.title')}\n\n`;
  return `${out}${table(
    [translate('fidelity'), translate('fidelity.pairs')],
    FIDELITIES.map((fidelity) => [
      `${FIDELITY_SIGNS[fidelity]} ${translate(`fidelity.${fidelity}`)}`,
      summary.fidelities[fidelity],
    ]),
    1,
  )}`;
}

function scale(report: Report): string {
  const { translate, locale, project } = report;
  const { name, ratings, credit } = project.scale;
  const rows = ratings.map((rating) => [
    escapeLine(rating.label[locale]),
    verdictWords(rating.outcome, report),
    cellOf(rating.meaning[locale]),
  ]);
  const head = [translate('rating'), translate('outcome'), translate('meaning')];
  const creditLine = credit
    ? `${translate('scale.credit')}: ${escapeLine(credit.text[locale])} ${credit.url === '' ? '' : link(credit.url, credit.url)}\n\n`
    : '';
  return `## ${translate('scale')}\n\n${escapeLine(name[locale])}\n\n${table(head, rows)}${creditLine}`;
}

function codebook(report: Report, summary: Summary): string {
  const { translate, project } = report;
  if (project.tags.size === 0) return '';
  const tags = [...project.tags.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rows = tags.map((tag) => [
    escapeLine(tagPath(project, tag.id).join(' › ')),
    translate(`colour.${tag.colour}`),
    cellOf(
      [tag.description, ...tag.examples.map((example) => `${translate('tag.examples')}: ${example}`)]
        .filter(Boolean)
        .join('\n'),
    ),
    summary.tags.get(tag.id) ?? 0,
  ]);
  const head = [
    translate('tag'),
    translate('tag.colour'),
    translate('tag.description'),
    translate('tag.uses'),
  ];
  return `## ${translate('codebook')}\n\n${table(head, rows, 1)}`;
}
