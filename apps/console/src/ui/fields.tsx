import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId } from 'react';

const control =
  'w-full min-h-9 rounded-md border border-line-strong bg-surface px-2.5 text-sm text-ink placeholder:text-muted disabled:bg-sunken disabled:text-muted';

interface FieldProps {
  label: string;
  /** Shown below the field. */
  hint?: ReactNode;
}

function Field({ id, label, hint, children }: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-xs font-medium text-muted">
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-xs text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

/** A whole number from 1. */
export function IntegerField(props: Parameters<typeof TextField>[0]) {
  return <TextField type="number" inputMode="numeric" min={1} step={1} {...props} />;
}

export function TextField({
  label,
  hint,
  mono = false,
  onValue,
  ...input
}: FieldProps & { mono?: boolean; onValue: (value: string) => void } & Omit<
    InputHTMLAttributes<HTMLInputElement>,
    'onChange'
  >) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint}>
      <input
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        className={`${control} ${mono ? 'font-mono text-[0.8rem]' : ''}`}
        onChange={(event) => {
          onValue(event.target.value);
        }}
        {...input}
      />
    </Field>
  );
}

export interface Choice {
  value: string;
  label: string;
}

/** A small select without a visible label, for the corner of a card. */
export function CornerSelect({
  label,
  choices,
  value,
  onValue,
}: {
  label: string;
  choices: readonly Choice[];
  value: string;
  onValue: (value: string) => void;
}) {
  return (
    <select
      aria-label={label}
      value={value}
      className="min-h-8 rounded-md border border-line-strong bg-surface px-2 text-sm"
      onChange={(event) => {
        onValue(event.target.value);
      }}
    >
      <Options choices={choices} />
    </select>
  );
}

export function SelectField({
  label,
  hint,
  choices,
  onValue,
  ...select
}: FieldProps & { choices: readonly Choice[]; onValue: (value: string) => void } & Omit<
    SelectHTMLAttributes<HTMLSelectElement>,
    'onChange'
  >) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint}>
      <select
        id={id}
        className={control}
        onChange={(event) => {
          onValue(event.target.value);
        }}
        {...select}
      >
        <Options choices={choices} />
      </select>
    </Field>
  );
}

function Options({ choices }: { choices: readonly Choice[] }) {
  return choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
