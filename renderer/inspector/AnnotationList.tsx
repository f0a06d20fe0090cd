import type { ReactNode } from 'react';
import { roveFocus } from '../ui/roving.ts';

/** A list of annotations; the up and down keys go from one to the next. */
export function AnnotationList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul
      className="annotations"
      aria-label={label}
      onKeyDown={(event) => {
        const onHead = event.target instanceof HTMLElement && event.target.matches('.annotation-head');
        if (onHead) roveFocus(event, '.annotation-head', 'vertical');
      }}
    >
      {children}
    </ul>
  );
}
