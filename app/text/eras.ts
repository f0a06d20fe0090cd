/** A Japanese era: its first day, and the last one; the era that runs now has none. */
export interface Era {
  name: string;
  /** As in R7.2.8. */
  letter: string;
  firstYear: number;
  first: string;
  last: string | null;
}

/** Since the Gregorian calendar came to Japan; the days are those of the laws on era names. */
export const ERAS: readonly Era[] = [
  { name: '令和', letter: 'R', firstYear: 2019, first: '2019-05-01', last: null },
  { name: '平成', letter: 'H', firstYear: 1989, first: '1989-01-08', last: '2019-04-30' },
  { name: '昭和', letter: 'S', firstYear: 1926, first: '1926-12-25', last: '1989-01-07' },
  { name: '大正', letter: 'T', firstYear: 1912, first: '1912-07-30', last: '1926-12-24' },
  { name: '明治', letter: 'M', firstYear: 1868, first: '1868-01-25', last: '1912-07-29' },
];

export function eraNamed(name: string): Era | undefined {
  return ERAS.find((era) => era.name === name || era.letter === name.toUpperCase());
}

/** Whether a year, and a day of it where that is known, lies in an era: 平成32年 does not. */
export function isInEra(era: Era, year: number, month: number | null, day: number | null): boolean {
  const two = (value: number) => String(value).padStart(2, '0');
  // What is not known may be any day of the year or month.
  const earliest = `${year}-${two(month ?? 1)}-${two(day ?? 1)}`;
  const latest = `${year}-${two(month ?? 12)}-${two(day ?? 31)}`;
  return latest >= era.first && (era.last === null || earliest <= era.last);
}
