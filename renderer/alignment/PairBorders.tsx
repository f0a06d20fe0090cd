import type { AlignedPair } from '../../app/translation/align.ts';
import { useTranslator } from '../i18n/context.ts';
import type { ActionId } from '../keys/actions.ts';
import { runAction } from '../keys/run-action.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { KeyHint } from '../ui/KeyHint.tsx';

const BORDERS = [
  ['join-pair', 'pair.join'],
  ['split-pair', 'pair.split'],
  ['translation-up', 'pair.translation-up'],
  ['translation-down', 'pair.translation-down'],
  ['original-up', 'pair.original-up'],
  ['original-down', 'pair.original-down'],
] as const satisfies readonly (readonly [ActionId, string])[];

/** Where the current pair begins and ends: everything that moves its borders, each by key as well. */
export function PairBorders({ pairs, index }: { pairs: readonly AlignedPair[]; index: number }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const selected = useWorkspaceState((state) => state.selection !== null);
  const pair = pairs[index];
  if (!pair) return null;
  const possible: Record<(typeof BORDERS)[number][0], boolean> = {
    'join-pair': index + 1 < pairs.length,
    'split-pair': pair.original.length + pair.translation.length > 1 || selected,
    'translation-up': pair.translation.length > 0,
    'translation-down': pair.translation.length > 0,
    'original-up': pair.original.length > 0,
    'original-down': pair.original.length > 0,
  };
  return (
    <details className="pair-borders">
      <summary>{t('pair.edit')}</summary>
      <ul>
        {BORDERS.map(([action, label]) => (
          <li key={action}>
            <button
              type="button"
              className="button small quiet"
              disabled={!possible[action]}
              // The selection in the text says where to split.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => runAction(workspace, action)}
            >
              {t(label)} <KeyHint action={action} />
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
