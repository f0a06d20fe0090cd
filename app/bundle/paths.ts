/** Where things stand in a bundle. Unpacked by any program, the folder is a project that opens. */
export const MANIFEST = 'manifest.json';
export const PROJECT = 'project.uratori';
export const REPORT = 'report.html';
export const RO_CRATE = 'ro-crate-metadata.json';
/** Whole dumps, byte by byte. */
export const DUMPS = 'dumps/';
/** Stories taken from dumps. */
export const STORIES = 'stories/';
/** Where a project has its attachments (docs/project-file.md): `<SHA-256>-<name>`. */
export const ATTACHMENTS = `${PROJECT}.files/`;

/** UTF-16 units of a path. */
const LONGEST_PATH = 1000;
const UNSAFE = /[\p{Cc}\p{Cs}\\]/u;
/** What Windows takes for something else than a name: signs with a meaning of their own, devices, dots and blanks at an end. */
const NOT_FOR_WINDOWS = /[:*?"<>|]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** Whether a path names a file below the folder that a bundle is unpacked into. Dumps that are folders have names of all kinds. */
export function isSafePath(path: string): boolean {
  if (path.length > LONGEST_PATH || UNSAFE.test(path)) return false;
  return path.split('/').every((part) => part.trim() !== '' && part !== '.' && part !== '..');
}

/** Whether Windows has files of such a name. */
export function isSafeOnWindows(path: string): boolean {
  return path.split('/').every((part) => !NOT_FOR_WINDOWS.test(part));
}

/** Paths with the same key are one file where case, or how a letter is composed, makes no difference. */
export function pathKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** Whether a bundle may hold a file of this name at all: what is neither named nor checked has no place in one. */
export function isKnownPath(path: string): boolean {
  if ([PROJECT, REPORT, RO_CRATE].includes(path)) return true;
  if (path.startsWith(ATTACHMENTS)) return /^[0-9a-f]{64}-[^/]+$/u.test(path.slice(ATTACHMENTS.length));
  return path.startsWith(DUMPS) || path.startsWith(STORIES);
}

/** The folders that a path is in, each with a `/` at its end. */
export function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => `${parts.slice(0, index + 1).join('/')}/`);
}
