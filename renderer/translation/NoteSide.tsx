import type { Anchor } from '../../app/anchor.ts';
import { useTranslator } from '../i18n/context.ts';
import { Quote } from '../inspector/Quote.tsx';

export type Side = 'original' | 'translation';

interface Props {
  side: Side;
  anchor: Anchor | null;
  short?: boolean;
  /** What stands where there are no words, if it is more than that nobody linked any. */
  none?: string;
}

/** The words on one side of a note, or that there are none. */
export function NoteSide({ side, anchor, short = false, none }: Props) {
  const { t } = useTranslator();
  return (
    <span className="note-side">
      <span className="label">{t(side === 'original' ? 'note.original' : 'note.translation')}</span>
      {anchor ? (
        <Quote anchor={anchor} short={short} />
      ) : (
        <span className="faint">{none ?? t('note.notLinked')}</span>
      )}
    </span>
  );
}
