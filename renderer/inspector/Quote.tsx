import type { Anchor } from '../../app/anchor.ts';
import { useWorkspaceState } from '../store/context.ts';

/** The words an annotation sits on, in the language of their segment. */
export function Quote({ anchor, short = false }: { anchor: Anchor; short?: boolean }) {
  const lang = useWorkspaceState(({ story }) => story?.segments[anchor.segment]?.lang);
  return (
    <q className="quote" data-short={short || undefined} lang={lang === 'und' ? undefined : lang}>
      {anchor.quote}
    </q>
  );
}
