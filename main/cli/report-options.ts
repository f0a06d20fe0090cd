import { readFile } from 'node:fs/promises';
import type { ExportFormat } from '../../app/exports/formats.ts';
import { REPORT_TEMPLATES, type ReportOptions } from '../../app/exports/options.ts';
import { UratoriError } from '../../app/problem.ts';
import { LOCALES, type Locale } from '../../app/settings.ts';
import { readLogo } from '../export/logo.ts';
import { oneOf, UsageError } from './arguments.ts';

/** The options that say how a report is laid out. */
export const REPORT_OPTIONS = {
  template: { type: 'string' },
  locale: { type: 'string', default: 'en' },
  author: { type: 'string' },
  introduction: { type: 'string' },
  logo: { type: 'string' },
} as const;

type Given = Partial<Record<keyof typeof REPORT_OPTIONS, string>>;

/**
 * @param plain the format, where it is not laid out: it takes a language alone
 * @throws UsageError; UratoriError `file-not-readable`, `logo-too-large`, `logo-no-picture`
 */
export async function reportOptions(given: Given, plain: ExportFormat | null): Promise<ReportOptions> {
  const languages = languagesOf(given.locale ?? 'en');
  const { template, author, introduction, logo } = given;
  if (plain !== null) {
    const extra = Object.entries({ template, author, introduction, logo }).find(
      ([, value]) => value !== undefined,
    );
    if (extra) throw new UsageError(`--${extra[0]} is for reports that are laid out; ${plain} is not`);
  }
  return {
    languages,
    template: template === undefined ? 'full' : oneOf('template', template, REPORT_TEMPLATES),
    author: author ?? '',
    introduction: introduction?.startsWith('@') ? await textOf(introduction.slice(1)) : (introduction ?? ''),
    logo: logo === undefined ? null : await readLogo(logo),
  };
}

function languagesOf(given: string): Locale[] {
  const languages = given.split(',').map((name) => LOCALES.find((locale) => locale === name.trim()));
  const known = languages.filter((locale) => locale !== undefined);
  if (known.length !== languages.length || known.length > 2 || new Set(known).size !== known.length)
    throw new UsageError('--locale takes en, ja, or both with the main one first: en,ja or ja,en');
  return known;
}

async function textOf(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (thrown) {
    throw new UratoriError('file-not-readable', { path, detail: (thrown as Error).message });
  }
}
