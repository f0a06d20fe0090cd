import type { Workspace } from '../store/workspace.ts';
import { QUOTE_TYPE } from './offered.ts';
import { quotedWords } from './quoting.ts';

/** Puts the selected words beside the plain text that is copied or dragged, with the story that they stand in. */
export function offerQuote(workspace: Workspace, transfer: DataTransfer): boolean {
  const desk = workspace.desk();
  const { selection } = workspace.state.get();
  const quoted = desk && selection && quotedWords(desk, selection);
  if (!quoted) return false;
  transfer.setData(QUOTE_TYPE, JSON.stringify(quoted));
  return true;
}
