interface FieldProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly hint?: string
}

/** A line of text that a form sends. */
export const Field = ({ name, label, value, hint }: FieldProps) => (
  <div class="nhsuk-form-group">
    <label class="nhsuk-label" for={name}>
      {label}
    </label>
    {hint && (
      <div class="nhsuk-hint" id={`${name}-hint`}>
        {hint}
      </div>
    )}
    <input
      class="nhsuk-input"
      id={name}
      name={name}
      type="text"
      value={value}
      autocomplete="off"
      spellcheck={false}
      aria-describedby={hint && `${name}-hint`}
    />
  </div>
)

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly value: string
  /** What nothing chosen is called, where that can be. */
  readonly any?: string
  readonly values: readonly string[]
}

/** One of a few values that a form sends. */
export const Choice = ({ name, label, value, any, values }: ChoiceProps) => (
  <div class="nhsuk-form-group">
    <label class="nhsuk-label" for={name}>
      {label}
    </label>
    <select class="nhsuk-select" id={name} name={name}>
      {any && <option value="">{any}</option>}
      {values.map((each) => (
        <option value={each} selected={each === value}>
          {each}
        </option>
      ))}
    </select>
  </div>
)

/** A message that a form sends. */
export const Editor = ({
  name,
  label,
  value,
  rows,
  hint,
}: FieldProps & { readonly rows: number }) => (
  <div class="nhsuk-form-group">
    <label class="nhsuk-label" for={name}>
      {label}
    </label>
    {hint && (
      <div class="nhsuk-hint" id={`${name}-hint`}>
        {hint}
      </div>
    )}
    <textarea
      class="nhsuk-textarea"
      id={name}
      name={name}
      rows={rows}
      autocomplete="off"
      spellcheck={false}
      aria-describedby={hint && `${name}-hint`}
      data-drop
    >
      {value}
    </textarea>
  </div>
)
