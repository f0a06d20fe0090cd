/** What prints a page: Electron's own window, or a browser of the system. */
export interface PrintPort {
  /**
   * Whether there is anything to print with; asked before anything is read or written.
   * @throws UratoriError `print-no-browser`, `print-browser-missing`
   */
  ready(): void;
  /**
   * The page as a PDF on the paper that its style sheet asks for, with bookmarks of its headings and tags. Nothing but
   * the page itself is loaded, and no script of it runs. What it needs of the disk is gone when it settles.
   * @param html a whole page, chunk by chunk
   * @throws UratoriError `print-too-large` (params `needed`, `has`), `print-failed` (params `detail`), `print-browser-old` (params `name`, `needed`), whatever
   * `html` throws, or the reason of `signal`
   */
  print(html: AsyncIterable<string>, signal?: AbortSignal): Promise<Uint8Array>;
}
