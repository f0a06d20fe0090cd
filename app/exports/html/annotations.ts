import { isFilled } from '../../evidence.ts';
import { isEmpty } from '../../rich-text.ts';
import type { Tagging } from '../../tag.ts';
import type { Marks, NumberedClaim, NumberedNote, NumberedTagging, PlacedAnchor } from '../marks.ts';
import { isPlaced, type Place } from '../place.ts';
import type { Report } from '../report.ts';
import { tagPath } from '../tag-path.ts';
import { evidence } from './evidence.ts';
import { verdictHistory } from './history.ts';
import { judgements } from './judgements.ts';
import { type Content, html, isolated, type Markup } from './markup.ts';
import { richText } from './rich-text.ts';
import { verdictSign } from './words.ts';

/** Claims, translation notes, judgements of the translation and tags of one story, under headings of the fourth level. */
export function annotations(report: Report, story: number, marks: Marks): Markup {
  const { translate } = report;
  const section = (name: string, heading: string, entries: Markup[]) =>
    entries.length === 0 ? null : html`<section class="${name}"><h4>${heading}</h4>${entries}</section>`;
  const onText = marks.taggings.filter((entry) => entry.anchor !== null);
  return html`${section(
    'claims',
    translate('claims'),
    marks.claims.map((entry) => claim(report, story, entry)),
  )}${section(
    'notes',
    translate('notes'),
    marks.notes.map((entry) => note(report, story, entry)),
  )}${judgements(report, marks.judgements)}${section('tags', translate('tags'), onText.length === 0 ? [] : [taggings(report, story, onText)])}`;
}

/** The tags of a whole story, for its head. */
export function storyTags(report: Report, marks: Marks): Markup | null {
  const whole = marks.taggings.filter((entry) => entry.anchor === null);
  if (whole.length === 0) return null;
  const chips = whole.map(
    ({ tagging }) => html`<li>${tagChip(report, tagging.tagId)}${memo(report, tagging)}</li>`,
  );
  return html`<ul class="chips" aria-label="${report.translate('story.tags')}">${chips}</ul>`;
}

export function tagChip({ project }: Report, tagId: string): Markup {
  const colour = project.tags.get(tagId)?.colour ?? 'grey';
  return html`<span class="chip ${colour}">${isolated(tagPath(project, tagId).join(' › '))}</span>`;
}

function claim(report: Report, story: number, entry: NumberedClaim): Markup {
  const { translate, locale } = report;
  const { claim, rating, verdict, anchors, number } = entry;
  const id = `story-${story}-claim-${number}`;
  const label = rating ? rating.label[locale] : translate('outcome.unrated');
  const outcome = rating ? translate(`outcome.${rating.outcome}`) : null;
  const wording =
    claim.wording.trim() === '' ? anchors.map(({ anchor }) => anchor.quote).join(' … ') : claim.wording;
  const name = translate('claim', { mark: translate('mark.claim', { number }) });
  const rationale = isEmpty(claim.rationale)
    ? null
    : html`<dt>${translate('claim.rationale')}</dt><dd>${richText(claim.rationale)}</dd>`;
  const history =
    claim.verdicts.length === 0
      ? null
      : html`<dt>${translate('claim.history')}</dt><dd>${verdictHistory(report, claim.verdicts)}</dd>`;
  const sources = claim.evidence.filter(isFilled);
  const claimant =
    claim.claimant === ''
      ? null
      : html`<dt>${translate('claim.claimant')}</dt><dd>${isolated(claim.claimant)}</dd>`;
  return html`<section class="card claim ${verdict}" id="${id}">
<h5><span class="number">${toText(id, anchors, name)}</span> <bdi>${wording}</bdi></h5>
<p class="verdict">${verdictSign(verdict)} <strong>${label}</strong>${outcome !== null && outcome !== label ? html` <span class="quiet">${outcome}</span>` : null}</p>
<dl>
<dt>${translate('claim.quote')}</dt><dd>${anchors.map((anchor) => quote(report, anchor))}</dd>
${claimant}${rationale}
<dt>${translate('claim.evidence')}</dt><dd>${
    sources.length === 0
      ? html`<p class="quiet">${translate('claim.noEvidence')}</p>`
      : html`<ul class="evidence">${sources.map((item) => evidence(report, item))}</ul>`
  }</dd>
${history}</dl>
</section>
`;
}

function note(report: Report, story: number, entry: NumberedNote): Markup {
  const { translate } = report;
  const { note, number, original, translation } = entry;
  const id = `story-${story}-note-${number}`;
  const anchors = [original, translation].filter((anchor) => anchor !== null);
  const side = (label: 'note.original' | 'note.translation', anchor: PlacedAnchor | null, nothing: string) =>
    html`<div><p class="label">${translate(label)}</p>${anchor ? quote(report, anchor) : html`<p class="quiet">${nothing}</p>`}</div>`;
  return html`<section class="card note" id="${id}">
<h5><span class="number">${toText(id, anchors, translate('mark.note', { number }))}</span> ${translate(`note.${note.kind}`)}</h5>
<div class="sides">${side('note.original', original, translate('note.noOriginal'))}${side('note.translation', translation, translate('note.noTranslation'))}</div>
${
  isEmpty(note.comment) && note.suggestion === ''
    ? null
    : html`<dl>${
        isEmpty(note.comment)
          ? null
          : html`<dt>${translate('note.comment')}</dt><dd>${richText(note.comment)}</dd>`
      }${
        note.suggestion === ''
          ? null
          : html`<dt>${translate('note.suggestion')}</dt><dd class="suggestion" dir="auto">${note.suggestion}</dd>`
      }</dl>`
}
</section>
`;
}

function taggings(report: Report, story: number, entries: NumberedTagging[]): Markup {
  const items = entries.map(({ number, tagging, anchor }) => {
    const id = `story-${story}-tag-${number}`;
    const placed = anchor as PlacedAnchor;
    const name = report.translate('mark.tag', { number });
    return html`<li id="${id}"><span class="number">${toText(id, [placed], name)}</span> ${tagChip(report, tagging.tagId)} ${quote(report, placed)}${memo(report, tagging)}</li>`;
  });
  return html`<ul class="taggings">${items}</ul>`;
}

function memo({ translate }: Report, tagging: Tagging): Markup | null {
  if (tagging.memo.trim() === '') return null;
  return html` <p class="memo"><span class="label">${translate('tag.memo')}</span> <bdi>${tagging.memo}</bdi></p>`;
}

/** A link back to the number in the text, where there is one. */
function toText(id: string, anchors: PlacedAnchor[], name: Content): Markup {
  const placed = anchors.some(({ place }) => isPlaced(place));
  return placed ? html`<a href="#${id}-in-text">${name}</a>` : html`${name}`;
}

export function quote(report: Report, { anchor, place }: PlacedAnchor): Markup {
  return html`<blockquote class="quote" dir="auto">${anchor.quote}</blockquote>${placeNote(report, place)}`;
}

/** Says when the words do not stand, or may not stand, where they were annotated. */
function placeNote({ translate }: Report, place: Place): Markup | null {
  if (place.kind === 'exact') return null;
  const places = place.kind === 'ambiguous' ? place.places : 0;
  return html`<p class="place">${translate(`place.${place.kind}`, { places })}</p>`;
}
