/** How a glossary is written to a file, and read from one. `tbx-2` is what older programs take. */
export const GLOSSARY_FORMATS = ['tsv', 'csv', 'tbx', 'tbx-2'] as const;
export type GlossaryFormat = (typeof GLOSSARY_FORMATS)[number];

export function extensionOf(format: GlossaryFormat): 'tsv' | 'csv' | 'tbx' {
  return format === 'tbx-2' ? 'tbx' : format;
}
