import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import open from 'open';
import { dataFolder } from '../data-folder.ts';
import { RENDERER_FOLDER } from '../renderer-folder.ts';
import { VERSION } from '../version.ts';
import { startWebHost } from '../web/server.ts';
import { type Io, parseCommandLine, UsageError } from './arguments.ts';

export const usage = `Usage: uratori serve [PATH…] [--port N] [--data FOLDER] [--open] [--json]

Serves the workbench to a browser on this computer. The page sees only the given dumps, projects and folders,
what is uploaded to it, and its own data folder. The first dump or project given is opened.

  --port N       the port to listen on (default: any that is free)
  --data FOLDER  where projects and settings are kept (default: the system's place, or URATORI_DATA)
  --open         open the address in the browser
  --json         print the address as JSON: {"url","port","dataFolder"}
`;

/**
 * Ends with 0 after SIGINT or SIGTERM once all is saved, 1 where it cannot start.
 * @throws UsageError
 */
export async function run(args: string[], io: Io): Promise<number> {
  const refuse = (message: string): number => {
    io.stderr.write(`${message}\n`);
    return 1;
  };
  const options = parse(args);
  const given = await Promise.all(options.paths.map(look));
  const missing = given.find(({ kind }) => kind === 'missing');
  if (missing) return refuse(`There is no file or folder ${missing.path}. Check the path and start again.`);
  if ((await look(join(RENDERER_FOLDER, 'index.html'))).kind === 'missing') {
    return refuse('The interface is not built. Run `npm run build` and start again.');
  }

  const ended = firstSignal();
  const host = await startWebHost({
    dataFolder: options.data,
    version: VERSION,
    rendererFolder: RENDERER_FOLDER,
    given: given.map(({ path }) => path),
    openFirst: given
      .filter(({ kind }) => kind === 'file')
      .slice(0, 1)
      .map(({ path }) => path),
    port: options.port,
  }).catch((error: NodeJS.ErrnoException) => error);
  if (host instanceof Error) return refuse(whyNotStarted(host, options));

  const { url, port } = host;
  io.stdout.write(
    options.json
      ? `${JSON.stringify({ url, port, dataFolder: options.data })}\n`
      : `Uratori is open at ${url} (Ctrl+C ends it)\n`,
  );
  if (options.open) await open(url);
  await ended;
  await host.close();
  return 0;
}

interface Options {
  paths: string[];
  port: number;
  data: string;
  open: boolean;
  json: boolean;
}

function parse(args: string[]): Options {
  const { values, positionals } = parseCommandLine({
    args,
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string' },
      open: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`${values.port} is no port: --port takes a number from 0 to 65535`);
  }
  const data = values.data === undefined ? dataFolder() : resolve(values.data);
  return {
    paths: positionals.map((path) => resolve(path)),
    port,
    data,
    open: values.open,
    json: values.json,
  };
}

async function look(path: string): Promise<{ path: string; kind: 'file' | 'folder' | 'missing' }> {
  const stats = await stat(path).catch(() => null);
  if (!stats) return { path, kind: 'missing' };
  return { path, kind: stats.isDirectory() ? 'folder' : 'file' };
}

/** Later signals change nothing: what is being saved is saved to its end. */
function firstSignal(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done());
  });
}

function whyNotStarted(error: NodeJS.ErrnoException, { port, data }: Options): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Choose another with --port, or leave it out.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `Uratori may not use ${error.syscall === 'listen' ? `port ${port}` : `its data folder ${data}`}. Choose another with --port or --data.`;
    default:
      return `The server could not be started: ${error.message}`;
  }
}
