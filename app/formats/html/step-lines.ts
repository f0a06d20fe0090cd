/** Counts the lines of a text that comes in steps. */
export class StepLines {
  private step = '';
  private start = 0;
  /** The first line break that was not counted. */
  private nextBreak = -1;
  private line = 1;

  /** @param start what the step's first unit is called from now on */
  begin(step: string, start: number): void {
    this.at(Number.POSITIVE_INFINITY);
    this.step = step;
    this.start = start;
    this.nextBreak = step.indexOf('\n');
  }

  /** The line of a unit of this step, 1-based. Never asked for one before the last one. */
  at(unit: number): number {
    while (this.nextBreak !== -1 && this.nextBreak < unit - this.start) {
      this.line++;
      this.nextBreak = this.step.indexOf('\n', this.nextBreak + 1);
    }
    return this.line;
  }
}
