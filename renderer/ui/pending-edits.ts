/** Fields whose words may not be sent yet. */
const fields = new Set<() => Promise<void>>();

/** `commit` sends what is unsent. Returns the undo. */
export function keepPendingEdit(commit: () => Promise<void>): () => void {
  fields.add(commit);
  return () => fields.delete(commit);
}

/** Sends what stands unsent in any field. Resolves when all of it is durable, or was refused and reported. */
export async function commitPendingEdits(): Promise<void> {
  await Promise.all([...fields].map((commit) => commit()));
}
