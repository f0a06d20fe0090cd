/** A cell of a confusion matrix. */
export interface Cell {
  row: number;
  column: number;
}

/**
 * The cell that an arrow key leads to: the next one in its direction that counts something, in the same row or column
 * where there is one; Home and End: the first and the last. null where the key means nothing or there is none.
 */
export function cellFrom(
  key: string,
  { row, column }: Cell,
  counts: readonly (readonly number[])[],
): Cell | null {
  const filled = counts.flatMap((cells, at) =>
    cells.flatMap((count, place) => (count > 0 ? [{ row: at, column: place }] : [])),
  );
  const nearest = (cells: Cell[], distance: (cell: Cell) => number) =>
    cells.sort((a, b) => distance(a) - distance(b))[0] ?? null;
  // Whatever lies ahead; what lies straight ahead first, then what is least beside the way.
  const along = (ahead: (cell: Cell) => number, aside: (cell: Cell) => number) =>
    nearest(
      filled.filter((cell) => ahead(cell) > 0),
      (cell) => Math.abs(aside(cell)) * counts.length * 2 + ahead(cell),
    );
  switch (key) {
    case 'ArrowRight':
      return along(
        (cell) => cell.column - column,
        (cell) => cell.row - row,
      );
    case 'ArrowLeft':
      return along(
        (cell) => column - cell.column,
        (cell) => cell.row - row,
      );
    case 'ArrowDown':
      return along(
        (cell) => cell.row - row,
        (cell) => cell.column - column,
      );
    case 'ArrowUp':
      return along(
        (cell) => row - cell.row,
        (cell) => cell.column - column,
      );
    case 'Home':
      return filled[0] ?? null;
    case 'End':
      return filled.at(-1) ?? null;
    default:
      return null;
  }
}

/** The cell that the Tab key leads to: the one that was chosen, else the first that counts something. */
export function firstCell(counts: readonly (readonly number[])[], chosen: Cell | null): Cell | null {
  if (chosen && (counts[chosen.row]?.[chosen.column] ?? 0) > 0) return chosen;
  return cellFrom('Home', { row: 0, column: 0 }, counts);
}
