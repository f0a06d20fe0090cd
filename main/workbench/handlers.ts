import type { CallName } from '../../app/contract.ts';
import { agreementCalls } from './agreement-calls.ts';
import { applicationCalls } from './application-calls.ts';
import { attachmentCalls } from './attachment-calls.ts';
import { bulkCalls } from './bulk-calls.ts';
import { bundleCalls } from './bundle-calls.ts';
import { checkCalls } from './check-calls.ts';
import { compareCalls } from './compare-calls.ts';
import type { Context, Handlers } from './context.ts';
import { dumpCalls } from './dump-calls.ts';
import { exportCalls } from './export-calls.ts';
import { fileCalls } from './file-calls.ts';
import { glossaryCalls } from './glossary-calls.ts';
import { historyCalls } from './history-calls.ts';
import { importCalls } from './import-calls.ts';
import { likenessCalls } from './likeness-calls.ts';
import { mergeCalls } from './merge-calls.ts';
import { projectCalls } from './project-calls.ts';
import { reanchorCalls } from './reanchor-calls.ts';
import { storyCalls } from './story-calls.ts';

/** Every call of the contract, by area. A call without a handler does not type-check. */
export function allHandlers(context: Context): Handlers<CallName> {
  return {
    ...applicationCalls(context),
    ...projectCalls(context),
    ...dumpCalls(context),
    ...storyCalls(context),
    ...bulkCalls(context),
    ...likenessCalls(context),
    ...checkCalls(context),
    ...reanchorCalls(context),
    ...fileCalls(context),
    ...attachmentCalls(context),
    ...glossaryCalls(context),
    ...exportCalls(context),
    ...bundleCalls(context),
    ...importCalls(context),
    ...historyCalls(context),
    ...compareCalls(context),
    ...mergeCalls(context),
    ...agreementCalls(context),
  };
}
