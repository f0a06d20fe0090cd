import { findRating } from '../../../app/rating-scale.ts';
import { keysOf } from '../../keys/keymap.ts';
import { useWorkspaceState } from '../../store/context.ts';
import { OutcomeMark } from '../../ui/OutcomeMark.tsx';
import { TagChip } from '../../ui/TagChip.tsx';
import { Keys } from '../Keys.tsx';
import type { useActiveOption } from '../use-active-option.ts';
import type { FoundEntry, PaletteTarget } from './entries.ts';

interface Props {
  entry: FoundEntry;
  props: ReturnType<ReturnType<typeof useActiveOption>['optionProps']>;
}

export function PaletteOption({ entry, props }: Props) {
  const { target, label, detail, match } = entry;
  return (
    <div {...props} tabIndex={-1} className="palette-option">
      <Sign target={target} />
      <span className="palette-label">
        <bdi>
          <Marked text={label} places={match.places} />
        </bdi>
      </span>
      {detail ? <span className="palette-detail">{detail}</span> : null}
      {target.kind === 'action' ? <ActionKeys id={target.id} /> : null}
    </div>
  );
}

function ActionKeys({ id }: { id: Extract<PaletteTarget, { kind: 'action' }>['id'] }) {
  const own = useWorkspaceState((state) => state.settings.keys);
  return <Keys keys={keysOf(id, own).slice(0, 2)} />;
}

function Sign({ target }: { target: PaletteTarget }) {
  const project = useWorkspaceState((state) => state.open?.project ?? null);
  if (target.kind === 'claim') {
    const rating = project && findRating(project.scale, target.ratingId);
    return <OutcomeMark outcome={rating?.outcome ?? 'unrated'} />;
  }
  const tag = target.kind === 'tag' ? project?.tags.get(target.id) : undefined;
  return tag ? <TagChip tag={{ ...tag, name: '' }} /> : null;
}

/** A text with the characters that matched. */
function Marked({ text, places }: { text: string; places: readonly number[] }) {
  const matched = new Set(places);
  const runs: { start: number; text: string; matched: boolean }[] = [];
  let start = 0;
  for (const character of text) {
    const last = runs.at(-1);
    if (last && last.matched === matched.has(start)) last.text += character;
    else runs.push({ start, text: character, matched: matched.has(start) });
    start += character.length;
  }
  return runs.map((run) =>
    run.matched ? <b key={run.start}>{run.text}</b> : <span key={run.start}>{run.text}</span>,
  );
}
