import type { ColumnMapping, ColumnPath } from '../column-mapping.ts';
import { isOfPerson, isOfPicture, isOfPlace, nameFits, type Role } from './column-names.ts';
import { type ColumnTraits, traitsOf } from './traits.ts';

/** So many records tell what the columns hold. */
export const SAMPLES = 100;

/** A level of nesting makes a column less likely the story's own, a list much less. */
const NESTED = 0.9;
const LISTED = 0.5;
/** Prose so long has all that length can say for it. In UTF-16 units, as a power of two. */
const LONG = 10;

type Rate = (traits: ColumnTraits, fit: number) => number;
type OtherRole = Exclude<Role, 'text'>;

/** How likely a column has a role, by its name's fit and its values; 0 where it cannot. */
const RATES: Record<OtherRole, Rate> = {
  // The same post may have been fetched twice.
  id: ({ distinct, filled, length }, fit) => (distinct > 0.9 && filled > 0.98 && length < 200 ? fit : 0),
  title: ({ date, link, digits }, fit) => (date < 0.5 && link < 0.5 && digits < 0.9 ? fit : 0),
  name: ({ date, link, markup, at }, fit) => (date < 0.5 && link < 0.5 && markup < 0.5 && at < 0.5 ? fit : 0),
  handle: ({ handle, at, path }, fit) => {
    if (handle < 0.8) return 0;
    return at >= 0.8 ? Math.max(fit, 0.3) + 0.5 : isOfPerson(path) || fit > 0.5 ? fit : 0;
  },
  date: ({ date, digits }, fit) => {
    if (date < 0.6) return 0;
    return fit > 0 ? fit : date > 0.9 && digits < 0.5 ? 0.2 : 0;
  },
  lang: ({ lang, length, path }, fit) => {
    if (lang < 0.6) return 0;
    return fit > 0 ? fit : lang > 0.95 && length < 3 && !isOfPlace(path) ? 0.2 : 0;
  },
  link: ({ link, path }, fit) => {
    if (link < 0.6) return 0;
    return fit > 0 ? fit : link > 0.9 && !isOfPicture(path) && !isOfPerson(path) ? 0.2 : 0;
  },
};

/**
 * Which columns of these records hold what of a story, by what they are called in English and Japanese and by what
 * their values look like.
 * @param anyText takes the column with the longest values for the text where none holds prose
 * @returns null where no column holds text
 */
export function guessMapping(samples: readonly unknown[], anyText = false): ColumnMapping | null {
  const columns = traitsOf(samples);
  const text = best(columns, textRate) ?? (anyText ? best(columns, ({ length }) => length) : null);
  if (text === null) return null;
  const mapping: ColumnMapping = { text: [text], ...NOTHING };
  const taken = new Set<ColumnPath>([text]);
  for (const { role, path } of candidates(columns)) {
    if (mapping[role] !== null || taken.has(path)) continue;
    mapping[role] = path;
    taken.add(path);
  }
  return mapping;
}

const NOTHING = { id: null, title: null, name: null, handle: null, date: null, lang: null, link: null };

/** Likely roles of columns, the likeliest first. */
function candidates(columns: readonly ColumnTraits[]): { role: OtherRole; path: ColumnPath; rate: number }[] {
  return columns
    .flatMap((traits) =>
      (Object.keys(RATES) as OtherRole[]).map((role) => ({
        role,
        path: traits.path,
        rate: mayHave(traits.path, role)
          ? RATES[role](traits, nameFits(traits.path, role)) * nearness(traits.path)
          : 0,
      })),
    )
    .filter(({ rate }) => rate > 0)
    .sort((a, b) => b.rate - a.rate);
}

/** What a list in a record holds is not the record's own, but for who wrote it. */
function mayHave(path: ColumnPath, role: OtherRole): boolean {
  return !path.includes('*') || ((role === 'name' || role === 'handle') && isOfPerson(path));
}

function textRate(traits: ColumnTraits): number {
  const { path, filled, prose, length } = traits;
  if (isOfPerson(path)) return 0;
  const fit = nameFits(path, 'text');
  const isOther = traits.link > 0.6 || traits.date > 0.6 || traits.digits > 0.9;
  if (fit === 0 ? isOther || prose < 0.5 : isOther && prose === 0 && fit < 0.7) return 0;
  const said = filled * prose * Math.min(1, Math.log2(1 + length) / LONG);
  return (2 * fit + said) * nearness(path);
}

function nearness(path: ColumnPath): number {
  return path.reduce((factor, key) => factor * (key === '*' ? LISTED : NESTED), 1);
}

function best(columns: readonly ColumnTraits[], rate: (traits: ColumnTraits) => number): ColumnPath | null {
  let found: ColumnPath | null = null;
  let most = 0;
  for (const traits of columns) {
    const rated = rate(traits);
    if (rated > most) {
      most = rated;
      found = traits.path;
    }
  }
  return found;
}
