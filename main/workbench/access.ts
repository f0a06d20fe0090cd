import { dirname, resolve, sep } from 'node:path';
import { UratoriError } from '../../app/problem.ts';
import { realPathOf } from '../paths.ts';
import type { Desk } from './desk.ts';
import type { HostPort } from './host-port.ts';
import { unnamedFolder } from './project-place.ts';
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

  /** Whether a path that an opened project refers to may be followed. `trusted`: what `trusts` says of the project. */
  async mayFollow(path: string, trusted: boolean): Promise<boolean> {
    return trusted || (await this.#host.mayRead(resolve(path)));
  }

  /**
   * Whether every dump that a project file names may be followed. On the desktop opening a project means opening its
   * dumps. On a server this holds for projects that the program itself made, in a folder that takes nothing else, and
   * for those that it was started with: one that was uploaded, or lies about in a folder, may name anything.
   */
  async trusts(projectFile: string): Promise<boolean> {
    if (this.#host.kind === 'electron') return true;
    const file = resolve(projectFile);
    const [real, own] = await Promise.all([realPathOf(file), realPathOf(unnamedFolder(this.#dataFolder))]);
    if (real !== null && dirname(real) === own) return true;
    return (await this.#host.isGiven?.(file)) ?? false;
  }

  /** Whether an absolute path may be read. What is open is seen already. The recent projects were opened before, and the data folder is the program's own. */
  async mayRead(path: string): Promise<boolean> {
    if (this.#desk.current?.hasOpen(path) || (await this.#host.mayRead(path))) return true;
    if (this.#host.kind !== 'electron') return false;
    return path.startsWith(this.#dataFolder + sep) || (await this.#recent.has(path));
  }
}
