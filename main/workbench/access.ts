import { resolve, sep } from 'node:path';
import { UratoriError } from '../../app/problem.ts';
import type { Desk } from './desk.ts';
import type { HostPort } from './host-port.ts';
import type { RecentProjects } from './recent.ts';

/**
 * Which paths may be touched. Every path that comes from the renderer passes here: the renderer shows untrusted
 * text, and must not be able to reach more of the disk than the person showed to the program.
 */
export class Access {
  readonly #host: HostPort;
  readonly #dataFolder: string;
  readonly #recent: RecentProjects;
  readonly #desk: Desk;

  constructor(host: HostPort, dataFolder: string, recent: RecentProjects, desk: Desk) {
    this.#host = host;
    this.#dataFolder = resolve(dataFolder);
    this.#recent = recent;
    this.#desk = desk;
  }

  /**
   * The absolute form of a path that may be read.
   * @throws UratoriError `path-not-allowed`
   */
  async readable(path: string): Promise<string> {
    const absolute = resolve(path);
    if (await this.mayRead(absolute)) return absolute;
    throw new UratoriError('path-not-allowed', { path: absolute });
  }

  /**
   * The absolute form of a path that may be written.
   * @throws UratoriError `path-not-allowed`
   */
  async writable(path: string): Promise<string> {
    const absolute = resolve(path);
    if (await this.#host.mayWrite(absolute)) return absolute;
    throw new UratoriError('path-not-allowed', { path: absolute });
  }

  /**
   * Whether a path that an opened project refers to may be followed. On the desktop opening a project means opening
   * its dumps. A server shows only what it was started with: a project that was uploaded may name anything.
   */
  async mayFollow(path: string): Promise<boolean> {
    return this.#host.kind === 'electron' || (await this.#host.mayRead(resolve(path)));
  }

  /** Whether an absolute path may be read. What is open is seen already. The recent projects were opened before, and the data folder is the program's own. */
  async mayRead(path: string): Promise<boolean> {
    if (this.#desk.current?.hasOpen(path) || (await this.#host.mayRead(path))) return true;
    if (this.#host.kind !== 'electron') return false;
    return path.startsWith(this.#dataFolder + sep) || (await this.#recent.has(path));
  }
}
