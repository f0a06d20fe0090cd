import type { Answer, CallName, CallResults } from '../../app/contract.ts';
import { UratoriError } from '../../app/problem.ts';

/** The value of an answer. @throws UratoriError made from its problem */
export function answered<N extends CallName>(answer: Answer<N>): CallResults[N] {
  if (answer.ok) return answer.value;
  throw new UratoriError(answer.problem.code, answer.problem.params);
}
