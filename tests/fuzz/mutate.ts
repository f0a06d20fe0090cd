import type { Random } from '../bench/random.ts';

/** No mutation makes a file larger than this, in bytes. */
const LARGEST = 16 << 20;

type Mutation = (bytes: Buffer, random: Random, others: readonly Buffer[]) => Buffer;

/** A position in the file, and one behind it, near more often than far. */
function range(bytes: Buffer, random: Random): [from: number, to: number] {
  const from = random.below(bytes.length + 1);
  const length = random.below(2) === 0 ? random.below(64) : random.below(bytes.length + 1);
  return [from, Math.min(bytes.length, from + length)];
}

function insert(bytes: Buffer, at: number, piece: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
}

const MUTATIONS: readonly Mutation[] = [
  // What downloads and disks do.
  (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (let flips = 1 + random.below(20); flips > 0 && copy.length > 0; flips--)
      copy[random.below(copy.length)] = random.below(256);
    return copy;
  },
  (bytes, random) => {
    const [from, to] = range(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, random) => insert(bytes, random.below(bytes.length + 1), Buffer.alloc(random.below(5000))),
  // What editors and other programs do.
  (bytes, random) => {
    const [from, to] = range(bytes, random);
    return insert(bytes, to, bytes.subarray(from, to));
  },
  (bytes, random, others) => {
    const other = others[random.below(others.length)] as Buffer;
    const [from, to] = range(other, random);
    return insert(
      bytes,
      random.below(bytes.length + 1),
      other.subarray(from, Math.min(to, from + (1 << 16))),
    );
  },
  // What somebody does on purpose: lengths that lie, nesting, one thing a hundred thousand times.
  (bytes, random) => {
    const digits = [...bytes.toString('latin1').matchAll(/\d+/gu)];
    const hit = digits[random.below(Math.max(1, digits.length))];
    if (!hit) return bytes;
    const lie = ['0', '-1', '99999999999', '4294967296', '1e309', '007'][random.below(6)] as string;
    const end = hit.index + hit[0].length;
    return Buffer.concat([bytes.subarray(0, hit.index), Buffer.from(lie), bytes.subarray(end)]);
  },
  (bytes, random) => {
    const signs = [
      '[',
      '{',
      '{"a":',
      '<div>',
      '<a b="',
      '"',
      '\\',
      '(',
      '&',
      '--',
      '\n',
      '> ',
      '\x1b$B',
      '<!--',
    ];
    const sign = signs[random.below(signs.length)] as string;
    return insert(bytes, random.below(bytes.length + 1), Buffer.from(sign.repeat(1 + random.below(100_000))));
  },
  (bytes, random) => {
    const [from, to] = range(bytes, random);
    const piece = bytes.subarray(from, Math.min(to, from + 4096));
    const times = Math.min(10_000, Math.floor(LARGEST / Math.max(1, piece.length)));
    return insert(bytes, from, Buffer.concat(Array.from({ length: random.below(times) }, () => piece)));
  },
];

/** A damaged version of a file: one to four things happened to it. */
export function mutate(bytes: Buffer, random: Random, others: readonly Buffer[]): Buffer {
  let mutated = bytes;
  for (let steps = 1 + random.below(4); steps > 0; steps--) {
    const mutation = MUTATIONS[random.below(MUTATIONS.length)] as Mutation;
    mutated = mutation(mutated, random, others).subarray(0, LARGEST);
  }
  return mutated;
}
