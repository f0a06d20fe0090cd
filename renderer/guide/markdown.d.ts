/** The user guide as `scripts/lib/guide-plugin.mjs` makes it of Markdown while the program is built. */
declare module '*.md' {
  /** Our own text as HTML; Markdown's own HTML and addresses other than http, https and files beside it are left out. */
  export const html: string;
  /** Headings of the second level, in order. */
  export const headings: readonly { id: string; text: string }[];
}
