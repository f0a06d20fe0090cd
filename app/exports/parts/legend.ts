import type { Block } from '../model/block.ts';
import type { Draft } from '../model/draft.ts';
import { VERDICTS } from '../summary.ts';
import { partHeading } from './headings.ts';
import { markName } from './jumps.ts';

/** How marks in a text look, and what they mean. */
export function* legend(draft: Draft): Generator<Block> {
  const { say } = draft.voice;
  yield partHeading(draft, 'legend', 'legend', 'legend');
  yield {
    kind: 'legend',
    rows: [
      {
        kind: 'verdicts',
        name: markName(draft, 'claim', 1),
        label: say('legend.claim'),
        verdicts: VERDICTS.map((verdict) => ({ verdict, label: say(`outcome.${verdict}`) })),
      },
      { kind: 'note', name: markName(draft, 'note', 1), label: say('legend.note') },
      { kind: 'tag', name: markName(draft, 'tag', 1), label: say('legend.tag') },
      { kind: 'moved', label: say('legend.moved') },
    ],
  };
}
