import { type CSSProperties, memo } from 'react';
import type { Story } from '../../app/story.ts';
import type { PairRanges } from '../../app/translation/align.ts';
import { useTranslator } from '../i18n/context.ts';
import { SEGMENT_TEXT, TEXT_FROM } from '../reading/reading-surface.ts';
import { useCaption } from '../reading/use-caption.ts';
import { PairMark } from './PairMark.tsx';
import { judgementOf } from './pair-commands.ts';
import type { Layout, Piece } from './rows.ts';
import { useJudgements } from './use-pairs.ts';
import './alignment.css';

interface Props {
  story: Story;
  layout: Layout;
  pairs: readonly PairRanges[];
  /** A translation is judged; the full text of a cut post is not. */
  judged: boolean;
}

/**
 * Two versions of a text in rows. In the DOM each stands whole, one after the other, so that a selection in one has
 * nothing of the other in it; the grid brings what belongs together onto one line.
 */
export const AlignedText = memo(function AlignedText({ story, layout, pairs, judged }: Props) {
  const caption = useCaption(story);
  const head = (indexes: readonly number[]) => {
    const index = indexes.find((each) => story.segments[each]?.kind !== 'byline');
    const segment = index === undefined ? undefined : story.segments[index];
    return segment ? caption(segment) : '';
  };
  return (
    <div className="aligned" data-judged={judged || undefined}>
      <Side story={story} judged={judged} layout={layout} side="original" head={head(layout.original)} />
      {judged ? <Marks pairs={pairs} /> : null}
      <Side
        story={story}
        judged={judged}
        layout={layout}
        side="translation"
        head={head(layout.translation)}
      />
    </div>
  );
});

interface SideProps {
  story: Story;
  judged: boolean;
  layout: Layout;
  side: 'original' | 'translation';
  head: string;
}

const Side = memo(function Side({ story, judged, layout, side, head }: SideProps) {
  return (
    <>
      <span className="caption aligned-head" data-side={side}>
        {head}
      </span>
      {layout.rows.map((row, index) => (
        <Cell
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place.
          key={index}
          story={story}
          judged={judged}
          side={side}
          row={index}
          pieces={row[side]}
        />
      ))}
    </>
  );
});

function Cell({
  story,
  judged,
  side,
  row,
  pieces,
}: {
  story: Story;
  side: 'original' | 'translation';
  judged: boolean;
  row: number;
  pieces: readonly Piece[];
}) {
  const { t } = useTranslator();
  return (
    <div className="aligned-cell" data-side={side} data-row={row} style={{ '--row': row } as CSSProperties}>
      {pieces.map(({ segment, start, end }) => (
        // Exactly one text node: the surface counts on it. A new one where the borders moved.
        <div
          key={`${start} ${end}`}
          className="segment-text"
          data-kind={story.segments[segment]?.kind}
          lang={story.segments[segment]?.lang}
          dir="auto"
          {...{ [SEGMENT_TEXT]: segment, [TEXT_FROM]: start }}
        >
          {story.text.slice(start, end)}
        </div>
      ))}
      {pieces.length === 0 && judged ? (
        <span className="aligned-none">
          {t(side === 'original' ? 'pair.noOriginal' : 'pair.noTranslation')}
        </span>
      ) : null}
    </div>
  );
}

function Marks({ pairs }: { pairs: readonly PairRanges[] }) {
  const judgements = useJudgements();
  return pairs.map((pair, index) => (
    <PairMark
      // biome-ignore lint/suspicious/noArrayIndexKey: a pair is known by its place.
      key={index}
      pair={pair}
      index={index}
      fidelity={judgementOf(pair, judgements)?.fidelity ?? null}
    />
  ));
}
