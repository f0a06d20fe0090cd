/** The last part of a path of any system. */
export function fileName(path: string): string {
  return path.replace(/[/\\]+$/u, '').replace(/^.*[/\\]/u, '');
}

/** A path without its last part. */
export function folderName(path: string): string {
  const last = fileName(path);
  return path.slice(0, path.lastIndexOf(last)).replace(/(.)[/\\]+$/u, '$1');
}

/** The path of a name in a folder, with the separator that the folder's own path has. */
export function joinPath(folder: string, name: string): string {
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/';
  return folder.endsWith(separator) ? folder + name : folder + separator + name;
}

/** Signs that a file name cannot have on one system or another, with control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not stand in a file name
const FORBIDDEN = /[\u0000-\u001f\u007f/\\:*?"<>|]/gu;

/** A title as a file name, at most 80 UTF-16 units long. */
export function asFileName(title: string, fallback: string): string {
  const name = title
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^\.+|\.+$/gu, '');
  return name.slice(0, 80).toWellFormed().trim() || fallback;
}

/** Whether a name can be given to a file. */
export function isFileName(name: string): boolean {
  return name.trim() !== '' && name !== '.' && name !== '..' && !/[/\\\0]/u.test(name);
}
