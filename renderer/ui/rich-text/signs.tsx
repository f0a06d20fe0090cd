import type { ReactNode } from 'react';

const sign = (content: ReactNode) => (
  <svg
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    aria-hidden
  >
    {content}
  </svg>
);
const LINES = <path d="M6.5 3.5h8M6.5 8h8M6.5 12.5h8" />;

/** Pictures on the toolbar's buttons; their names stand in the buttons' labels. */
export const SIGNS = {
  bold: sign(
    <path d="M4.5 2.5h4a2.6 2.6 0 0 1 0 5.3h-4zm0 5.3h4.6a2.85 2.85 0 0 1 0 5.7H4.5z" strokeWidth="2" />,
  ),
  italic: sign(<path d="M6.5 2.8h5M4.5 13.2h5M9.3 2.8l-2.6 10.4" />),
  bullets: sign(
    <>
      {LINES}
      <path d="M2 3.5h1.6M2 8h1.6M2 12.5h1.6" strokeWidth="2" />
    </>,
  ),
  numbers: sign(
    <>
      {LINES}
      <path d="M1.6 2.6l1.3-.8v4M1.3 10.6c.3-1.1 2.6-1 2.3.3-.2.8-2 1.5-2.2 2.7h2.4" strokeWidth="1.1" />
    </>,
  ),
  quote: sign(<path d="M2.5 3v10M6.5 4.5h7M6.5 8h7M6.5 11.5h4.5" />),
  link: sign(
    <path d="M6.7 9.3l2.6-2.6M7.3 4.8l1.6-1.6a2.75 2.75 0 0 1 3.9 3.9l-1.6 1.6M8.7 11.2l-1.6 1.6a2.75 2.75 0 0 1-3.9-3.9l1.6-1.6" />,
  ),
};
