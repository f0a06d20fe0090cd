/** Made by systems and tools beside what people keep; nobody's stories are in there. */
const FOLDERS = new Set([
  'node_modules',
  '__macosx',
  '$recycle.bin',
  'system volume information',
  '__pycache__',
  'cvs',
]);
const FILES = new Set(['thumbs.db', 'ehthumbs.db', 'desktop.ini', 'icon\r']);
/** Projects of this program, with their journals and backups. */
const PROJECT = /\.uratori(?:\.|$)/i;
/** Pictures, sounds, films, fonts and styles belong to many exports, often by the thousand. */
const MEDIA =
  /\.(?:jpe?g|png|gif|webp|avif|heic|bmp|tiff?|ico|svg|mp3|m4a|aac|og[ga]|opus|wav|flac|mp4|m4v|mov|webm|mkv|avi|mpe?g|wmv|flv|3gp|woff2?|ttf|otf|eot|css|map)$/i;
/** What a browser saves along with a page. */
const SCRIPT_OF_PAGE = /_files\/[^/]+\.m?js$/i;

/** True for a file or folder, by its name alone, that is left out without a word. */
export function isJunk(name: string): boolean {
  const low = name.toLowerCase();
  return (
    (name.startsWith('.') && name !== '.' && name !== '..') ||
    name.startsWith('~$') ||
    FOLDERS.has(low) ||
    FILES.has(low) ||
    PROJECT.test(low)
  );
}

/** The same for a path within a dump. */
export function isJunkPath(path: string): boolean {
  return path.split('/').some(isJunk) || MEDIA.test(path) || SCRIPT_OF_PAGE.test(path);
}
