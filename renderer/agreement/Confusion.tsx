import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react';
import type { AgreementReport, QuestionReport } from '../../app/agreement/projects/report.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace } from '../store/context.ts';
import type { AgreementCell, AgreementChoice } from '../store/state.ts';
import { Answers } from './Answers.tsx';
import { type Cell, cellFrom, firstCell } from './cells.ts';
import { chooseAgreement } from './choice.ts';
import { useSave } from './use-save.ts';
import { categoryWords } from './words.ts';

/** What one coder said where another said which. A cell leads to the list of what it counts. */
export function Confusion({
  question,
  report,
  choice,
}: {
  question: QuestionReport;
  report: AgreementReport;
  choice: AgreementChoice;
}) {
  const translator = useTranslator();
  const { t } = translator;
  const workspace = useWorkspace();
  const save = useSave();
  const shown = choice.cell?.question === question.id ? choice.cell : null;
  const [pair, setPair] = useState(() =>
    Math.max(
      0,
      question.confusions.findIndex(({ between }) => String(between) === String(shown?.between)),
    ),
  );
  const [focused, setFocused] = useState<Cell | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const confusion = question.confusions[pair];
  if (!confusion) return null;

  const { between, counts } = confusion;
  const [one, other] = between.map((place) => report.coders[place]?.name ?? '') as [string, string];
  const names = question.categories.map((category) => categoryWords(question.id, category, translator));
  // Answers that neither of them gave are no rows and columns.
  const used = question.categories.flatMap((_, place) =>
    counts.some(
      (cells, row) => (cells[place] ?? 0) > 0 || (row === place && cells.some((count) => count > 0)),
    )
      ? [place]
      : [],
  );
  const cells = used.map((row) => used.map((column) => counts[row]?.[column] ?? 0));
  const most = Math.max(1, ...cells.flat());
  const nameAt = (place: number) => names[used[place] ?? -1] ?? '';
  const idAt = (place: number) => question.categories[used[place] ?? -1]?.id ?? '';
  const isShown = (row: number, column: number) =>
    String(shown?.between) === String(between) &&
    shown?.answers[0] === idAt(row) &&
    shown.answers[1] === idAt(column);
  const chosen = used.flatMap((_, row) =>
    used.flatMap((__, column) => (isShown(row, column) ? [{ row, column }] : [])),
  )[0];
  const tabbed = firstCell(cells, focused ?? chosen ?? null);

  const move = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const next = tabbed && cellFrom(event.key, tabbed, cells);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    setFocused(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
  };
  const show = (cell: AgreementCell) => chooseAgreement(workspace, { ...choice, cell });
  const label = t('agreement.confusion', { one, other });
  return (
    <div className="agreement-confusion">
      {question.confusions.length > 1 ? (
        <label className="agreement-pair">
          <span>{t('agreement.pair')}</span>
          <select
            className="input"
            value={pair}
            onChange={(event) => {
              setFocused(null);
              setPair(Number(event.currentTarget.value));
            }}
          >
            {question.confusions.map(({ between: [a, b] }, place) => (
              <option key={`${a} ${b}`} value={place}>
                {report.coders[a]?.name} – {report.coders[b]?.name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <div className="agreement-wide">
        <table ref={table} className="agreement-matrix" aria-label={label} onKeyDown={move}>
          <caption>
            {label} <span>{t('agreement.cell-hint')}</span>
          </caption>
          <thead>
            <tr>
              <td />
              {used.map((place) => (
                <th key={place} scope="col">
                  {names[place]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.map((line, row) => (
              <tr key={used[row]}>
                <th scope="row">{nameAt(row)}</th>
                {line.map((count, column) => (
                  <td key={used[column]} data-same={row === column || undefined}>
                    {count > 0 ? (
                      <button
                        type="button"
                        className="agreement-cell"
                        data-cell={`${row} ${column}`}
                        style={{ '--share': `${Math.round((count / most) * 100)}%` } as CSSProperties}
                        tabIndex={tabbed?.row === row && tabbed.column === column ? 0 : -1}
                        aria-pressed={isShown(row, column)}
                        aria-label={t('agreement.cell', {
                          count,
                          one,
                          other,
                          row: nameAt(row),
                          column: nameAt(column),
                        })}
                        onFocus={() => setFocused({ row, column })}
                        onClick={() =>
                          show({ question: question.id, between, answers: [idAt(row), idAt(column)] })
                        }
                      >
                        {count}
                      </button>
                    ) : (
                      <span className="faint">·</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button
        type="button"
        className="button quiet small"
        onClick={() => save('confusion', question.id, report)}
      >
        {t('agreement.save-confusion')}
      </button>
      {shown && chosen ? (
        <Answers
          cell={shown}
          words={{ one, other, row: nameAt(chosen.row), column: nameAt(chosen.column) }}
        />
      ) : null}
    </div>
  );
}
