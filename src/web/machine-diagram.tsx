import { CELLS, type Cell } from '../receiver/111-ed/cells.ts'
import { STATES, type State } from '../receiver/111-ed/states.ts'

const BOX = { width: 216, height: 62 }
const STEP = 330
const MARGIN = 20
const TOP = 110
const WIDTH = MARGIN * 2 + STEP * (STATES.length - 1) + BOX.width
const HEIGHT = 330

/** A change of state, with all events that bring it. */
interface Edge {
  readonly from: State
  readonly to: State
  readonly events: readonly string[]
}

const isChange = ({ state, next, reply }: Cell): boolean => reply.kind !== 'fail' && state !== next

const EDGES: readonly Edge[] = [
  ...Map.groupBy(CELLS.filter(isChange), ({ state, next }) => `${state} ${next}`).values(),
].map((cells) => ({
  from: cells[0]?.state ?? 'initial',
  to: cells[0]?.next ?? 'initial',
  events: cells.map(({ event }) => event),
}))

/** What the diagram shows, for those who do not see it. */
const IN_WORDS = EDGES.map(
  ({ from, to, events }) => `From ${from} to ${to} by ${events.join(' or ')}.`,
).join(' ')

/** The 111-ED machine, and where the organisation is in it. */
export const MachineDiagram = ({ state: here }: { state: State }) => (
  <svg
    class="app-machine"
    viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    role="img"
    aria-labelledby="machine-title machine-description"
  >
    <title id="machine-title">The 111-ED conversation: you are in the state {here}</title>
    <desc id="machine-description">{IN_WORDS}</desc>
    <defs>
      <marker
        id="arrow"
        viewBox="0 0 10 10"
        refX="9"
        refY="5"
        markerUnits="userSpaceOnUse"
        markerWidth="16"
        markerHeight="16"
        orient="auto-start-reverse"
      >
        <path class="app-machine__head" d="M0 0L10 5L0 10z" />
      </marker>
    </defs>
    {EDGES.map((edge) => (
      <Arrow edge={edge} isOpen={edge.from === here} />
    ))}
    {STATES.map((state, index) => (
      <Box state={state} left={leftOf(index)} isHere={state === here} />
    ))}
  </svg>
)

const leftOf = (index: number): number => MARGIN + index * STEP

const Box = ({ state, left, isHere }: { state: State; left: number; isHere: boolean }) => (
  <g class={isHere ? 'app-machine__state app-machine__state--here' : 'app-machine__state'}>
    <rect x={left} y={TOP} width={BOX.width} height={BOX.height} rx="10" />
    <text x={left + BOX.width / 2} y={TOP + (isHere ? 28 : 37)}>
      {state}
    </text>
    {isHere && (
      <text class="app-machine__you" x={left + BOX.width / 2} y={TOP + 48}>
        you are here
      </text>
    )}
  </g>
)

// Forward above the boxes, back below them, the longer the deeper.
const Arrow = ({ edge: { from, to, events }, isOpen }: { edge: Edge; isOpen: boolean }) => {
  const [start, end] = [STATES.indexOf(from), STATES.indexOf(to)]
  const isForward = end > start
  const reach = Math.abs(end - start)
  const side = isForward ? TOP : TOP + BOX.height
  const bend = isForward ? TOP - 70 * reach : TOP + BOX.height + 90 * reach
  const shift = reach > 1 ? 35 : 20
  const x1 = leftOf(start) + BOX.width / 2 + (isForward ? shift : -shift)
  const x2 = leftOf(end) + BOX.width / 2 + (isForward ? -shift : shift)
  return (
    <g class={isOpen ? 'app-machine__edge app-machine__edge--open' : 'app-machine__edge'}>
      <path
        d={`M${x1} ${side}C${x1} ${bend} ${x2} ${bend} ${x2} ${side}`}
        marker-end="url(#arrow)"
      />
      <text x={(x1 + x2) / 2} y={side + (bend - side) * 0.75 + (isForward ? -8 : 18)}>
        {events.join(' or ')}
      </text>
    </g>
  )
}
