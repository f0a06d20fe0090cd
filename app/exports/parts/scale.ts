import type { Block } from '../model/block.ts';
import type { Draft } from '../model/draft.ts';
import { address, cell, literal, paragraph, said } from '../model/pieces.ts';
import { partHeading } from './headings.ts';
import { verdictWords } from './verdicts.ts';

/** The rating scale of the project and whose it is. */
export function* scale(draft: Draft): Generator<Block> {
  const { voice, report } = draft;
  const { say, both } = voice;
  const { name, ratings, credit } = report.project.scale;
  yield partHeading(draft, 'scale', 'scale', 'scale');
  yield {
    kind: 'table',
    role: 'scale',
    caption: [said(both(name))],
    captionHidden: false,
    columns: [
      { head: [said(say('rating'))], role: 'name', width: 24 },
      { head: [said(say('outcome'))], role: 'text', width: 20 },
      { head: [said(say('meaning'))], role: 'text', width: 56 },
    ],
    rows: ratings.map((rating) => ({
      cells: [
        cell(said(both(rating.label))),
        cell(...verdictWords(rating.outcome, voice)),
        cell(said(both(rating.meaning))),
      ],
    })),
    foot: null,
  };
  if (!credit) return;
  yield paragraph(
    'quiet',
    said(say('scale.credit')),
    literal(': '),
    said(both(credit.text)),
    ...(credit.url === '' ? [] : [literal(' '), address(credit.url)]),
  );
}
