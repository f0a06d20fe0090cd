import { annotationsOf } from '../../project.ts';
import { findRating } from '../../rating-scale.ts';
import { REVIEW_STATES } from '../../review.ts';
import { TRANSLATION_NOTE_KINDS } from '../../translation-note.ts';
import { VERDICT_SIGNS } from '../labels.ts';
import type { DumpProvenance, Report } from '../report.ts';
import { type Summary, VERDICTS, type Verdict, verdictOf } from '../summary.ts';
import { tagChip } from './annotations.ts';
import { type Content, html, isolated, type Markup } from './markup.ts';
import { addressLink, sourceName, time, verdictSign } from './words.ts';

export function masthead(report: Report, summary: Summary): Markup {
  const { translate, provenance } = report;
  const people =
    summary.people.length === 0
      ? translate('nobody')
      : summary.people.map((name, index) => [index === 0 ? '' : ', ', isolated(name)]);
  const counts = countsOf(report, summary);
  return html`<header class="masthead">
<p class="kicker">${translate('report')}</p>
<h1><bdi>${report.title}</bdi></h1>
<p class="meta">${translate('exportedAt')}: ${time(provenance.exportedAt, report)} · ${translate('by')}: ${people}</p>
<p class="counts">${counts.join(' · ')}</p>
</header>
`;
}

function countsOf({ translate }: Report, summary: Summary): string[] {
  return [
    translate('count.stories', { count: summary.stories }),
    translate('count.claims', { count: summary.claims }),
    translate('count.evidence', { count: summary.evidence }),
    translate('count.notes', { count: summary.notes }),
    translate('count.tags', { count: summary.taggings }),
  ];
}

export function provenanceSection(report: Report): Markup {
  const { translate, provenance } = report;
  const fact = (name: string, value: Content) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  const dump = (entry: DumpProvenance) =>
    html`<dl class="facts">${[
      fact(translate('dump.name'), html`<strong>${isolated(entry.name)}</strong>`),
      fact(
        translate('dump.sha256'),
        entry.sha256 === null ? translate('dump.unknownHash') : html`<code>${entry.sha256}</code>`,
      ),
      fact(translate('dump.bytes'), translate('dump.bytes.value', { bytes: entry.bytes })),
      fact(translate('dump.encoding'), isolated(entry.encoding)),
      fact(translate('dump.format'), isolated(entry.format)),
      fact(
        translate('dump.status'),
        entry.status === 'read'
          ? translate('dump.read')
          : html`<strong>${translate('dump.missing')}</strong>`,
      ),
    ]}</dl>`;
  return html`<section class="provenance" aria-labelledby="provenance"><h2 id="provenance">${translate('provenance')}</h2>
${provenance.dumps.map(dump)}
<dl class="facts">${fact(translate('exportedAt'), time(provenance.exportedAt, report))}${fact(
    translate('program'),
    translate('program.value', { version: provenance.version }),
  )}</dl>
</section>
`;
}

export function summarySection(report: Report, summary: Summary): Markup {
  const { translate } = report;
  return html`<section class="summary" aria-labelledby="summary"><h2 id="summary">${translate('summary')}</h2>
${verdictTable(report, summary)}
${sourceTable(report, summary)}
<div class="small-tables">${plainTable(
    translate('summary.reviews'),
    translate('review'),
    translate('stories'),
    REVIEW_STATES.map((state) => [translate(`review.${state}`), summary.reviews[state]]),
  )}${
    summary.notes === 0
      ? null
      : plainTable(
          translate('summary.notes'),
          translate('notes'),
          translate('total'),
          TRANSLATION_NOTE_KINDS.flatMap((kind) =>
            summary.noteKinds[kind] === 0
              ? []
              : [[translate(`note.${kind}`), summary.noteKinds[kind]] as const],
          ),
        )
  }</div>
</section>
`;
}

function verdictTable(report: Report, summary: Summary): Markup {
  const { translate, locale } = report;
  const most = Math.max(1, summary.verdicts.unrated, ...summary.ratings.map((entry) => entry.claims));
  const row = (label: string, verdict: Verdict, claims: number) =>
    html`<tr><th scope="row"><bdi>${label}</bdi></th><td>${verdictSign(verdict)} ${translate(`outcome.${verdict}`)}</td><td class="count">${claims}</td><td class="bar" aria-hidden="true"><span class="${verdict}" style="inline-size:${Math.round((claims * 1000) / most) / 10}%"></span></td></tr>`;
  return html`<div class="wide" role="group" tabindex="0" aria-label="${translate('summary.verdicts')}"><table class="verdicts"><caption>${translate('summary.verdicts')}</caption>
<thead><tr><th scope="col">${translate('rating')}</th><th scope="col">${translate('outcome')}</th><th scope="col" class="count">${translate('claims')}</th><td class="bar"></td></tr></thead>
<tbody>${summary.ratings.map(({ rating, claims }) => row(rating.label[locale], rating.outcome, claims))}${
    summary.verdicts.unrated === 0
      ? null
      : row(translate('outcome.unrated'), 'unrated', summary.verdicts.unrated)
  }</tbody>
<tfoot><tr><th scope="row">${translate('total')}</th><td></td><td class="count">${summary.claims}</td><td class="bar"></td></tr></tfoot></table></div>`;
}

