/** A change that came without passing through JSON may name what it leaves alone, as undefined. */
export function given<C extends object>(changes: C): { [K in keyof C]: Exclude<C[K], undefined> } {
  const named = Object.entries(changes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named) as { [K in keyof C]: Exclude<C[K], undefined> };
}

/** The old values of what a change names. */
export function before<T extends object, C extends object>(old: T, changes: C): C {
  return Object.fromEntries(Object.keys(given(changes)).map((key) => [key, old[key as keyof T]])) as C;
}
