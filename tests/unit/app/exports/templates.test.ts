import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { htmlReport } from '../../../../app/exports/html.ts';
import { REPORT_TEMPLATES, type ReportOptions } from '../../../../app/exports/options.ts';
import { sample } from './arbitrary.ts';
import { attribute, domOf, elements } from './dom.ts';
import { example } from './example.ts';
import { joined, reportOf } from './support.ts';

const LANGUAGES = [['en'], ['ja'], ['en', 'ja'], ['ja', 'en']] as const;
const CASES = REPORT_TEMPLATES.flatMap((template) =>
  LANGUAGES.map((languages) => ({ template, languages: [...languages], name: languages.join(' and ') })),
);

/** What the standard asks for; how a tag is written is nobody's concern. */
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // Lists of footnotes and references begin where the last one ended.
    'prefer-native-element': 'error',
    'no-inline-style': 'error',
    // Policies that the standard does not know of.
    'require-sri': 'off',
    // A title may be as long as the person who writes it likes.
    'long-title': 'off',
  },
});

function optionsOf(
  template: ReportOptions['template'],
  languages: ReportOptions['languages'],
): ReportOptions {
  return {
    template,
    languages,
    author: '佐伯 澪 & <desk>',
    introduction: 'What was checked.\nAnd how.\n\n第二段落。',
    logo: {
      type: 'image/png',
      base64:
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    },
  };
}

async function complaints(html: string) {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages, source }) =>
    messages.map(
      ({ ruleId, message, line, column }) =>
        `${ruleId}: ${message} at ${source?.split('\n')[line - 1]?.slice(Math.max(0, column - 40), column + 80)}`,
    ),
  );
}

describe.each(CASES)('a report of the template $template in $name', ({ template, languages }) => {
  const options = optionsOf(template, languages);

  it('is valid HTML, has every id once, a target for every link, and headings in order', async () => {
    const check = async (html: string) => {
      expect(await complaints(html)).toEqual([]);
      const all = elements(domOf(html));
      const ids = all.flatMap((element) => attribute(element, 'id') ?? []);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      const inside = all.flatMap((element) => [
        ...(attribute(element, 'href') ?? '').split(' ').filter((href) => href.startsWith('#')),
        ...(attribute(element, 'aria-labelledby') ?? '')
          .split(' ')
          .flatMap((id) => (id === '' ? [] : [`#${id}`])),
      ]);
      expect(inside.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
      const levels = all.flatMap(({ tagName }) => (/^h[1-6]$/u.test(tagName) ? [Number(tagName[1])] : []));
      levels.forEach((level, index) => {
        expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
      });
    };
    const { project, stories } = example();
    await check(await joined(htmlReport(reportOf(project, stories, { options }))));
    await check(await joined(htmlReport(reportOf(project, [], { options }))));
    await fc.assert(
      fc.asyncProperty(sample, async ({ project, stories }) => {
        await check(await joined(htmlReport(reportOf(project, stories, { options }))));
      }),
      { numRuns: 6 },
    );
  });
});
