import { describe, expect, it } from 'vitest';
import { cellFrom, firstCell } from '../../../../renderer/agreement/cells.ts';

const COUNTS = [
  [4, 0, 1],
  [0, 0, 2],
  [3, 0, 0],
];
const at = (row: number, column: number) => ({ row, column });

describe('keys in a confusion matrix', () => {
  it('lead to the next cell that counts something, straight ahead where there is one', () => {
    expect(cellFrom('ArrowRight', at(0, 0), COUNTS)).toEqual(at(0, 2));
    expect(cellFrom('ArrowDown', at(0, 2), COUNTS)).toEqual(at(1, 2));
    expect(cellFrom('ArrowDown', at(0, 0), COUNTS)).toEqual(at(2, 0));
    expect(cellFrom('ArrowUp', at(2, 0), COUNTS)).toEqual(at(0, 0));
    expect(cellFrom('ArrowLeft', at(1, 2), COUNTS)).toEqual(at(0, 0));
    expect(cellFrom('End', at(0, 0), COUNTS)).toEqual(at(2, 0));
    expect(cellFrom('Home', at(2, 0), COUNTS)).toEqual(at(0, 0));
  });

  it('lead nowhere from the edge, nor do other keys', () => {
    expect(cellFrom('ArrowRight', at(1, 2), COUNTS)).toBe(null);
    expect(cellFrom('x', at(0, 0), COUNTS)).toBe(null);
  });

  it('begin with the cell that was chosen, if it still counts something', () => {
    expect(firstCell(COUNTS, at(1, 2))).toEqual(at(1, 2));
    expect(firstCell(COUNTS, at(1, 1))).toEqual(at(0, 0));
    expect(firstCell([[0]], null)).toBe(null);
  });
});
