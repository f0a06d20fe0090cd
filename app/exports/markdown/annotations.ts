import { isFilled } from '../../evidence.ts';
import { isEmpty } from '../../rich-text.ts';
import { FIDELITY_SIGNS, VERDICT_SIGNS } from '../labels.ts';
import type {
  Marks,
  NumberedClaim,
  NumberedJudgement,
  NumberedNote,
  NumberedTagging,
  PlacedAnchor,
} from '../marks.ts';
import type { Place } from '../place.ts';
import type { Report } from '../report.ts';
import { tagPath } from '../tag-path.ts';
import { escapeLine } from './escape.ts';
import { evidence } from './evidence.ts';
import { verdictHistory } from './history.ts';
import { richText } from './rich-text.ts';
import { cellOf, date, quotationOf, table } from './words.ts';

/** Claims, translation notes, judgements of the translation and tags of one story, under headings of the fourth level. */
export function annotations(report: Report, marks: Marks): string {
  const { translate } = report;
  const section = (heading: string, entries: string[]) =>
    entries.length === 0 ? '' : `#### ${heading}\n\n${entries.join('')}`;
  const onText = marks.taggings.filter((entry) => entry.anchor !== null);
  return [
    section(
      translate('claims'),
      marks.claims.map((entry) => claim(report, entry)),
    ),
    section(
      translate('notes'),
      marks.notes.map((entry) => note(report, entry)),
    ),
    section(
      translate('fidelity.title'),
      marks.judgements.length === 0 ? [] : [judgements(report, marks.judgements)],
    ),
    section(translate('tags'), onText.length === 0 ? [] : [taggings(report, onText)]),
  ].join('');
}

function claim(report: Report, { number, claim, rating, verdict, anchors }: NumberedClaim): string {
  const { translate, locale } = report;
  const wording =
    claim.wording.trim() === '' ? anchors.map(({ anchor }) => anchor.quote).join(' … ') : claim.wording;
  const label = rating ? rating.label[locale] : translate('outcome.unrated');
  const outcome = rating ? translate(`outcome.${rating.outcome}`) : label;
  const verdictWords = `${VERDICT_SIGNS[verdict]} ${escapeLine(label)}${outcome === label ? '' : ` (${outcome})`}`;
  let out = `##### [${translate('mark.claim', { number })}] ${escapeLine(wording)}\n\n`;
  out += `- **${translate('claim.verdict')}:** ${verdictWords}\n`;
  if (claim.claimant !== '') out += `- **${translate('claim.claimant')}:** ${escapeLine(claim.claimant)}\n`;
  out += `- **${translate('claim.quote')}:**\n\n${anchors.map((anchor) => quote(report, anchor)).join('\n')}`;
  if (!isEmpty(claim.rationale))
    out += `- **${translate('claim.rationale')}:**\n\n${richText(claim.rationale, '  ')}\n`;
  if (claim.verdicts.length > 0)
    out += `- **${translate('claim.history')}:**\n${verdictHistory(report, claim.verdicts)}`;
  const sources = claim.evidence.filter(isFilled);
  if (sources.length === 0)
    return `${out}- **${translate('claim.evidence')}:** ${translate('claim.noEvidence')}\n\n`;
  return `${out}- **${translate('claim.evidence')}:**\n${sources.map((item) => evidence(report, item)).join('')}\n`;
}

/** The translation review: a row a judged pair, in the order of the original. */
function judgements(report: Report, entries: readonly NumberedJudgement[]): string {
  const { translate } = report;
  const rows = entries.map(({ number, judgement, original, translation }) => [
    number,
    side(report, original, translate('note.noOriginal')),
    side(report, translation, translate('note.noTranslation')),
    `${FIDELITY_SIGNS[judgement.fidelity]} ${translate(`fidelity.${judgement.fidelity}`)}`,
    `${judgement.by === '' ? translate('nobody') : escapeLine(judgement.by)} ${date(judgement.at, report)}`,
    cellOf(judgement.comment),
  ]);
  const head = [
    translate('fidelity.pair'),
    translate('note.original'),
    translate('note.translation'),
    translate('fidelity'),
    translate('fidelity.by'),
    translate('fidelity.comment'),
  ];
  return `${translate('fidelity.what')}\n\n${table(head, rows)}`;
}

function side(report: Report, placed: PlacedAnchor | null, nothing: string): string {
  if (!placed) return nothing;
  const words = placeWords(report, placed.place);
  return `${cellOf(placed.anchor.quote)}${words === null ? '' : `<br>(${words})`}`;
}

function note(report: Report, { number, note, original, translation }: NumberedNote): string {
  const { translate } = report;
  let out = `##### [${translate('mark.note', { number })}] ${translate(`note.${note.kind}`)}\n\n`;
  out += table(
    [translate('note.original'), translate('note.translation')],
    [
      [
        side(report, original, translate('note.noOriginal')),
        side(report, translation, translate('note.noTranslation')),
      ],
    ],
  );
  if (!isEmpty(note.comment))
    out += `- **${translate('note.comment')}:**\n\n${richText(note.comment, '  ')}\n`;
  if (note.suggestion !== '')
    out += `- **${translate('note.suggestion')}:**\n\n${quotationOf(note.suggestion, '  ')}\n`;
  return out;
}

function taggings(report: Report, entries: NumberedTagging[]): string {
  const { translate, project } = report;
  return entries
    .map(({ number, tagging, anchor }) => {
      const name = escapeLine(tagPath(project, tagging.tagId).join(' › '));
      const words = anchor ? quote(report, anchor) : '';
      const memo =
        tagging.memo.trim() === '' ? '' : `  ${translate('tag.memo')}: ${escapeLine(tagging.memo)}\n\n`;
      return `- [${translate('mark.tag', { number })}] **${name}**\n\n${words}${memo}`;
    })
    .join('');
}

function quote(report: Report, { anchor, place }: PlacedAnchor): string {
  const words = placeWords(report, place);
  return `${quotationOf(anchor.quote, '  ')}\n${words === null ? '' : `  (${words})\n\n`}`;
}

/** Says when the words do not stand, or may not stand, where they were annotated. */
function placeWords({ translate }: Report, place: Place): string | null {
  if (place.kind === 'exact') return null;
  return translate(`place.${place.kind}`, { places: place.kind === 'ambiguous' ? place.places : 0 });
}
