import type { Problem } from '../../app/problem.ts';
import { UratoriError } from '../../app/problem.ts';

/**
 * Gives the browser host a copy of a file. Resolves with the path of the copy.
 * @throws UratoriError `upload-too-large`, `disk-full`, `write-failed`, `connection-lost`
 */
export async function upload(file: File): Promise<string> {
  const response = await fetch(`/uploads?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
  }).catch((cause: unknown) => {
    throw new UratoriError('connection-lost', {}, { cause });
  });
  const answer = (await response.json().catch(() => null)) as
    | { ok: true; value: { path: string } }
    | { ok: false; problem: Problem }
    | null;
  if (!answer) throw new UratoriError('connection-lost');
  if (!answer.ok) throw new UratoriError(answer.problem.code, answer.problem.params);
  return answer.value.path;
}
