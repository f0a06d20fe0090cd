import type { CallParams, Choice, Folder } from '../../app/contract.ts';
import type { PrintPort } from '../export/print-port.ts';

/** What a host (Electron's window, the browser's server) does for the workbench. */
export interface HostPort {
  readonly kind: 'electron' | 'browser';
  /** As `process.platform` names it. */
  readonly platform: string;
  /** The person's preferred languages as BCP 47 tags, best first. */
  languages(): string[];
  /** Asks for a file by the system's dialog; `in-app` where the host has none. */
  choose(purpose: CallParams<'files.choose'>['purpose'], suggestedName: string): Promise<Choice>;
  /** Whether the person let the program see this absolute path: chosen in a dialog, dropped, or under a folder that is served. */
  mayRead(path: string): boolean | Promise<boolean>;
  /** Whether the host was started with exactly this file; a host that is started without files does not have it. */
  isGiven?(path: string): Promise<boolean>;
  /** Whether the person let the program write a file at this absolute path. */
  mayWrite(path: string): boolean | Promise<boolean>;
  /**
   * What a folder holds; null: the folders that may be seen.
   * @throws UratoriError `path-not-allowed`
   */
  listFolder(path: string | null): Promise<Folder>;
  /** Opens an http or https address outside of the program. */
  openLink(url: string): Promise<void>;
  /** Shows a file in the system's file manager; a host that runs elsewhere than its window does not have it. */
  showInFolder?(path: string): void;
  /** A host that prints pages itself; the others leave that to a browser of the system. */
  readonly printer?: PrintPort;
  /** The address from which a browser fetches a file, under a name; null where there is no browser. */
  downloadFor(path: string, name?: string): string | null;
}
