import * as z from 'zod'
import { STATES } from '../../../src/receiver/111-ed/states.ts'
import { SEVERITIES } from '../../../src/validation/judgement.ts'

const count = z.int().min(0)
const instant = z.iso.datetime()

const State = z.enum(STATES).meta({ id: 'State' })

const Counts = z
  .object({ error: count, warning: count, information: count })
  .meta({ id: 'Counts', description: 'How many findings there are of each severity.' })

const Finding = z
  .object({
    rule: z.string().meta({ examples: ['payload/Consent.dateTime'] }),
    severity: z.enum(SEVERITIES),
    location: z.string().meta({ examples: ['Bundle.entry[1].resource.status'] }),
    line: count.optional(),
    column: count.optional(),
    received: z.string(),
    expected: z.string(),
    source: z.string().meta({ description: 'The clause that asks for it.' }),
    tag: z.string().optional().meta({ description: "The real simulator's requirement." }),
    mend: z.string().optional(),
  })
  .meta({ id: 'Finding' })

/** What is found in a message alone. */
export const Judgement = z
  .object({ findings: z.array(Finding), counts: Counts })
  .meta({ id: 'Judgement' })

/** A report on a request. */
export const Report = z
  .object({
    id: z.string(),
    at: instant,
    scenario: z.string().nullable(),
    request: z.object({ method: z.string(), path: z.string(), status: z.int() }),
    answer: z.string(),
    standard: z.object({ guide: z.string(), core: z.string() }),
    counts: Counts,
    findings: z.array(Finding),
  })
  .meta({ id: 'Report' })

/** A page of a day's reports. */
export const Reports = z
  .object({
    reports: z.array(Report.pick({ id: true, at: true, scenario: true, counts: true })),
    next: z.string().optional().meta({ description: 'The cursor of the page after it.' }),
  })
  .meta({ id: 'Reports' })

/** A scenario as the control plane shows it. */
export const Scenario = z
  .object({
    id: z.string(),
    suite: z.string(),
    title: z.string(),
    applications: z.array(z.string()),
    on: z.array(z.string()),
    sentinels: z.object({
      in: z.string(),
      values: z.array(z.string()),
      none: z.literal(true).optional(),
      others: z.literal(true).optional(),
    }),
    status: z.int(),
    source: z.string(),
    given: z.array(State).optional(),
  })
  .meta({ id: 'Scenario' })

/** Every scenario. */
export const Scenarios = z.object({ scenarios: z.array(Scenario) }).meta({ id: 'Scenarios' })

/** Services of the UserTest Directory. */
export const Services = z
  .object({
    services: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        postcode: z.string(),
        pathway: z.string(),
        answers: z.array(z.enum(['Yes', 'No'])),
        comment: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'Services' })

/** A state to put an organisation into. */
export const NewState = z.object({ state: State }).meta({ id: 'NewState' })

/** Where an organisation's 111-ED conversation stands. */
export const Organisation = z
  .object({
    odsCode: z.string(),
    space: z.string(),
    state: State,
    held: z.object({
      appointmentId: z.string().nullable(),
      serviceRequestId: z.string().nullable(),
    }),
    next: z.array(z.object({ event: z.string(), status: z.int(), state: State })),
    history: z.array(
      z.object({
        at: instant,
        event: z.string(),
        from: State,
        to: State,
        status: z.int(),
        scenario: z.string().nullable(),
      }),
    ),
    resetsAt: instant,
  })
  .meta({ id: 'Organisation' })

/** A refusal of the control plane (RFC 9457). */
export const Problem = z
  .object({ title: z.string(), status: z.int(), detail: z.string() })
  .meta({ id: 'Problem' })
