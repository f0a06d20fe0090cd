import { type CallName, type CallParams, callSchemas } from '../../app/contract.ts';
import { deepestIssue } from '../../app/deepest-issue.ts';
import { UratoriError } from '../../app/problem.ts';

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(callSchemas, name);
}

/**
 * The params of a call, checked.
 * @throws UratoriError `call-invalid` (params `name`, `path` of what is wrong such as `command.claim.id`, `detail`)
 */
export function checkedParams<N extends CallName>(name: N, params: unknown): CallParams<N> {
  const result = callSchemas[name].safeParse(params);
  if (result.success) return result.data as CallParams<N>;
  const { path, message } = deepestIssue(result.error.issues);
  throw new UratoriError('call-invalid', { name, path: path.join('.'), detail: message });
}
