import { annotationsOf } from '../../project.ts';
import { findRating } from '../../rating-scale.ts';
import { VERDICT_SIGNS } from '../labels.ts';
import type { DumpProvenance, Report } from '../report.ts';
import { type Summary, VERDICTS, verdictOf } from '../summary.ts';
import { type Content, html, isolated, type Markup } from './markup.ts';
import { sourceName, time } from './words.ts';

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
