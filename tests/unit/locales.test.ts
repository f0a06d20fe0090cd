import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../resources/locales/', import.meta.url).pathname;
const catalogue = (locale: string, file: string): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, locale, file), 'utf8'));

/** Names of the values that a message takes, plural branches included. */
function values(message: string): string[] {
  const names = new Set<string>();
  const walk = (elements: ReturnType<typeof parse>) => {
    for (const element of elements) {
      if ('value' in element && element.type !== TYPE.literal) names.add(element.value);
      if ('options' in element) for (const option of Object.values(element.options)) walk(option.value);
    }
  };
  walk(parse(message, { ignoreTag: true }));
  return [...names].sort();
}

describe.each(readdirSync(join(folder, 'en')))('%s', (file) => {
  const en = catalogue('en', file);
  const ja = catalogue('ja', file);

  it('says everything in both languages', () => {
    expect(Object.keys(ja)).toEqual(Object.keys(en));
  });

  it('puts the same values into both', () => {
    for (const key of Object.keys(en))
      expect({ key, values: values(ja[key] ?? '') }).toEqual({ key, values: values(en[key] ?? '') });
  });

  it('leaves nothing empty', () => {
    for (const [key, message] of [...Object.entries(en), ...Object.entries(ja)])
      expect(message.trim(), key).not.toBe('');
  });
});
