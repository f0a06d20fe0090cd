import type { ColumnPath } from '../column-mapping.ts';
import { columnsOf } from './columns.ts';
import { readDateValue } from './date-value.ts';
import { languageFrom } from './language-value.ts';
import { textsAt } from './values.ts';

/** What a column's values look like. Shares are of the values that are not blank, from 0 to 1. */
export interface ColumnTraits {
  path: ColumnPath;
  /** Share of the samples that have a value. */
  filled: number;
  /** Average length in UTF-16 units. */
  length: number;
  /** Different values, as a share. */
  distinct: number;
  /** Words that somebody could have written for readers. */
  prose: number;
  date: number;
  /** Digits only, as ids, counts and Unix times are. */
  digits: number;
  link: number;
  lang: number;
  /** One short word of ASCII letters, as handles are. */
  handle: number;
  /** That begin with `@`. */
  at: number;
  /** With tags of HTML. */
  markup: number;
}

/** Beginnings of values tell enough. */
const LOOK_AT = 2000;
const LINK = /^https?:\/\/\S+$/iu;
const HANDLE = /^@?[a-z0-9_.-]{1,40}(?:@[a-z0-9.-]+)?$/iu;
const MARKUP = /<\/?[a-z][^<>]*>/iu;
/** JSON in a cell. */
const DATA = /^(?:\[\s*["[{\]]|\{\s*["}])/u;
/** Two words, or four characters of a script without blanks between words. */
const PROSE =
  /[\p{L}\p{M}]\p{P}?\s+[^\p{L}\s]{0,3}\p{L}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{4}|\p{Script=Thai}{4}/u;

export function traitsOf(samples: readonly unknown[]): ColumnTraits[] {
  return columnsOf(samples).map(({ path, filled }) => {
    const values = samples.flatMap((record) => textsAt(record, path).slice(0, 1)).map((text) => text.trim());
    const share = (test: (value: string) => boolean) =>
      values.filter((value) => test(value.slice(0, LOOK_AT))).length / values.length;
    const isProse = (value: string) =>
      PROSE.test(value) && !LINK.test(value) && !DATA.test(value) && readDateValue(value) === null;
    return {
      path,
      filled,
      length: values.reduce((sum, value) => sum + value.length, 0) / values.length,
      distinct: new Set(values).size / values.length,
      prose: share(isProse),
      date: share((value) => readDateValue(value) !== null),
      digits: share((value) => /^[\d.]+$/u.test(value)),
      link: share((value) => LINK.test(value)),
      lang: share((value) => languageFrom(value) !== null),
      handle: share((value) => HANDLE.test(value)),
      at: share((value) => /^[@＠]/u.test(value)),
      markup: share((value) => MARKUP.test(value)),
    };
  });
}
