import { useId } from 'react';
import type { SuggestionRule } from '../../app/suggest/rule.ts';
import type { RuleId } from '../../app/suggest/rules/all.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { ruleLabel } from './rule-names.ts';

/** A rule, whether it counts in the open project, and a sentence that it applies to. */
export function RuleRow({ rule }: { rule: SuggestionRule<RuleId> }) {
  const { t, number } = useTranslator();
  const workspace = useWorkspace();
  const example = useId();
  const on = useWorkspaceState((state) => !state.open?.project.suggestionRulesOff.includes(rule.id));
  const editable = useWorkspaceState((state) => state.open !== null && !state.open.readOnly);
  // The sign says whether it speaks for a sentence or against it.
  const points = `${rule.weight > 0 ? '+' : '−'}${number(Math.abs(rule.weight))}`;
  return (
    <li>
      <label className="rule-row">
        <input
          type="checkbox"
          checked={on}
          disabled={!editable}
          aria-describedby={example}
          onChange={() => void workspace.execute({ type: 'suggestion.switchRule', ruleId: rule.id, on: !on })}
        />
        <span className="rule-row-words">
          <span>{t(ruleLabel(rule.id))}</span>
          <span id={example} className="rule-row-example" lang={rule.lang}>
            {rule.example}
          </span>
        </span>
        <span className="rule-row-points">{points}</span>
      </label>
    </li>
  );
}
