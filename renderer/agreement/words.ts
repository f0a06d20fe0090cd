import type { Measured } from '../../app/agreement/measured.ts';
import type {
  AgreementReport,
  Category,
  QuestionReport,
  SpanReport,
} from '../../app/agreement/projects/report.ts';
import { OUTCOMES } from '../../app/rating-scale.ts';
import { FIDELITIES } from '../../app/translation/judgement.ts';
import { TRANSLATION_NOTE_KINDS } from '../../app/translation-note.ts';
import type { Translator } from '../i18n/translator.ts';

/** Three places, as measures of agreement are given; no more is known of them. */
export function figure(value: number): string {
  const text = value.toFixed(3);
  return text === '-0.000' ? '0.000' : text.replace('-', '−');
}

/** The value, or why there is none. */
export function resultWords(result: Measured, { t }: Translator): string {
  if (result.kind === 'value') return figure(result.value);
  return t('agreement.not-computable', { why: t(`agreement.why.${result.why}`) });
}

export function intervalWords(result: Measured, { t }: Translator): string {
  if (result.kind !== 'value' || result.interval === null) return '';
  const { low, high } = result.interval;
  return t('agreement.between', { low: figure(low), high: figure(high) });
}

/** Whom a measure is between. */
export function coderWords(
  between: readonly number[] | null,
  report: AgreementReport,
  { t }: Translator,
): string {
  if (between === null) return t('agreement.all-coders');
  return between.map((place) => report.coders[place]?.name ?? '').join(' – ');
}

/** What an answer is called. */
export function categoryWords(
  question: QuestionReport['id'],
  { id, label }: Category,
  { t, locale }: Translator,
): string {
  if (label) return label[locale];
  switch (question) {
    case 'ratings':
      return id;
    case 'outcomes': {
      const outcome = OUTCOMES.find((known) => known === id);
      return outcome ? t(`outcome.${outcome}`) : id;
    }
    case 'fidelity': {
      const fidelity = FIDELITIES.find((known) => known === id);
      return fidelity ? t(`fidelity.${fidelity}`) : id;
    }
    case 'note-kinds': {
      const kind = TRANSLATION_NOTE_KINDS.find((known) => known === id);
      return kind ? t(`note.kind.${kind}`) : id;
    }
    default:
      return assertNever(question);
  }
}

/** What the spans of a row are. */
export function spanWords({ kind, path }: SpanReport, { t }: Translator): string {
  return kind === 'tag' ? path.join(' › ') : t(`agreement.spans.${kind}`);
}

function assertNever(question: never): never {
  throw new Error(`not a question: ${question}`);
}
