import { numberOf } from '../../text/numbers/decimal.ts';
import { type MentionedDate, mentionedDates } from '../../text/numbers/mentioned-dates.ts';
import { quantitiesIn } from '../../text/numbers/quantity.ts';
import type { Finding } from './finding.ts';
import { inStory, isCut, type PairSides, type Side, whole, wordsAt } from './side.ts';

/** A day that is told by its name or from today on, as newspapers do in one language and not in the other. */
const OTHERWISE =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:today|yesterday|tomorrow|tonight|last|this|next|earlier|later|ago|annual)\b|[月火水木金土日]曜|[同前翌昨今来先]\s?(?:日|月|年|週|夜|朝|晩)|本日|昨|きょう|きのう|あす|先週|来週/iu;

/** Dates that the two sides do not have in common, days that there are not, and Japanese years that an era did not have. */
export function checkDates({ original, translation }: PairSides): Finding[] {
  return [
    ...[original, translation].flatMap((side) => (side ? impossible(side, side === original) : [])),
    ...(original && translation ? differing(original, translation) : []),
  ];
}

function impossible(side: Side, isOriginal: boolean): Finding[] {
  return mentionedDates(side.text).flatMap((date) => {
    if (!date.problem) return [];
    const place = inStory(side, date);
    return {
      check: 'dates',
      what: date.problem,
      params: { words: wordsAt(side, date) },
      original: isOriginal ? place : null,
      translation: isOriginal ? null : place,
      note: isOriginal ? 'nuance' : 'mistranslation',
      suggestion: '',
    };
  });
}

function differing(original: Side, translation: Side): Finding[] {
  const from = mentionedDates(original.text);
  const to = mentionedDates(translation.text);
  pairOff(from, to, agree);
  dropNumbers(from, translation);
  dropNumbers(to, original);
  // A day of the month alone is said or left out as a newspaper likes; it counts beside another one only.
  const changed = pairOff(from, to, (one, other) => kindOf(one) === kindOf(other));
  const isTold = (date: MentionedDate, other: Side) => kindOf(date) !== 'day' && !OTHERWISE.test(other.text);
  const finding = (rest: Omit<Finding, 'check' | 'suggestion'>): Finding => ({
    ...rest,
    check: 'dates',
    suggestion: '',
  });
  return [
    ...changed.map(([one, other]) =>
      finding({
        what: 'date-differs',
        params: { original: wordsAt(original, one), translation: wordsAt(translation, other) },
        original: inStory(original, one),
        translation: inStory(translation, other),
        note: 'mistranslation',
      }),
    ),
    ...from
      .filter((date) => isTold(date, translation))
      .map((date) =>
        finding({
          what: 'date-missing',
          params: { original: wordsAt(original, date) },
          original: inStory(original, date),
          translation: whole(translation),
          note: 'omission',
        }),
      ),
    ...to
      .filter((date) => isTold(date, original) && !isCut(original))
      .map((date) =>
        finding({
          what: 'date-added',
          params: { translation: wordsAt(translation, date) },
          original: whole(original),
          translation: inStory(translation, date),
          note: 'addition',
        }),
      ),
  ];
}

/** Two dates that may be the same one: they share something, and contradict each other in nothing. */
function agree(one: MentionedDate, other: MentionedDate): boolean {
  let shared = 0;
  for (const part of ['year', 'month', 'day'] as const) {
    if (one[part] === null || other[part] === null) continue;
    if (one[part] !== other[part]) return false;
    shared += 1;
  }
  return shared > 0;
}

/** The smallest thing that a date tells. */
function kindOf({ year, month, day }: MentionedDate): 'day' | 'date' | 'month' | 'year' {
  if (day !== null) return month === null && year === null ? 'day' : 'date';
  return month !== null ? 'month' : 'year';
}

/** 2024 may be 24年 on the other side, the 7th of a month `the 7th`. */
function dropNumbers(dates: MentionedDate[], other: Side): void {
  const numbers = quantitiesIn(other.text).map(({ value }) => numberOf(value));
  const kept = dates.filter(({ year, month, day }) => {
    if (year !== null && month === null) return !numbers.includes(year) && !numbers.includes(year % 100);
    return !(day !== null && month === null && numbers.includes(day));
  });
  dates.splice(0, dates.length, ...kept);
}

function pairOff(
  from: MentionedDate[],
  to: MentionedDate[],
  fits: (one: MentionedDate, other: MentionedDate) => boolean,
): [MentionedDate, MentionedDate][] {
  const pairs: [MentionedDate, MentionedDate][] = [];
  for (const one of [...from]) {
    const other = to.find((candidate) => fits(one, candidate));
    if (!other) continue;
    from.splice(from.indexOf(one), 1);
    to.splice(to.indexOf(other), 1);
    pairs.push([one, other]);
  }
  return pairs;
}
