import type { Page } from 'playwright/test';

/** How one host is started and ended; the specs see `App` of ../fixtures.ts. */
export interface Driver {
  /** Starts the program on a data folder with files to open; resolves with its page once that is loaded. */
  start(options: { dataFolder: string; paths: string[]; locale: string }): Promise<Page>;
  /** Ends it as a person would; resolves once the process is gone. */
  stop(): Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
}
