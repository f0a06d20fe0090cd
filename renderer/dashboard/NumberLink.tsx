import type { StoryFilter } from '../../app/contract.ts';
import type { Tally } from '../../app/overview/tally.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace } from '../store/context.ts';
import { showStories } from './show-stories.ts';

interface Props {
  tally: Tally;
  /** What it counts, in words: its row and its column. */
  of: string;
  unit: 'claims' | 'stories';
  filter: Partial<StoryFilter>;
}

/** A number that leads to its stories. Nothing leads nowhere. */
export function NumberLink({ tally, of, unit, filter }: Props) {
  const workspace = useWorkspace();
  const { t, number } = useTranslator();
  if (tally.count === 0) return <span className="no-number">0</span>;
  const told = t('overview.number', { of, unit, count: tally.count, stories: tally.stories.length });
  return (
    <button
      type="button"
      className="number-link"
      aria-label={told}
      title={told}
      onClick={() => void showStories(workspace, filter)}
    >
      {number(tally.count)}
    </button>
  );
}
