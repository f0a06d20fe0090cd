import manifest from '../package.json' with { type: 'json' };

/** The program's version, as reports and the interface name it. */
export const VERSION: string = manifest.version;
