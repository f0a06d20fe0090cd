import type { Command } from '../../app/commands.ts';
import { UratoriError } from '../../app/problem.ts';
import { newEvidence } from '../store/annotating.ts';
import type { Workspace } from '../store/workspace.ts';
import { addressFields } from './address-fields.ts';
import type { Offered } from './offered.ts';
import { evidenceOfQuote, quoteCommand } from './quoting.ts';

/**
 * Makes evidence of what was pasted or dropped: one undoable change, whatever there is of it. Files are copied into the
 * project first. Resolves to whether there is new evidence.
 */
export async function takeOffered(
  workspace: Workspace,
  claimId: string,
  offered: readonly Offered[],
): Promise<boolean> {
  const commands: Command[] = [];
  const done = await workspace.attempt(async () => {
    for (const each of offered) commands.push(await commandFor(workspace, claimId, each));
  });
  const [first, ...more] = commands;
  if (!done || !first) return false;
  return workspace.execute(more.length === 0 ? first : { type: 'batch', commands });
}

async function commandFor(workspace: Workspace, claimId: string, offered: Offered): Promise<Command> {
  const empty = newEvidence();
  const add = (changes: Partial<typeof empty>): Command => ({
    type: 'evidence.add',
    claimId,
    evidence: { ...empty, ...changes },
    before: null,
  });
  switch (offered.kind) {
    case 'address':
      return add(addressFields(offered.address, empty));
    case 'words':
      return add({ quote: offered.words });
    case 'file': {
      const path = await workspace.connection.pathOf(offered.file);
      // A picture out of a clipboard, on the desktop.
      if (path === '') throw new UratoriError('attachment-no-file', { name: offered.file.name });
      const { name, sha256 } = await workspace.connection.call('attachments.add', { path });
      return add({ title: name, file: { name, sha256 } });
    }
    case 'quote': {
      const project = workspace.state.get().open?.project;
      const { quoted } = offered;
      // Copied in another project, whose dump this one does not have: the words are left.
      if (!project?.dumps.has(quoted.story.dumpId)) return add({ quote: quoted.anchor.quote });
      return quoteCommand(project, claimId, quoted, evidenceOfQuote(quoted));
    }
    default:
      return assertNever(offered);
  }
}

function assertNever(offered: never): never {
  throw new Error(`not to be made evidence of: ${JSON.stringify(offered)}`);
}
