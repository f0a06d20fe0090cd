import type { ReactNode } from 'react';
import { useTranslator } from '../i18n/context.ts';

interface Props {
  checked: boolean;
  onChange: () => void;
  /** Stories that have it; null as long as they are not counted. */
  stories: number | null;
  /** Those of the most frequent choice of its group: what a whole bar stands for. */
  most: number;
  children: ReactNode;
}

/** One choice of a filter, with how many stories it stands for, in figures and as a bar. */
export function FacetChoice({ checked, onChange, stories, most, children }: Props) {
  const { number } = useTranslator();
  const share = stories === null || most === 0 ? 0 : stories / most;
  return (
    <label className="choice" data-none={stories === 0 && !checked ? '' : undefined}>
      <input type="checkbox" checked={checked} onChange={onChange} />
      <span className="what">{children}</span>
      {stories === null ? null : <span className="count">{number(stories)}</span>}
      <span className="share" style={{ inlineSize: `${share * 100}%` }} aria-hidden />
    </label>
  );
}
