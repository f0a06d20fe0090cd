import { useId, useRef } from 'react';
import { useFocusField } from './focus.ts';
import './fields.css';

interface Props<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
  disabled: boolean;
  /** The name by which `state.focusField` asks for this field. */
  field?: string;
}

/** A labelled choice of one out of a few. */
export function SelectField<T extends string>({
  label,
  value,
  options,
  onChange,
  disabled,
  field,
}: Props<T>) {
  const id = useId();
  const element = useRef<HTMLSelectElement>(null);
  useFocusField(field, () => element.current?.focus());
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        ref={element}
        className="input"
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value as T)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
