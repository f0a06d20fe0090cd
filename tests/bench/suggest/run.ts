import { parseArgs } from 'node:util';
import { type Measured, measure, REASON_KINDS, type Score, scoreOf, scoreOfKind } from './measure.ts';

/**
 * Precision and recall of the suggestions, on sentences of real dumps that were labelled by hand (LABELS.md). The
 * held-back third is left out with `--tuning`, which is how rules are worked on; `--errors` prints what went wrong
 * in the tuning part.
 */
const { values } = parseArgs({ options: { tuning: { type: 'boolean' }, errors: { type: 'boolean' } } });
const { measured, missing } = await measure();

if (missing.length > 0) {
  console.log(`${missing.length} labelled files are not there, or are others; their sentences are left out:`);
  for (const file of missing) console.log(`  ../shared/${file}`);
}
if (measured.length > 0) {
  console.log(`${''.padEnd(24)}sentences  worth checking  suggested  precision       recall`);
  for (const split of values.tuning ? (['tuning'] as const) : (['tuning', 'held-back'] as const)) {
    const part = measured.filter((sentence) => sentence.split === split);
    print(split, scoreOf(part));
    for (const lang of ['ja', 'en'] as const)
      print(
        `  ${lang === 'ja' ? 'Japanese' : 'English'}`,
        scoreOf(part.filter((each) => each.lang === lang)),
      );
    for (const kind of REASON_KINDS) print(`  ${kind}`, scoreOfKind(part, kind));
  }
}
if (values.errors) {
  const wrong = measured.filter(
    ({ split, worthy, suggestion }) => split === 'tuning' && worthy !== !!suggestion,
  );
  for (const sentence of wrong) console.log(errorLine(sentence));
}

function print(name: string, { sentences, worthy, suggested, right, found }: Score): void {
  const share = (part: number, whole: number) =>
    whole === 0 ? '–' : `${(part / whole).toFixed(2)} (${part}/${whole})`;
  console.log(
    `${name.padEnd(24)}${String(sentences).padEnd(11)}${String(worthy).padEnd(16)}${String(suggested).padEnd(11)}${share(right, suggested).padEnd(16)}${share(found, worthy)}`,
  );
}

function errorLine({ worthy, lang, kinds, suggestion, text }: Measured): string {
  const reasons = suggestion?.reasons.map(({ ruleId }) => ruleId).join(' ') ?? kinds.join(' ');
  return `${worthy ? 'missed' : 'wrong '} ${lang} [${reasons}] ${JSON.stringify(text)}`;
}
