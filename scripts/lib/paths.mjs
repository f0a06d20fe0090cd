import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param {...string} parts @returns {string} an absolute path in the repository */
export const inRoot = (...parts) => path.join(root, ...parts);

/** Where the person ran npm: relative paths of theirs start there. */
export const startFolder = () => process.env.INIT_CWD ?? process.cwd();
