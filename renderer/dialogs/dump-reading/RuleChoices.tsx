import { useEffect, useId, useRef } from 'react';
import type { Problem } from '../../../app/problem.ts';
import { useTranslator } from '../../i18n/context.ts';
import { firstFocus } from '../first-focus.ts';
import { isAtField, RULE_KINDS, type RuleKind, type SplitForm } from './split-form.ts';

interface Props {
  /** null while the program is still guessing. */
  form: SplitForm | null;
  guessed: RuleKind | null;
  problem: Problem | null;
  onChange: (form: SplitForm) => void;
}

/** The ways of splitting a dump, the guessed one marked, with a field under the two that need one. */
export function RuleChoices({ form, guessed, problem, onChange }: Props) {
  const { t } = useTranslator();
  const id = useId();
  const current = form ?? { kind: null, separator: '', pattern: '' };
  const choose = (kind: RuleKind) =>
    onChange({ kind, separator: current.separator, pattern: current.pattern });

  const fieldset = useRef<HTMLFieldSetElement>(null);
  const known = form !== null;
  useEffect(() => {
    const focused = fieldset.current?.contains(document.activeElement);
    if (known && focused) fieldset.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, [known]);

  // Arrow keys only pass over the rules; a click or Space means one, and then its field is what comes next.
  const meant = useRef(false);

  return (
    <fieldset
      ref={fieldset}
      className="split-rules"
      onPointerDown={() => {
        meant.current = true;
      }}
      onKeyDown={(event) => {
        meant.current = event.key === ' ';
      }}
    >
      <legend>{t('split.how')}</legend>
      {RULE_KINDS.map((kind) => (
        <div key={kind} className="split-rule" data-chosen={kind === current.kind}>
          <label>
            <input
              type="radio"
              name={id}
              checked={kind === current.kind}
              ref={kind === (current.kind ?? 'byline') ? firstFocus : undefined}
              onChange={() => choose(kind)}
              aria-describedby={`${id}-${kind}`}
            />
            <span>
              <span className="split-rule-name">
                {t(`split.rule.${kind}`)}
                {kind === guessed ? <span className="split-guess">{t('split.guessed')}</span> : null}
              </span>
              <span id={`${id}-${kind}`} className="split-rule-hint">
                {t(`split.hint.${kind}`)}
              </span>
            </span>
          </label>
          {form && kind === form.kind && (kind === 'separator' || kind === 'pattern') ? (
            <OwnMark
              label={t(`split.field.${kind}`)}
              value={form[kind]}
              problem={problem}
              takesFocus={meant.current}
              onChange={(value) => onChange({ ...form, [kind]: value })}
            />
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}

interface OwnMarkProps {
  /** As it appears. */
  takesFocus: boolean;
  label: string;
  value: string;
  problem: Problem | null;
  onChange: (value: string) => void;
}

/** The separator or pattern of the person's own, with what is wrong about it. */
function OwnMark({ takesFocus, label, value, problem, onChange }: OwnMarkProps) {
  const translator = useTranslator();
  const id = useId();
  const wrong = problem && isAtField(problem) ? problem : null;
  const input = useRef<HTMLInputElement>(null);
  const asItAppears = useRef(takesFocus);
  useEffect(() => {
    if (asItAppears.current) input.current?.focus();
  }, []);
  return (
    <div className="split-own">
      <input
        ref={input}
        className="input"
        aria-label={label}
        placeholder={label}
        value={value}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-invalid={wrong !== null}
        aria-describedby={wrong ? id : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {wrong ? (
        <p id={id} className="field-problem" role="alert">
          {translator.problem(wrong)}
        </p>
      ) : null}
    </div>
  );
}
