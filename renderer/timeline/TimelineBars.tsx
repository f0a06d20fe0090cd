import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslator } from '../i18n/context.ts';
import { useFocusField } from '../ui/focus.ts';
import { type Bucket, type DayRange, overlaps, rangeOver, type Unit } from './buckets.ts';
import { bucketName, rangeName } from './day-names.ts';

/** CSS pixels. */
const HEIGHT = 48;
/** A person who goes on with the keys is not shown a list a step, in ms. */
const REST = 150;

interface Props {
  unit: Unit;
  buckets: readonly Bucket[];
  /** CSS pixels. */
  width: number;
  chosen: DayRange | null;
  onChoose: (range: DayRange | null) => void;
  /** The bar under the pointer, or that the keys have come to; null when there is none any more. */
  onPoint: (bucket: Bucket | null) => void;
}

/** Places of bars: where a choice began, and where it has come to. */
interface Draft {
  anchor: number;
  head: number;
}

/**
 * The bars: a list box of which a run can be chosen, by dragging or with arrow keys and Shift
 * (https://www.w3.org/WAI/ARIA/apg/patterns/listbox/).
 */
export function TimelineBars({ unit, buckets, width, chosen, onChoose, onPoint }: Props) {
  const { t, locale } = useTranslator();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [active, setActive] = useState(0);
  const dragging = useRef(false);
  const timer = useRef<number | undefined>(undefined);
  useFocusField('timeline', () => box.current?.focus());
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const pitch = buckets.length > 0 ? width / buckets.length : 0;
  const most = Math.max(1, ...buckets.map(({ stories }) => stories));
  const drafted = draft ? rangeAt(draft) : null;
  const range = drafted ?? chosen;
  const current = Math.min(active, buckets.length - 1);

  function rangeAt({ anchor, head }: Draft): DayRange | null {
    const [a, b] = [buckets[anchor], buckets[head]];
    return a && b ? rangeOver(a, b) : null;
  }
  const settle = (settled: DayRange | null) => {
    window.clearTimeout(timer.current);
    setDraft(null);
    onChoose(settled);
  };
  const goTo = (place: number) => {
    setActive(place);
    onPoint(buckets[place] ?? null);
  };
  const isOnly = (place: number) => {
    const bucket = buckets[place];
    return chosen !== null && bucket?.from === chosen.from && bucket.to === chosen.to;
  };

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || buckets.length === 0) return;
    const last = buckets.length - 1;
    const moves: Record<string, number> = {
      ArrowRight: current + 1,
      ArrowLeft: current - 1,
      PageDown: current + 10,
      PageUp: current - 10,
      Home: 0,
      End: last,
    };
    const to = moves[event.key];
    if (to !== undefined) {
      const place = Math.max(0, Math.min(to, last));
      goTo(place);
      if (event.shiftKey) {
        const next = { anchor: draft?.anchor ?? anchorOf(buckets, chosen, current), head: place };
        setDraft(next);
        window.clearTimeout(timer.current);
        timer.current = window.setTimeout(() => settle(rangeAt(next)), REST);
      }
    } else if (event.key === 'Enter' || event.key === ' ')
      settle(isOnly(current) ? null : rangeAt({ anchor: current, head: current }));
    else if ((event.key === 'Escape' || event.key === 'Delete') && range) settle(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const placeUnder = (event: PointerEvent<HTMLElement>): number => {
    const { left } = event.currentTarget.getBoundingClientRect();
    return Math.max(0, Math.min(Math.floor((event.clientX - left) / pitch), buckets.length - 1));
  };

  return (
    <div
      ref={box}
      id="timeline"
      className="bars"
      role="listbox"
      tabIndex={0}
      aria-multiselectable
      aria-orientation="horizontal"
      aria-label={t('timeline.bars', {
        unit,
        days: buckets.length > 0 ? rangeName(locale, spanOf(buckets)) : '',
      })}
      aria-activedescendant={buckets.length > 0 ? `${id}-${current}` : undefined}
      onKeyDown={press}
      onFocus={() => onPoint(dragging.current ? null : (buckets[current] ?? null))}
      onBlur={() => onPoint(null)}
      onPointerDown={(event) => {
        if (event.button !== 0 || buckets.length === 0) return;
        const place = placeUnder(event);
        event.currentTarget.setPointerCapture(event.pointerId);
        dragging.current = true;
        goTo(place);
        setDraft({ anchor: event.shiftKey ? anchorOf(buckets, chosen, current) : place, head: place });
      }}
      onPointerMove={(event) => {
        if (buckets.length === 0) return;
        const place = placeUnder(event);
        if (!dragging.current) onPoint(buckets[place] ?? null);
        else if (draft && draft.head !== place) {
          goTo(place);
          setDraft({ ...draft, head: place });
        }
      }}
      onPointerUp={() => {
        if (!dragging.current || !draft) return;
        dragging.current = false;
        settle(draft.anchor === draft.head && isOnly(draft.head) ? null : rangeAt(draft));
      }}
      onPointerCancel={() => {
        dragging.current = false;
        setDraft(null);
      }}
      onPointerLeave={() => {
        if (!dragging.current) onPoint(null);
      }}
    >
      <svg width={width} height={HEIGHT} role="presentation" data-chosen={range ? '' : undefined}>
        {buckets.map((bucket, place) => {
          const height = bucket.stories === 0 ? 0 : Math.max(2, (bucket.stories / most) * (HEIGHT - 2));
          const selected = range !== null && overlaps(bucket, range);
          const gap = pitch > 6 ? 2 : pitch > 2 ? 1 : 0;
          return (
            <g
              key={bucket.from}
              id={`${id}-${place}`}
              role="option"
              aria-selected={selected}
              aria-label={t('timeline.bar', {
                days: bucketName(locale, bucket, unit),
                stories: bucket.stories,
              })}
              aria-setsize={buckets.length}
              aria-posinset={place + 1}
              data-active={place === current ? '' : undefined}
            >
              <rect className="column" x={place * pitch} y={0} width={pitch} height={HEIGHT} />
              <rect
                className="bar"
                x={place * pitch}
                y={HEIGHT - height}
                width={Math.max(1, pitch - gap)}
                height={height}
              />
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function spanOf(buckets: readonly Bucket[]): DayRange {
  return { from: buckets[0]?.from ?? 0, to: buckets.at(-1)?.to ?? 0 };
}

/** Where a choice that is widened began: at the end of it that is farther away. */
function anchorOf(buckets: readonly Bucket[], chosen: DayRange | null, place: number): number {
  if (!chosen) return place;
  const inside = [...buckets.keys()].filter((at) => overlaps(buckets[at] as Bucket, chosen));
  const [first, last] = [inside[0] ?? place, inside.at(-1) ?? place];
  return Math.abs(place - first) > Math.abs(place - last) ? first : last;
}
