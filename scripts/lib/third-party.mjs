import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';

/** What is shipped: everything imported here ends up in dist/, whether package.json says that it is for development or not. */
const SOURCES = ['app', 'main', 'renderer'];
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"./][^'"]*)['"]/gu;
const TYPES_ONLY = /^import type [^;]*;/gmu;
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/iu;

/**
 * @typedef {{ name: string, version: string, licence: string, texts: string[] }} Notice
 * `texts`: what the package itself says, a file each
 */

/** Every package that the program is built on, with all that those need, by name. @returns {Notice[]} */
export function thirdParty() {
  const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
  /** @type {Map<string, Notice>} By name and version: a package may lie in several places. */
  const found = new Map();
  const seen = new Set();
  const waiting = importedPackages().map((name) => locate(packages, '', name));
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (place === null || seen.has(place)) continue;
    seen.add(place);
    const { dependencies = {}, version, license } = packages[place];
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    found.set(`${name} ${version}`, {
      name,
      version,
      licence: license ?? licenceOf(place),
      texts: textsOf(place),
    });
    for (const needed of Object.keys(dependencies)) waiting.push(locate(packages, place, needed));
  }
  const order = (/** @type {Notice} */ a, /** @type {Notice} */ b) =>
    a.name === b.name ? (a.version < b.version ? -1 : 1) : a.name < b.name ? -1 : 1;
  return [...found.values()].sort(order);
}

/** The notices as one text. @returns {string} */
export function thirdPartyText() {
  const rule = '='.repeat(100);
  const parts = thirdParty().map(({ name, version, licence, texts }) => {
    const words =
      texts.length > 0 ? texts.join('\n\n') : `(The package has no text of its licence, ${licence}.)`;
    return `${rule}\n${name} ${version}\nLicence: ${licence}\n\n${words.trim()}\n`;
  });
  const font = readFileSync(inRoot('resources', 'fonts', 'OFL.txt'), 'utf8').trim();
  return [
    'Uratori is built on the work of others. These are the packages that are part of it, and their licences.',
    'The desktop program holds Electron and Chromium as well; their licences lie beside it.\n',
    ...parts,
    `${rule}\nNoto Sans JP (in reports that are printed)\nLicence: OFL-1.1\n\n${font}\n`,
  ].join('\n');
}

/** Where a package is found from another one: beside it or in a folder above. */
function locate(
  /** @type {Record<string, object>} */ packages,
  /** @type {string} */ from,
  /** @type {string} */ name,
) {
  for (let place = from; ; ) {
    const candidate = `${place === '' ? '' : `${place}/`}node_modules/${name}`;
    if (candidate in packages) return candidate;
    if (place === '') return null;
    const above = place.lastIndexOf('/node_modules/');
    place = above < 0 ? '' : place.slice(0, above);
  }
}

/** @returns {string[]} */
function importedPackages() {
  const { dependencies } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const names = new Set(Object.keys(dependencies));
  for (const file of SOURCES.flatMap((folder) => sourcesIn(inRoot(folder)))) {
    const text = readFileSync(file, 'utf8').replace(TYPES_ONLY, '');
    for (const [, specifier = ''] of text.matchAll(IMPORT)) {
      if (specifier.startsWith('node:') || specifier === 'electron') continue;
      names.add(
        specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    }
  }
  return [...names];
}

/** @returns {string[]} */
function sourcesIn(/** @type {string} */ folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|tsx|css)$/u.test(name) && !name.endsWith('.d.ts'))
    .map((name) => path.join(folder, name));
}

/** @returns {string[]} */
function textsOf(/** @type {string} */ place) {
  const folder = inRoot(place);
  return readdirSync(folder)
    .filter((name) => LICENCE_FILE.test(name) && statSync(path.join(folder, name)).isFile())
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8').replace(/\r\n?/gu, '\n'));
}

/** @returns {string} */
function licenceOf(/** @type {string} */ place) {
  return JSON.parse(readFileSync(inRoot(place, 'package.json'), 'utf8')).license ?? 'not stated';
}
