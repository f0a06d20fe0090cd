import type { ReportLabel } from '../labels.ts';
import type { Heading, SectionRole } from '../model/block.ts';
import type { Draft } from '../model/draft.ts';
import { said } from '../model/pieces.ts';

/** The heading of a part of the report, by one of its words. */
export function partHeading({ voice }: Draft, role: SectionRole, id: string, label: ReportLabel): Heading {
  const name = voice.say(label);
  return {
    kind: 'heading',
    level: 2,
    role,
    id,
    number: null,
    line: [said(name)],
    bookmark: name.main,
  };
}

/** A heading within a story, too small for an outline. */
export function smallHeading({ voice }: Draft, role: SectionRole, id: string, label: ReportLabel): Heading {
  return {
    kind: 'heading',
    level: 4,
    role,
    id,
    number: null,
    line: [said(voice.say(label))],
    bookmark: null,
  };
}
