import type { ReportedFinding } from '../validation/judgement.ts'

/** A part of a request, with what is found in it and in its parts. */
interface Node {
  readonly name: string
  readonly findings: readonly ReportedFinding[]
  readonly parts: readonly Node[]
}

interface Placed {
  readonly path: readonly string[]
  readonly finding: ReportedFinding
}

/** The parts of a request that findings are about, as a tree. */
export const LocationTree = ({ findings }: { findings: readonly ReportedFinding[] }) => (
  <ul class="app-tree">
    {nodesOf(findings.map((finding) => ({ path: pathOf(finding), finding }))).map((node) => (
      <Branch node={node} />
    ))}
  </ul>
)

// `header X` and `parameter y` are one step, an element of the message is one for each name.
const pathOf = ({ location }: ReportedFinding): readonly string[] =>
  location.startsWith('Bundle') ? (location.match(/(?:[^.(]|\([^)]*\))+/g) ?? []) : [location]

const nodesOf = (placed: readonly Placed[]): readonly Node[] =>
  [...Map.groupBy(placed, ({ path }) => path[0] ?? '')].map(([name, within]) => {
    const [here, deeper] = [
      within.filter(({ path }) => path.length === 1),
      within.filter(({ path }) => path.length > 1),
    ]
    return merged({
      name,
      findings: here.map(({ finding }) => finding),
      parts: nodesOf(deeper.map(({ path, finding }) => ({ path: path.slice(1), finding }))),
    })
  })

/** A part that holds nothing but one other is shown as one with it. */
const merged = (node: Node): Node => {
  const [only, another] = node.parts
  return node.findings.length === 0 && only && !another
    ? { ...only, name: `${node.name}.${only.name}` }
    : node
}

const Branch = ({ node: { name, findings, parts } }: { node: Node }) => (
  <li>
    <span class="app-tree__name">{name}</span>
    {findings.map(({ severity, rule }) => (
      <span class={`app-tree__found app-tree__found--${severity}`}>
        {severity}: {rule}
      </span>
    ))}
    {parts.length > 0 && (
      <ul>
        {parts.map((part) => (
          <Branch node={part} />
        ))}
      </ul>
    )}
  </li>
)
