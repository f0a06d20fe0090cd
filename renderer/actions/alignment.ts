import type { PairRanges } from '../../app/translation/align.ts';
import { join, type Pairs, type Side, shift, split, suggestedCut } from '../../app/translation/edit-pairs.ts';
import type { Fidelity } from '../../app/translation/judgement.ts';
import { choosePair } from '../alignment/choose-pair.ts';
import { alignAs, hullOf, judge } from '../alignment/pair-commands.ts';
import { pairAt, pairsOf, placeOf } from '../alignment/story-pairs.ts';
import type { Run } from '../keys/run-action.ts';
import { surfaces } from '../reading/surfaces.ts';
import { type Desk, keyOf } from '../store/annotating.ts';
import type { Workspace } from '../store/workspace.ts';

interface AtPair {
  desk: Desk;
  pairs: Pairs;
  /** -1: none is chosen. */
  index: number;
}

function atPair(workspace: Workspace): AtPair | null {
  const desk = workspace.desk();
  const found = desk && pairsOf(desk.story, desk.project, keyOf(desk));
  if (!desk || !found) return null;
  const { pair } = workspace.state.get();
  return { desk, pairs: found.pairs, index: pair === null ? -1 : pairAt(found.pairs, pair) };
}

/** Makes a pair the current one, and brings both its sides into sight. */
function goTo(workspace: Workspace, pair: PairRanges): void {
  choosePair(workspace, placeOf(pair));
  for (const side of [pair.translation, pair.original]) {
    const hull = hullOf(side);
    if (hull) surfaces.current?.reveal(hull);
  }
}

const step =
  (by: 1 | -1): Run =>
  (workspace) => {
    const { story, open, pair } = workspace.state.get();
    if (!story || !open?.currentDumpId) return;
    const pairs = pairsOf(story, open.project, `${open.currentDumpId}/${story.id}`)?.pairs ?? [];
    const index = pair === null ? -1 : pairAt(pairs, pair);
    const next = index < 0 ? pairs.at(by > 0 ? 0 : -1) : pairs[index + by];
    if (next) goTo(workspace, next);
  };

/** Judges the current pair and goes on to the next one; the first one where none is chosen yet is only chosen. */
const judgeAs =
  (fidelity: Fidelity): Run =>
  async (workspace) => {
    const at = atPair(workspace);
    const pair = at?.pairs[at.index];
    if (!at) return;
    if (!pair) {
      const [first] = at.pairs;
      if (first) goTo(workspace, first);
      return;
    }
    if (!(await workspace.execute(judge(at.desk, pair, fidelity)))) return;
    const next = at.pairs[at.index + 1];
    if (next) goTo(workspace, next);
  };

/** Changes the pairs by a function of them, and stays at the place of the text that was current. */
async function edit(workspace: Workspace, change: (at: AtPair, pair: PairRanges) => Pairs): Promise<void> {
  const at = atPair(workspace);
  const pair = at?.pairs[at.index];
  if (!at || !pair) return;
  const changed = change(at, pair);
  if (changed !== at.pairs) await workspace.execute(alignAs(at.desk, changed));
}

const moveSentence =
  (side: Side, by: -1 | 1): Run =>
  (workspace) =>
    edit(workspace, ({ pairs, index }) => shift(pairs, index, side, by));

/** Pairing the sentences of a text and its translation, and judging them. */
export const alignmentActions = {
  'next-pair': step(1),
  'previous-pair': step(-1),
  'fidelity-faithful': judgeAs('faithful'),
  'fidelity-partial': judgeAs('partial'),
  'fidelity-wrong': judgeAs('wrong'),
  'fidelity-missing': judgeAs('missing'),
  'fidelity-added': judgeAs('added'),
  'join-pair': (workspace) => edit(workspace, ({ pairs, index }) => join(pairs, index)),
  'split-pair': (workspace) =>
    edit(workspace, ({ desk, pairs, index }, pair) => {
      const { text } = desk.story;
      const selection = workspace.state.get().selection;
      return split(text, pairs, index, suggestedCut(text, pair, selection?.start ?? null));
    }),
  'translation-up': moveSentence('translation', -1),
  'translation-down': moveSentence('translation', 1),
  'original-up': moveSentence('original', -1),
  'original-down': moveSentence('original', 1),
  'reset-pairs': async (workspace) => {
    const desk = workspace.desk();
    if (desk?.project.alignments.has(keyOf(desk))) await workspace.execute(alignAs(desk, null));
  },
  'cut-beside': ({ state }) => state.update({ cutBeside: !state.get().cutBeside }),
} satisfies Record<string, Run>;
