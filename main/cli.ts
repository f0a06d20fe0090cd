#!/usr/bin/env node
import { problemFrom } from '../app/problem.ts';
import { type Io, UsageError } from './cli/arguments.ts';
import { messageOf } from './messages.ts';

interface Command {
  usage: string;
  /** Does it, and returns the exit code. */
  run(args: string[], io: Io): Promise<number>;
}

/** A command is loaded when it is called, so that none pays for another's start. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  stories: () => import('./cli/stories.ts'),
  check: () => import('./cli/check.ts'),
  search: () => import('./cli/search.ts'),
  similar: () => import('./cli/similar.ts'),
  export: () => import('./cli/export.ts'),
  import: () => import('./cli/import.ts'),
  bundle: () => import('./cli/bundle.ts'),
  verify: () => import('./cli/verify.ts'),
  diff: () => import('./cli/diff.ts'),
  agree: () => import('./cli/agree.ts'),
  merge: () => import('./cli/merge.ts'),
  formats: () => import('./cli/formats.ts'),
  apply: () => import('./cli/apply.ts'),
  serve: () => import('./cli/serve.ts'),
};

const USAGE = `Usage: uratori COMMAND …\n\nCommands: ${Object.keys(COMMANDS).join(', ')}\nuratori COMMAND --help tells more.\n`;

/** 0: done; 1: it failed; 2: wrong arguments. */
async function main([name, ...args]: string[], io: Io): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') {
    (name === undefined ? io.stderr : io.stdout).write(USAGE);
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    io.stderr.write(`uratori: there is no command “${name}”\n\n${USAGE}`);
    return 2;
  }
  const command = await load();
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(command.usage);
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (thrown) {
    if (thrown instanceof UsageError) {
      io.stderr.write(`uratori ${name}: ${thrown.message}\n\n${command.usage}`);
      return 2;
    }
    io.stderr.write(`uratori: ${messageOf(problemFrom(thrown))}\n`);
    return 1;
  }
}

const NEEDED = 24;

// Whoever reads the output may have seen enough (`| head`): that is no failure.
// But `apply` was asked to do all of it, and ends without an answer for the rest.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' && process.argv[2] !== 'apply' ? 0 : 1);
});
if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  process.stderr.write(`uratori: needs Node.js ${NEEDED} or newer; this is ${process.versions.node}.\n`);
  process.exitCode = 1;
} else {
  process.exitCode = await main(process.argv.slice(2), process);
}
