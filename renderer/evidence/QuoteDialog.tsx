import { useMemo, useState } from 'react';
import type { Claim } from '../../app/claim.ts';
import { findRating } from '../../app/rating-scale.ts';
import { storyKey } from '../../app/story.ts';
import { firstFocus } from '../dialogs/first-focus.ts';
import { foldText, fuzzy } from '../dialogs/palette/fuzzy.ts';
import { useActiveOption } from '../dialogs/use-active-option.ts';
import { useTranslator } from '../i18n/context.ts';
import { surfaces } from '../reading/surfaces.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { OutcomeMark } from '../ui/OutcomeMark.tsx';
import { claimsToQuoteFor } from './claims-to-quote-for.ts';
import type { QuotedWords } from './offered.ts';
import { evidenceOfQuote, quoteCommand } from './quoting.ts';

/** Claims that are shown; typing finds the others. */
const SHOWN = 50;

/** For which claim the selected words are evidence: the claims of other stories, those that were looked at last first. */
export function QuoteDialog({ quoted }: { quoted: QuotedWords }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const project = useWorkspaceState(({ open }) => open?.project ?? null);
  const recent = useWorkspaceState((state) => state.recentClaims);
  const [typed, setTyped] = useState('');
  const own = storyKey(quoted.story.dumpId, quoted.story.storyId);
  const all = useMemo(
    () =>
      (project ? claimsToQuoteFor(project, own, recent) : []).map((claim) => ({
        claim,
        folded: foldText(wordsOf(claim)),
      })),
    [project, own, recent],
  );
  const found = all.filter(({ folded }) => typed.trim() === '' || fuzzy(typed, folded)).slice(0, SHOWN);
  const take = async (claim: Claim | undefined) => {
    const now = workspace.state.get().open?.project;
    if (!claim || !now) return;
    const command = quoteCommand(now, claim.id, quoted, evidenceOfQuote(quoted));
    if (!(await workspace.execute(command))) return;
    workspace.show(null);
    surfaces.current?.clear();
    workspace.selectText(null);
    workspace.inform(t('evidence.quoted', { wording: wordsOf(claim) }));
  };
  const options = useActiveOption(found.length, typed, (index) => void take(found[index]?.claim));
  return (
    <Dialog title={t('evidence.quote.title')} className="palette" onClose={() => workspace.show(null)}>
      <q className="quote" lang={quoted.story.lang}>
        {quoted.anchor.quote}
      </q>
      <input
        {...options.inputProps}
        ref={firstFocus}
        className="input palette-query"
        type="text"
        aria-label={t('evidence.quote.find')}
        placeholder={t('evidence.quote.find')}
        value={typed}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      <div
        {...options.listProps}
        role="listbox"
        className="palette-list"
        aria-label={t('inspector.tab.claims')}
      >
        {found.map(({ claim }, index) => (
          <div key={claim.id} {...options.optionProps(index)} tabIndex={-1} className="palette-option">
            <OutcomeMark
              outcome={(project && findRating(project.scale, claim.ratingId)?.outcome) ?? 'unrated'}
            />
            <span className="palette-label">{wordsOf(claim)}</span>
            <span className="palette-detail">{project?.stories.get(claim.storyKey)?.source?.name ?? ''}</span>
          </div>
        ))}
      </div>
      <p role="status" className={found.length === 0 ? 'palette-nothing' : 'visually-hidden'}>
        {found.length === 0 ? t('evidence.quote.none') : ''}
      </p>
    </Dialog>
  );
}

function wordsOf({ wording, anchors }: Claim): string {
  return wording.trim() === '' ? (anchors[0]?.quote ?? '') : wording;
}
