import { statSync } from 'node:fs';
import path from 'node:path';
import { startFolder } from './paths.mjs';

/**
 * What stands after `npm start --`: dumps and projects, as absolute paths. Ends the program with a message where
 * one of them does not exist.
 * @param {string[]} args
 * @returns {string[]}
 */
export function filesToOpen(args) {
  return args.map((given) => {
    const file = path.resolve(startFolder(), given);
    if (!statSync(file, { throwIfNoEntry: false })) {
      process.stderr.write(`There is no file ${file}. Check the path and run npm start again.\n`);
      process.exit(1);
    }
    return file;
  });
}
