import { CATALOGUE, INTERCHANGE_IDS, type InterchangeId } from '../interchange/catalogue.ts';

/** Reports for readers, by the name that the command line and the contract use. */
export const REPORT_FORMATS = ['html', 'pdf', 'docx', 'md', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What tools of translators take: the translations as a memory, and the glossary. */
export const TRANSLATION_FORMATS = ['tmx', 'tbx'] as const;
export type TranslationFormat = (typeof TRANSLATION_FORMATS)[number];

/** Everything that a project is exported to: reports, translations and annotations for other tools. */
export const EXPORT_FORMATS = [...REPORT_FORMATS, ...TRANSLATION_FORMATS, ...INTERCHANGE_IDS] as const;
export type ExportFormat = ReportFormat | TranslationFormat | InterchangeId;

export function isInterchange(format: ExportFormat): format is InterchangeId {
  return Object.hasOwn(CATALOGUE, format);
}

export function isTranslation(format: ExportFormat): format is TranslationFormat {
  return TRANSLATION_FORMATS.some((known) => known === format);
}

/** What the name of an export as one file ends in, without the dot: a folder is packed. */
export function extensionOf(format: ExportFormat): string {
  if (!isInterchange(format)) return format;
  const { layout, extension } = CATALOGUE[format];
  return layout === 'folder' ? 'zip' : extension;
}

/** Whether an export is laid out for readers: by a template, with an author, an introduction and a logo. */
export function isLaidOut(format: ExportFormat): boolean {
  return !isInterchange(format) && !isTranslation(format) && format !== 'json';
}

/** Whether it matters which stories are chosen: a glossary and a codebook are about none. */
export function isOfStories(format: ExportFormat): boolean {
  return format !== 'tbx' && format !== 'qdc';
}
