import { VERDICT_SIGNS } from '../labels.ts';
import type { ClaimCard, Level, NoteCard, Side } from '../model/block.ts';
import { labelOf, lineOf } from './inline.ts';
import { facts, innerBlocks } from './inner.ts';
import { QUIET, VERDICT_COLOURS } from './look.ts';
import type { Package } from './package.ts';
import { paragraph } from './paragraph.ts';
import { run } from './run.ts';
import { layoutTable } from './table.ts';
import { shutIn } from './xml.ts';

/** The title of the report is a style of its own, so that the headings of a word processor begin one level below. */
export function headingStyle(level: Level): string {
  return `Heading${level - 1}`;
}

export function claimCard(pack: Package, card: ClaimCard): string {
  const { id, level, size, name, wording, lang, verdict, rating, outcome, footnotes } = card;
  const colour = VERDICT_COLOURS[verdict];
  const number = lineOf(pack, name, { colour: QUIET });
  const words = run(shutIn(wording), { lang });
  const title =
    size === 'page'
      ? paragraph('Kicker', number, { keepNext: true }) +
        paragraph(headingStyle(level), pack.bookmark(id, words))
      : paragraph(headingStyle(level), pack.bookmark(id, `${number}${run('  ')}${words}`), { side: colour });
  const look = { bold: true, colour, ...(size === 'page' ? { size: 32 } : {}) };
  const judged =
    run(`${VERDICT_SIGNS[verdict]} `, look) +
    labelOf(pack, rating, look) +
    (outcome ? run('  ') + labelOf(pack, outcome, { colour: QUIET }) : '') +
    (footnotes.length > 0 ? run(' ') + lineOf(pack, footnotes) : '');
  return (
    title + paragraph('Verdict', judged, { side: colour, keepNext: true }) + facts(pack, card.facts, colour)
  );
}

export function noteCard(pack: Package, card: NoteCard): string {
  const side = ({ label, blocks }: Side) =>
    paragraph('Label', labelOf(pack, label), { keepNext: true }) + innerBlocks(pack, blocks);
  const title = `${lineOf(pack, card.name, { colour: QUIET })}${run('  ')}${labelOf(pack, card.label)}`;
  return (
    paragraph(headingStyle(card.level), pack.bookmark(card.id, title), { side: '6D28A8' }) +
    layoutTable([50, 50], [[side(card.original), side(card.translation)]]) +
    facts(pack, card.facts)
  );
}
