/** A text to copy. Scripts give it a button; without them it can be selected. */
export const Code = ({ text, label, wraps }: { text: string; label: string; wraps?: boolean }) => (
  <div class="app-code">
    {/* What scrolls has to be reached by the keyboard. */}
    <section class={wraps ? 'app-code__wraps' : 'app-code__text'} tabindex={0} aria-label={label}>
      <pre>
        <code>{text}</code>
      </pre>
    </section>
  </div>
)

/** An HTTP status, by number and colour. */
export const Status = ({ status }: { status: number }) => (
  <strong class={`nhsuk-tag nhsuk-tag--${colourOf(status)}`}>{status}</strong>
)

const colourOf = (status: number): string => {
  if (status < 400) return 'green'
  return status < 500 ? 'orange' : 'red'
}
