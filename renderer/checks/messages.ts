import type { CheckId, FindingKind, PlacedFinding } from '../../app/translation/checks/finding.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { Translator } from '../i18n/translator.ts';

export const CHECK_LABELS = {
  numbers: 'check.numbers',
  dates: 'check.dates',
  rates: 'check.rates',
  glossary: 'check.glossary',
  negation: 'check.negation',
  quotations: 'check.quotations',
  untranslated: 'check.untranslated',
  sentences: 'check.sentences',
} as const satisfies Record<CheckId, MessageKey>;

const WORDS: Record<FindingKind, MessageKey> = {
  'number-differs': 'finding.number-differs',
  'number-times': 'finding.number-times',
  'number-missing': 'finding.number-missing',
  'number-added': 'finding.number-added',
  'unit-differs': 'finding.unit-differs',
  'date-differs': 'finding.date-differs',
  'date-missing': 'finding.date-missing',
  'date-added': 'finding.date-added',
  'no-such-day': 'finding.no-such-day',
  'not-in-era': 'finding.not-in-era',
  'rate-differs': 'finding.rate-differs',
  'term-missing': 'finding.term-missing',
  'term-variant': 'finding.term-variant',
  'negation-dropped': 'finding.negation-dropped',
  'negation-added': 'finding.negation-added',
  'quotes-lost': 'finding.quotes-lost',
  'quotes-added': 'finding.quotes-added',
  'attribution-lost': 'finding.attribution-lost',
  'attribution-added': 'finding.attribution-added',
  untranslated: 'finding.untranslated',
  'sentence-missing': 'finding.sentence-missing',
  'sentence-added': 'finding.sentence-added',
};

/** What a finding says, in the person's language: in the list, and as the comment of its note. */
export function wordsOf({ t }: Translator, { what, params }: PlacedFinding): string {
  return t(WORDS[what], params);
}
