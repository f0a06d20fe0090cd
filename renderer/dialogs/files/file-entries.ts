import type { Folder, FolderEntry } from '../../../app/contract.ts';
import type { Dialog } from '../../store/state.ts';

export type FilesPurpose = Extract<Dialog, { kind: 'files' }>['purpose'];

export function isSaving(purpose: FilesPurpose): boolean {
  return purpose === 'save-project' || purpose === 'save-report' || purpose === 'save-folder';
}

const PROJECT = /\.uratori$/iu;
/** What stands beside a project file: its journal, lock and backups. */
const BESIDE_PROJECT = /\.uratori\.[^/\\]+$/iu;
const REPORT = /\.(?:html?|md|json|jsonl|zip|tmx|tbx|tsv|csv)$/iu;

function fits(purpose: FilesPurpose, name: string): boolean {
  switch (purpose) {
    case 'open-dump':
    case 'open-annotations':
      return !PROJECT.test(name);
    case 'open-folder':
    case 'save-folder':
      return false;
    case 'open-project':
    case 'save-project':
      return PROJECT.test(name);
    case 'open-any':
      return true;
    case 'save-report':
      return REPORT.test(name);
    default:
      return assertNever(purpose);
  }
}

export interface Sieve {
  purpose: FilesPurpose;
  /** Shows what does not fit the purpose too, and what is hidden. */
  everything: boolean;
  /** Words that the name has to hold, in any order. */
  typed: string;
}

/**
 * What the browser lists of a folder: folders first, then by name as people count (2 before 10). The list of the
 * places that may be seen keeps its order.
 */
export function listed(
  { path, entries }: Pick<Folder, 'path' | 'entries'>,
  { purpose, everything, typed }: Sieve,
  locale: string,
): FolderEntry[] {
  const words = fold(typed).split(/\s+/u).filter(Boolean);
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const fitting = entries.filter(({ name, kind }) => {
    const shown =
      everything ||
      (!name.startsWith('.') && !BESIDE_PROJECT.test(name) && (kind === 'folder' || fits(purpose, name)));
    const folded = fold(name);
    return shown && words.every((word) => folded.includes(word));
  });
  return path === '' ? fitting : fitting.sort((a, b) => rank(a) - rank(b) || compare(a.name, b.name));
}

/** A name with the extension that its purpose asks for. */
export function withExtension(purpose: FilesPurpose, name: string, suggested: string): string {
  const trimmed = name.trim();
  if (purpose === 'save-project') return PROJECT.test(trimmed) ? trimmed : `${trimmed}.uratori`;
  if (purpose === 'save-folder') return trimmed;
  const extension = /\.[^.]+$/u.exec(suggested)?.[0] ?? '';
  return trimmed.toLowerCase().endsWith(extension.toLowerCase()) ? trimmed : trimmed + extension;
}

function rank({ kind }: FolderEntry): number {
  return kind === 'folder' ? 0 : 1;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function assertNever(purpose: never): never {
  throw new Error(`not a purpose: ${purpose}`);
}
