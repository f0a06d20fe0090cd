import type { ReactNode } from 'react';
import { firstFocus } from './first-focus.ts';

/** What there is to read in a dialog: it has the focus first, so that the arrow keys scroll it. */
export function ScrollRegion({
  className,
  label,
  children,
}: {
  className: string;
  label: string;
  children: ReactNode;
}) {
  return (
    <section
      ref={firstFocus}
      className={`scroll-region ${className}`}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard cannot scroll what it cannot reach
      tabIndex={0}
    >
      {children}
    </section>
  );
}
