import type { TagColour } from '../../tag.ts';
import type { Fidelity } from '../../translation/judgement.ts';
import type { Series } from '../model/chart.ts';
import type { TextMark } from '../model/story-text.ts';
import type { Verdict } from '../summary.ts';

/** Colours as hexadecimal RRGGBB: legible on white. */
export const QUIET = '57606A';
export const LINK = '0B4F9E';
export const RULE = 'C4C9CF';
export const RAISED = 'F6F7F8';
const NOTE = '6D28A8';

export const VERDICT_COLOURS: Readonly<Record<Verdict, string>> = {
  verified: '11652C',
  disputed: 'A8071A',
  unresolved: '7C4A00',
  'out-of-scope': '4B5563',
  unrated: '4B5563',
};
const VERDICT_WASHES: Readonly<Record<Verdict, string>> = {
  verified: 'E4EEE7',
  disputed: 'FAE3E4',
  unresolved: 'FBF1D9',
  'out-of-scope': 'ECEDEF',
  unrated: 'F1F2F4',
};
const VERDICT_LINES: Readonly<Record<Verdict, string>> = {
  verified: 'single',
  disputed: 'wave',
  unresolved: 'dash',
  'out-of-scope': 'dotted',
  unrated: 'dotted',
};
export const TAG_COLOURS: Readonly<Record<TagColour, string>> = {
  blue: '0B4F9E',
  orange: '8F4A00',
  green: '11652C',
  pink: '9B2A6A',
  sky: '0A5A78',
  red: 'A8071A',
  yellow: '6A5300',
  grey: '4B5563',
};
export const FIDELITY_COLOURS: Readonly<Record<Fidelity, string>> = {
  faithful: '0B4F9E',
  partial: '6A5300',
  wrong: '9B2A6A',
  missing: '6A5300',
  added: '0A5A78',
};

export function seriesColour(series: Series): string {
  return series.kind === 'verdict' ? VERDICT_COLOURS[series.verdict] : FIDELITY_COLOURS[series.fidelity];
}

/** How the words of a mark look: colour of its number, wash behind them, line below them. */
export function markLook({ look, colour }: Pick<TextMark, 'look' | 'colour'>): {
  ink: string;
  wash: string | null;
  line: string;
} {
  switch (look.kind) {
    case 'claim': {
      const { verdict } = look;
      return {
        ink: VERDICT_COLOURS[verdict],
        wash: VERDICT_WASHES[verdict],
        line: VERDICT_LINES[verdict],
      };
    }
    case 'note':
      return { ink: NOTE, wash: 'F1E9FA', line: 'double' };
    case 'tag':
      return { ink: TAG_COLOURS[colour ?? 'grey'], wash: null, line: 'single' };
    default:
      return assertNever(look);
  }
}

function assertNever(value: never): never {
  throw new Error(`not a look: ${JSON.stringify(value)}`);
}
