import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { CallParams, Choice } from '../../app/contract.ts';
import type { Grants } from './grants.ts';
import type { Texts } from './texts.ts';

type Purpose = CallParams<'files.choose'>['purpose'];

export interface DialogContext {
  window(): BrowserWindow | null;
  texts(): Texts;
  grants: Grants;
}

/** Asks for a file by the system's dialog. What was chosen may be read, or written, from then on. */
export async function chooseFile(
  context: DialogContext,
  purpose: Purpose,
  suggestedName: string,
): Promise<Choice> {
  const { grants } = context;
  switch (purpose) {
    case 'open-dump':
    case 'open-folder':
    case 'open-project':
    case 'open-annotations':
    case 'open-any': {
      const options = {
        // No system lets a person choose both in one dialog but macOS.
        properties: [purpose === 'open-folder' ? ('openDirectory' as const) : ('openFile' as const)],
        filters: filtersFor(purpose, suggestedName, context.texts()),
      };
      const window = context.window();
      const { canceled, filePaths } = await (window
        ? dialog.showOpenDialog(window, options)
        : dialog.showOpenDialog(options));
      const [path] = filePaths;
      if (canceled || path === undefined) return { kind: 'cancelled' };
      grants.allowRead(path);
      return { kind: 'chosen', path };
    }
    case 'save-project':
    case 'save-report':
    case 'save-folder': {
      const options = {
        defaultPath: suggestedName,
        filters: filtersFor(purpose, suggestedName, context.texts()),
      };
      const window = context.window();
      const { canceled, filePath } = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options));
      if (canceled || !filePath) return { kind: 'cancelled' };
      grants.allowWrite(filePath);
      return { kind: 'chosen', path: filePath };
    }
    default:
      return assertNever(purpose);
  }
}

/** What dumps are mostly called; anything else opens by its content. */
const DUMP_EXTENSIONS =
  'txt text log md markdown html htm mhtml js json jsonl ndjson csv tsv xml rss atom mbox eml car zip gz warc arc wet wacz'.split(
    ' ',
  );

function filtersFor(purpose: Purpose, suggestedName: string, texts: Texts): FileFilter[] {
  const any = { name: texts.kindAny, extensions: ['*'] };
  switch (purpose) {
    case 'open-dump':
      return [{ name: texts.kindDump, extensions: DUMP_EXTENSIONS }, any];
    case 'open-folder':
    case 'save-folder':
      return [];
    case 'open-project':
      return [{ name: texts.kindProject, extensions: ['uratori'] }, any];
    case 'open-annotations':
    case 'open-any':
      return [any];
    case 'save-project':
      return [{ name: texts.kindProject, extensions: ['uratori'] }];
    case 'save-report':
      return [{ name: texts.kindReport, extensions: [suggestedName.split('.').at(-1) ?? 'html'] }];
    default:
      return assertNever(purpose);
  }
}

function assertNever(value: never): never {
  throw new TypeError(`There is no such purpose: ${String(value)}`);
}
