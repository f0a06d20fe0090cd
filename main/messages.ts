import { IntlMessageFormat } from 'intl-messageformat';
import type { Problem } from '../app/problem.ts';
import en from '../resources/locales/en/errors.json' with { type: 'json' };
import ja from '../resources/locales/ja/errors.json' with { type: 'json' };

export type MessageLocale = 'en' | 'ja';
const ERRORS: Record<MessageLocale, Record<string, string>> = { en, ja };

/** What to tell a person about a problem, on one line: what happened, where, what to do next. */
export function messageOf(problem: Problem, locale: MessageLocale = 'en'): string {
  const pattern = withoutUnknownMoments(ERRORS[locale][problem.code] ?? problem.code, problem.params);
  // Markup in a file's name is part of the name.
  const format = new IntlMessageFormat(pattern, locale, undefined, { ignoreTag: true });
  const values = new Proxy(problem.params, {
    // A value that whoever failed did not know must not hide what happened.
    has: () => true,
    get: (params, name) => (typeof name === 'string' ? (params[name] ?? '?') : undefined),
  });
  return String(format.format(values)).replace(/\s+/gu, ' ').trim();
}

/** A moment that is not known cannot be put into words as one. */
function withoutUnknownMoments(pattern: string, params: Problem['params']): string {
  return pattern.replace(/\{(\w+), (?:date|time), \w+\}/gu, (whole, name: string) =>
    typeof params[name] === 'number' ? whole : `{${name}}`,
  );
}

/** A text of the interface for the command line, which speaks English. */
export function textOf(pattern: string, values: Record<string, string | number> = {}): string {
  return String(new IntlMessageFormat(pattern, 'en', undefined, { ignoreTag: true }).format(values));
}
