import type { CueKind, Cues, NameCue } from './cues.ts';
import { soundsAlike } from './sound.ts';

/** What two sentences have in common. */
export interface Cell {
  /** In nats: how much it speaks for the pair. */
  gain: number;
  codes: number;
  numbers: number;
  reasons: { kind: CueKind; original: string; translation: string; gain: number }[];
}

/** What a cue that stands in one sentence of either side says, in nats; one that stands in more says less. */
const GAINS: Readonly<Record<CueKind, number>> = {
  'time-code': 7,
  link: 6,
  number: 2.2,
  sign: 2,
  term: 2.5,
  name: 2.5,
  word: 1.6,
};
/** Sounds that agree less than this are two names. */
const ALIKE = 0.74;
/** All that is known of a pair may not outweigh everything else. */
const MOST = 12;
/** Names that are compared by sound, a side: all with all. */
const MOST_NAMES = 600;

/** What every two sentences have in common; most have nothing. */
export function matchesOf(
  original: readonly Cues[],
  translation: readonly Cues[],
): { get(i: number, j: number): Cell | undefined } {
  const width = Math.max(1, translation.length);
  const cells = new Map<number, Cell>();
  const note = (i: number, j: number, kind: CueKind, one: string, other: string, gain: number) => {
    const at = i * width + j;
    const cell = cells.get(at) ?? { gain: 0, codes: 0, numbers: 0, reasons: [] };
    cells.set(at, cell);
    if (cell.reasons.some((reason) => reason.original === one && reason.translation === other)) return;
    cell.gain = Math.min(MOST, cell.gain + gain);
    if (kind === 'time-code') cell.codes += 1;
    if (kind === 'number') cell.numbers += 1;
    cell.reasons.push({ kind, original: one, translation: other, gain });
  };

  const exact = [original, translation].map((side) => index(side.map(({ exact }) => exact))) as Index[];
  for (const [key, places] of exact[0] as Index) {
    const others = (exact[1] as Index).get(key) ?? [];
    // What stands everywhere tells nothing, and would fill the table.
    if (places.length * others.length > 400) continue;
    for (const { at: i, cue } of places) {
      for (const { at: j, cue: other } of others) {
        const rarity = Math.sqrt(places.length * others.length);
        note(i, j, cue.kind, cue.words, other.words, weight(cue.kind, cue.key) / rarity);
      }
    }
  }
  bySound(original, translation, note);
  return { get: (i, j) => cells.get(i * width + j) };
}

type Index = Map<string, { at: number; cue: Cues['exact'][number] }[]>;

function index(sentences: readonly Cues['exact'][]): Index {
  const found: Index = new Map();
  for (const [at, cues] of sentences.entries()) {
    for (const cue of cues) {
      const places = found.get(cue.key);
      if (places) places.push({ at, cue });
      else found.set(cue.key, [{ at, cue }]);
    }
  }
  return found;
}

/** Small numbers stand everywhere. */
function weight(kind: CueKind, key: string): number {
  return kind === 'number' && key.length === 'number 1'.length ? GAINS.number / 2 : GAINS[kind];
}

/** Names in different scripts that sound alike. */
function bySound(
  original: readonly Cues[],
  translation: readonly Cues[],
  note: (i: number, j: number, kind: CueKind, one: string, other: string, gain: number) => void,
): void {
  const [ones, others] = [original, translation].map(namesBySound) as ReturnType<typeof namesBySound>[];
  for (const one of ones ?? []) {
    for (const other of others ?? []) {
      if (one.name.script === other.name.script) continue;
      const alike = soundsAlike(one.name.sound, other.name.sound);
      if (alike < ALIKE) continue;
      const rarity = Math.sqrt(one.places.length * other.places.length);
      if (rarity > 20) continue;
      const sure = one.name.sound.length === 2 ? 0.5 : (alike - 0.4) / 0.6;
      for (const i of one.places) {
        for (const j of other.places)
          note(i, j, 'name', one.name.words, other.name.words, (GAINS.name * sure) / rarity);
      }
    }
  }
}

function namesBySound(side: readonly Cues[]): { name: NameCue; places: number[] }[] {
  const found = new Map<string, { name: NameCue; places: number[] }>();
  for (const [at, { names }] of side.entries()) {
    for (const name of names) {
      const key = `${name.script} ${name.words.toLowerCase()}`;
      const known = found.get(key);
      if (!known) found.set(key, { name, places: [at] });
      else if (known.places.at(-1) !== at) known.places.push(at);
    }
  }
  return [...found.values()].slice(0, MOST_NAMES);
}
