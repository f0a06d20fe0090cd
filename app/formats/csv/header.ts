import { nameFits, type Role } from '../mapping/column-names.ts';
import { readDateValue } from '../mapping/date-value.ts';

const ROLES: readonly Role[] = ['text', 'id', 'title', 'name', 'handle', 'date', 'lang', 'link'];
/** A longer cell is no column's name. In UTF-16 units. */
const NAME_MAX_LENGTH = 60;
const SENTENCE = /[。．！？!?]$|\.\s|https?:/u;

/** The names of a table's columns, or null where its first row is one like the others: then they are 1, 2, 3 and so on. */
export function headerOf(rows: readonly (readonly string[])[]): string[] | null {
  const first = rows[0]?.map((cell) => cell.trim()) ?? [];
  if (!first.some((cell) => cell !== '') || !first.every(mayBeName)) return null;
  const known = first.some((cell) => ROLES.some((role) => nameFits([cell], role) > 0));
  // A lone row is the names of a table without rows only where they are names for sure.
  return known || rows.length > 1 ? distinct(first) : null;
}

/** The name of a column, 0-based. */
export function columnName(header: readonly string[] | null, column: number): string {
  return header?.[column] ?? String(column + 1);
}

function mayBeName(cell: string): boolean {
  return (
    cell.length <= NAME_MAX_LENGTH &&
    !SENTENCE.test(cell) &&
    !/^[-+]?[\d.,]+%?$/u.test(cell) &&
    readDateValue(cell) === null
  );
}

/** Empty names become numbers; of equal ones the second gets a 2. */
function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((given, column) => {
    const name = given === '' ? String(column + 1) : given;
    let own = name;
    for (let number = 2; taken.has(own); number++) own = `${name} ${number}`;
    taken.add(own);
    return own;
  });
}
