import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import open from 'open';
import { dataFolder } from '../data-folder.ts';
import { RENDERER_FOLDER } from '../renderer-folder.ts';
import { VERSION } from '../version.ts';
import { startWebHost } from '../web/server.ts';

interface Io {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
}

export const usage = `Usage: uratori serve [PATH…] [--port N] [--data FOLDER] [--open] [--json]

Serves the workbench to a browser on this computer. The page sees only the given dumps, projects and folders,
what is uploaded to it, and its own data folder. The first dump or project given is opened.

  --port N       the port to listen on (default: any that is free)
  --data FOLDER  where projects and settings are kept (default: the system's place, or URATORI_DATA)
  --open         open the address in the browser
  --json         print the address as JSON: {"url","port","dataFolder"}
`;

/** Ends with 0 after SIGINT or SIGTERM once all is saved, 2 for wrong arguments, 1 where it cannot start. */
export async function run(args: string[], io: Io): Promise<number> {
  const refuse = (code: number, message: string): number => {
    io.stderr.write(`${message}\n`);
    return code;
  };
  const options = parse(args);
  if ('wrong' in options) return refuse(2, `${options.wrong}\n\n${usage}`);
  if (options.help) {
    io.stdout.write(usage);
    return 0;
  }
  const given = await Promise.all(options.paths.map(look));
  const missing = given.find(({ kind }) => kind === 'missing');
  if (missing)
    return refuse(1, `There is no file or folder ${missing.path}. Check the path and start again.`);
  if ((await look(join(RENDERER_FOLDER, 'index.html'))).kind === 'missing') {
    return refuse(1, 'The interface is not built. Run `npm run build` and start again.');
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
  if (host instanceof Error) return refuse(1, whyNotStarted(host, options));

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
  help: boolean;
}

function parse(args: string[]): Options | { wrong: string } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        port: { type: 'string', default: '0' },
        data: { type: 'string' },
        open: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      return { wrong: `${values.port} is no port: --port takes a number from 0 to 65535.` };
    }
    const data = values.data === undefined ? dataFolder() : resolve(values.data);
    const { open: openBrowser, json, help } = values;
    return { paths: positionals.map((path) => resolve(path)), port, data, open: openBrowser, json, help };
  } catch (thrown) {
    return { wrong: (thrown as Error).message };
  }
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
