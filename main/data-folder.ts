import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

interface System {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  home: string;
}

const here = (): System => ({ platform: process.platform, env: process.env, home: homedir() });

/**
 * The folder that projects, settings and caches live in, the same for every host: `URATORI_DATA`, else where the
 * system keeps such things. An absolute path; the folder need not exist.
 */
export function dataFolder({ platform, env, home }: System = here()): string {
  if (env.URATORI_DATA) return resolve(env.URATORI_DATA);
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Uratori');
    case 'win32':
      return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Uratori');
    default:
      return join(env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'Uratori');
  }
}
