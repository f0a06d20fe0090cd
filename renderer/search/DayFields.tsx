import type { Facets } from '../../app/facets.ts';
import { useTranslator } from '../i18n/context.ts';
import type { DayRange } from '../timeline/buckets.ts';
import { dayOfField, isoOf } from '../timeline/day-names.ts';

interface Props {
  facets: Facets | null;
  days: DayRange | null;
  onChange: (days: DayRange | null) => void;
}

/** The first and the last day of the stories that are wanted, to the day. */
export function DayFields({ facets, days, onChange }: Props) {
  const { t } = useTranslator();
  const first = facets?.days[0]?.[0];
  const last = facets?.days.at(-1)?.[0];
  if (first === undefined || last === undefined) return null;
  const whole = { from: first, to: last };
  const set = (end: keyof DayRange, iso: string) => {
    const day = iso === '' ? whole[end] : dayOfField(iso);
    if (day === null) return;
    const next = { ...(days ?? whole), [end]: day };
    onChange(next.from <= first && next.to >= last ? null : next);
  };
  const field = (end: keyof DayRange, label: string) => (
    <label>
      <span className="label">{label}</span>
      <input
        type="date"
        className="input"
        value={isoOf((days ?? whole)[end])}
        onChange={(event) => set(end, event.target.value)}
      />
    </label>
  );
  return (
    <div className="day-fields">
      {field('from', t('filter.from'))}
      {field('to', t('filter.to'))}
    </div>
  );
}