function sourceTable(report: Report, summary: Summary): Markup {
  const { translate } = report;
  const count = (value: number) => html`<td class="count${value === 0 ? ' zero' : ''}">${value}</td>`;
  const row = (
    name: Content,
    counts: { stories: number; claims: number; notes: number; verdicts: Record<Verdict, number> },
  ) =>
    html`<tr><th scope="row">${name}</th>${count(counts.stories)}${count(counts.claims)}${VERDICTS.map((verdict) => count(counts.verdicts[verdict]))}${count(counts.notes)}</tr>`;
  return html`<div class="wide" role="group" tabindex="0" aria-label="${translate('summary.sources')}"><table class="sources"><caption>${translate('summary.sources')}</caption>
<thead><tr><th scope="col">${translate('source')}</th><th scope="col" class="count">${translate('stories')}</th><th scope="col" class="count">${translate('claims')}</th>${VERDICTS.map(
    (verdict) =>
      html`<th scope="col" class="count">${verdictSign(verdict)} ${translate(`outcome.${verdict}`)}</th>`,
  )}<th scope="col" class="count">${translate('notes')}</th></tr></thead>
<tbody>${summary.sources.map((entry) => row(sourceName(entry.source, report), entry))}</tbody>
<tfoot>${row(translate('total'), summary)}</tfoot></table></div>`;
}

function plainTable(
  caption: string,
  name: string,
  value: string,
  rows: readonly (readonly [string, number])[],
): Markup {
  return html`<table><caption>${caption}</caption><thead><tr><th scope="col">${name}</th><th scope="col" class="count">${value}</th></tr></thead><tbody>${rows.map(
    ([label, count]) =>
      html`<tr><th scope="row">${label}</th><td class="count${count === 0 ? ' zero' : ''}">${count}</td></tr>`,
  )}</tbody></table>`;
}

export function scaleSection(report: Report): Markup {
  const { translate, locale, project } = report;
  const { scale } = project;
  const rows = scale.ratings.map(
    (rating) =>
      html`<tr><th scope="row"><bdi>${rating.label[locale]}</bdi></th><td>${verdictSign(rating.outcome)} ${translate(`outcome.${rating.outcome}`)}</td><td><bdi>${rating.meaning[locale]}</bdi></td></tr>`,
  );
  const credit = scale.credit
    ? html`<p class="credit"><span class="quiet">${translate('scale.credit')}:</span> <bdi>${scale.credit.text[locale]}</bdi> ${scale.credit.url === '' ? null : addressLink(scale.credit.url)}</p>`
    : null;
  return html`<section class="scale" aria-labelledby="scale"><h2 id="scale">${translate('scale')}</h2>
<div class="wide" role="group" tabindex="0" aria-label="${translate('scale')}"><table><caption><bdi>${scale.name[locale]}</bdi></caption><thead><tr><th scope="col">${translate('rating')}</th><th scope="col">${translate('outcome')}</th><th scope="col">${translate('meaning')}</th></tr></thead><tbody>${rows}</tbody></table></div>${credit}
</section>
`;
}

/** Null where the project has no tags. */
export function codebookSection(report: Report, summary: Summary): Markup | null {
  const { translate, project } = report;
  if (project.tags.size === 0) return null;
  const tags = [...project.tags.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rows = tags.map(
    (tag) =>
      html`<tr><th scope="row">${tagChip(report, tag.id)}</th><td><bdi>${tag.description}</bdi></td><td class="count">${summary.tags.get(tag.id) ?? 0}</td></tr>`,
  );
  return html`<section class="codebook" aria-labelledby="codebook"><h2 id="codebook">${translate('codebook')}</h2>
<div class="wide" role="group" tabindex="0" aria-label="${translate('codebook')}"><table><thead><tr><th scope="col">${translate('tag')}</th><th scope="col">${translate('tag.description')}</th><th scope="col" class="count">${translate('tag.uses')}</th></tr></thead><tbody>${rows}</tbody></table></div>
</section>
`;
}

export function* contents(report: Report): Generator<Markup> {
  const { translate, project } = report;
  yield html`<nav class="contents" aria-labelledby="contents"><h2 id="contents">${translate('contents')}</h2><ol>
`;
  for (const [index, key] of report.keys.entries()) {
    const ref = project.stories.get(key);
    if (!ref) continue;
    const verdicts = annotationsOf(project, key).claims.map((id) =>
      verdictOf(findRating(project.scale, project.claims.get(id)?.ratingId ?? null)),
    );
    const dots = VERDICTS.flatMap((verdict) => {
      const count = verdicts.filter((candidate) => candidate === verdict).length;
      return count === 0
        ? []
        : [
            html` <span class="${verdict} tally">${VERDICT_SIGNS[verdict]}${count} <span class="quiet">${translate(`outcome.${verdict}`)}</span></span>`,
          ];
    });
    yield html`<li><a href="#story-${index + 1}"><bdi>${ref.lead}</bdi></a> <span class="quiet">${sourceName(ref.source, report)}</span>${dots}</li>
`;
  }
  yield html`</ol></nav>
`;
}

export function legend({ translate }: Report): Markup {
  const number = { number: 1 };
  return html`<section class="legend" aria-labelledby="legend"><h2 id="legend">${translate('legend')}</h2>
<ul>
<li>${translate('legend.claim')} ${VERDICTS.map((verdict) => html`<span class="nowrap"><mark class="claim ${verdict} lane0"><span class="mark claim ${verdict}"><sup>${translate('mark.claim', number)}${VERDICT_SIGNS[verdict]}</sup></span>${translate(`outcome.${verdict}`)}</mark></span> `)}</li>
<li><mark class="note lane0"><span class="mark note"><sup>${translate('mark.note', number)}</sup></span>${translate('legend.note')}</mark></li>
<li><mark class="tag grey lane0"><span class="mark tag grey"><sup>${translate('mark.tag', number)}</sup></span>${translate('legend.tag')}</mark></li>
<li><span class="mark"><sup>→</sup></span> ${translate('legend.moved')}</li>
</ul>
</section>
`;
}
