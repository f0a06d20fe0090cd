import { unreadable } from '../reading.ts';

/** A column behind the first three. */
export interface Column {
  layer: 'span' | 'relation' | 'chain';
  type: string;
  kind: 'value' | 'role' | 'target' | 'from' | 'none';
  /** The feature that it has the values of. */
  feature: string;
  /** Of `from`: the layer that the relation is between. */
  between: string;
}

const LAYER_KINDS = { SP: 'span', RL: 'relation', CH: 'chain' } as const;

/**
 * The columns that the first lines declare.
 * @throws UratoriError `interchange-unreadable`
 */
export function headerOf(file: string, lines: readonly string[]): { columns: Column[]; length: number } {
  if (!/^#FORMAT=WebAnno TSV 3(?:\.[0-3])?\s*$/u.test(lines[0] ?? ''))
    unreadable(`${file}:1`, 'no “#FORMAT=WebAnno TSV 3.3”; versions 1 and 2 are not read');
  const columns: Column[] = [];
  let length = 1;
  for (; length < lines.length && lines[length]?.startsWith('#T_'); length += 1) {
    const [, kind, rest = ''] = /^#T_(SP|RL|CH)=(.+)$/u.exec(lines[length] as string) ?? [];
    if (kind !== 'SP' && kind !== 'RL' && kind !== 'CH')
      return unreadable(`${file}:${length + 1}`, (lines[length] as string).slice(0, 60));
    const [type = '', ...declared] = rest.split('|').filter((field) => field !== '');
    const common = { layer: LAYER_KINDS[kind], type, feature: '', between: '' } as const;
    if (declared.length === 0) columns.push({ ...common, kind: 'none' });
    let isTarget = false;
    for (const field of declared) {
      if (isTarget) columns.push({ ...common, kind: 'target' });
      else if (kind === 'SP' && field.startsWith('ROLE_')) columns.push({ ...common, kind: 'role' });
      else if (kind === 'RL' && field.startsWith('BT_'))
        columns.push({ ...common, kind: 'from', between: field.slice(3) });
      else columns.push({ ...common, kind: 'value', feature: field });
      isTarget = columns.at(-1)?.kind === 'role';
    }
  }
  return { columns, length };
}
