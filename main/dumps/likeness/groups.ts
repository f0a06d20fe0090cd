/** Groups of stories: those of group `n` are `members[starts[n]]` up to `members[starts[n + 1]]`, ascending. */
export interface Groups {
  starts: Uint32Array<ArrayBuffer>;
  members: Uint32Array<ArrayBuffer>;
}

export const NO_GROUPS: Groups = { starts: Uint32Array.of(0), members: new Uint32Array(0) };

export function countOf({ starts }: Groups): number {
  return starts.length - 1;
}

export function membersOf({ starts, members }: Groups, group: number): Uint32Array {
  return members.subarray(starts[group], starts[group + 1]);
}

/** The groups of two and more, by the first of each story's group, which never comes behind it. */
export function groupsOf(firsts: Uint32Array): Groups {
  const sizes = new Uint32Array(firsts.length);
  for (const first of firsts) sizes[first] = (sizes[first] as number) + 1;
  let groups = 0;
  let total = 0;
  for (const size of sizes) {
    if (size < 2) continue;
    groups += 1;
    total += size;
  }
  const starts = new Uint32Array(groups + 1);
  const members = new Uint32Array(total);
  /** Where the next member of a group goes, plus 1, by its first. */
  const places = new Uint32Array(firsts.length);
  let group = 0;
  let at = 0;
  for (const [story, first] of firsts.entries()) {
    const size = sizes[first] as number;
    if (size < 2) continue;
    if (story === first) {
      starts[group++] = at;
      places[first] = at + 1;
      at += size;
    }
    const place = (places[first] as number) - 1;
    members[place] = story;
    places[first] = place + 2;
  }
  starts[groups] = total;
  return { starts, members };
}

/** Groups in the order of their first stories. */
export function joined(parts: readonly Groups[]): Groups {
  const lists = parts
    .flatMap((part) => Array.from({ length: countOf(part) }, (_, group) => membersOf(part, group)))
    .sort((a, b) => (a[0] as number) - (b[0] as number));
  return groupsFrom(lists);
}

export function groupsFrom(lists: readonly Uint32Array[]): Groups {
  const starts = new Uint32Array(lists.length + 1);
  for (const [group, list] of lists.entries()) starts[group + 1] = (starts[group] as number) + list.length;
  const members = new Uint32Array(starts[lists.length] as number);
  for (const [group, list] of lists.entries()) members.set(list, starts[group]);
  return { starts, members };
}
