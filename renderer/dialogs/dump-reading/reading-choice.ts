import type { DumpPreview, DumpState } from '../../../app/contract.ts';
import { AS_GUESSED } from '../../../app/dump-reading.ts';
import type { ColumnMapping } from '../../../app/formats/column-mapping.ts';
import type { DumpFormat, FormatId } from '../../../app/formats/format-ids.ts';
import { formOf, ruleOf, type SplitForm } from './split-form.ts';
import type { Wanted } from './use-preview.ts';

/** What stands in the dialog. null: as guessed. */
export interface ReadingChoice {
  format: FormatId | null;
  encoding: string | null;
  mapping: ColumnMapping | null;
  /** null while the program is still guessing, or where nothing is split. */
  form: SplitForm | null;
  /** What the program itself says, once it has said it. */
  guess: { format: DumpFormat; encoding: string } | null;
}

/** Begins with how an open dump is read, or with nothing chosen. */
export function choiceFrom(dump: DumpState | null): ReadingChoice {
  const { format, encoding, mapping } = dump?.reading ?? AS_GUESSED;
  return { format, encoding, mapping, form: dump?.rule ? formOf(dump.rule) : null, guess: null };
}

/** What to ask for; undefined while a separator or pattern is still to be typed. */
export function wantedOf({ format, encoding, mapping, form }: ReadingChoice): Wanted | undefined {
  const rule = form && ruleOf(form);
  if (form && rule === null) return undefined;
  const chosen = format !== null || encoding !== null || mapping !== null;
  return { rule, reading: chosen ? { format, encoding, mapping } : null };
}

/** Whether the dump is split by a rule; until that is known, as if it were. */
export function isSplit({ format }: ReadingChoice, preview: DumpPreview | null): boolean {
  if (preview === null) return format === null || format === 'plain-text';
  return preview.guessedRule !== null;
}
