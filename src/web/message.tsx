import type { ReportedFinding } from '../validation/judgement.ts'

/** A message line by line, and beneath a line what is expected there. */
export const Message = ({
  text,
  findings,
}: {
  text: string
  findings: readonly ReportedFinding[]
}) => {
  const byLine = Map.groupBy(findings, ({ line }) => line)
  return (
    <ol class="app-message">
      {text.split(/\r?\n/).map((line, index) => {
        const found = byLine.get(index + 1) ?? []
        return (
          <li id={`line-${index + 1}`} class={found.length > 0 ? 'app-message__found' : undefined}>
            <code>{line === '' ? ' ' : line}</code>
            {found.map((finding) => (
              <span class={`app-message__note app-message__note--${finding.severity}`}>
                {finding.severity}: expected {finding.expected}
              </span>
            ))}
          </li>
        )
      })}
    </ol>
  )
}
