import {
  EXPORT_FORMATS,
  type ExportFormat,
  isInterchange,
  isTranslation,
  type TranslationFormat,
} from '../../app/exports/formats.ts';
import { CATALOGUE } from '../../app/interchange/catalogue.ts';
import { FEATURES, type Feature, lostBy } from '../../app/interchange/features.ts';
import type { Layout } from '../../app/interchange/format.ts';
import checks from '../../resources/locales/en/checks.json' with { type: 'json' };
import dialogs from '../../resources/locales/en/dialogs.json' with { type: 'json' };
import words from '../../resources/locales/en/interchange.json' with { type: 'json' };
import { type Io, parseCommandLine, UsageError } from './arguments.ts';

export const usage = `Usage: uratori formats [--json]

Lists what a project is exported to (uratori export --format), what each format carries, and what it cannot carry.

  --json           a JSON list of {id, name, kind, layout, offsetUnit, carries, loses}
`;

const TEXTS: Readonly<Record<string, string>> = { ...dialogs, ...checks, ...words };
/** A translation memory has the paired sentences, and the words that notes put right. */
const TRANSLATIONS: Readonly<Record<TranslationFormat, readonly Feature[]>> = {
  tmx: ['pairs', 'note-words'],
  tbx: ['glossary'],
};
const READABLE = FEATURES.filter((feature) => feature !== 'glossary');

const LAYOUTS: Readonly<Record<Layout, string>> = {
  file: 'one file',
  folder: 'a folder or a .zip',
  package: 'one file that packs several',
};

interface Told {
  id: ExportFormat;
  name: string;
  /** `report`: for readers. `translations`, `annotations`: for other tools, and read back. */
  kind: 'report' | 'translations' | 'annotations';
  layout: Layout;
  offsetUnit: string | null;
  carries: readonly string[];
  loses: readonly string[];
}

export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommandLine({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  if (positionals.length > 0) throw new UsageError(`“${positionals[0]}” is one too many`);
  const told = EXPORT_FORMATS.map(tell);
  io.stdout.write(values.json ? `${JSON.stringify(told, null, 2)}\n` : told.map(inWords).join('\n'));
  return 0;
}

function tell(id: ExportFormat): Told {
  const name = TEXTS[`export.format-${id}`] ?? id;
  if (isInterchange(id)) {
    const { layout, unit: offsetUnit, carries } = CATALOGUE[id];
    return { id, name, kind: 'annotations', layout, offsetUnit, carries, loses: lostBy(carries) };
  }
  const offsetUnit = id === 'json' ? 'utf-16-code-unit' : null;
  const kind = isTranslation(id) ? 'translations' : 'report';
  const carries = isTranslation(id) ? TRANSLATIONS[id] : id === 'json' ? FEATURES : READABLE;
  return { id, name, kind, layout: 'file', offsetUnit, carries, loses: lostBy(carries) };
}

function inWords({ id, name, kind, layout, offsetUnit, carries, loses }: Told): string {
  const list = (features: readonly string[]) =>
    features.map((feature) => TEXTS[`feature.${feature}`]).join('; ');
  const lines = [
    `${id}  ${name}: ${TEXTS[`export.hint-${id}`]}`,
    `  ${kind}, ${LAYOUTS[layout]}, offsets: ${offsetUnit ?? 'none'}`,
    ...(loses.length === 0
      ? ['  carries everything']
      : [`  carries: ${list(carries)}`, `  cannot carry: ${list(loses)}`]),
  ];
  return `${lines.join('\n')}\n`;
}
