import { SYSTEMS } from '../bars/code-systems.ts'
import { digitsOf } from '../bars/ids.ts'
import type { Message } from '../bars/message.ts'
import type { Target } from '../bars/target.ts'
import { WORKFLOWS } from '../bars/workflow.ts'
import { conceptCodes } from '../fhir/coding.ts'
import { isNumber, list, member } from '../fhir/json.ts'
import { findScenario, isSentinel } from '../scenarios/index.ts'
import { DEFINITIONS } from '../scenarios/service-kinds.ts'
import { type ReportedFinding, reported } from '../validation/judgement.ts'
import { type Fault, findingOf } from '../validation/rule.ts'
import { NEARLY_SENTINEL, OFFERED } from '../validation/rules/beyond.ts'

/** What the tables of the sandbox have to say of a message, beside what the standard says. */
export function foundBeyond(
  message: Message,
  target: Target | undefined,
): readonly ReportedFinding[] {
  return [
    ...notOffered(message, target).map((fault) => findingOf(OFFERED, fault)),
    ...nearlySentinels(message).map((fault) => findingOf(NEARLY_SENTINEL, fault)),
  ].map((finding) => reported(finding))
}

const whereOf = ({ bundle, focus }: Message): string =>
  `Bundle.entry[${bundle.entry.indexOf(focus)}].resource`

/** A message, or a use case, that the service does not say it takes (ruling 39). */
function notOffered(message: Message, target: Target | undefined): readonly Fault[] {
  const reply = target && findScenario('MessageDefinition', [target.value])?.reply
  if (reply?.kind !== 'definitions') return []
  const { definition } = WORKFLOWS[message.workflow]
  const { resource } = message.focus
  const useCases = ['category', 'serviceCategory']
    .flatMap((element) => conceptCodes(resource, element, SYSTEMS.useCase))
    .map((code) => code.toLowerCase())
  const offers = DEFINITIONS[reply.of].filter(([offered]) => offered === definition)
  const taken: readonly string[] = offers.flatMap(([, its]) => its)
  const isOffered =
    offers.length > 0 && (useCases.length === 0 || useCases.some((code) => taken.includes(code)))
  if (isOffered) return []
  return [
    {
      where: whereOf(message),
      received: offers.length === 0 ? `a message of ${definition}` : 'another use case',
      expected:
        offers.length === 0
          ? 'a message that the service takes'
          : `a use case that the service takes: ${taken.join(', ')}`,
      mend: 'GET /MessageDefinition?context= tells which those are',
    },
  ]
}

/** An NHS number that would choose a scenario, were it text and of the right system (ruling 43). */
function nearlySentinels({ bundle, workflow, nhsNumbers }: Message): readonly Fault[] {
  return bundle.entry.flatMap(({ resource }, entry) => {
    if (resource.resourceType !== 'Patient') return []
    return list(resource, 'identifier').flatMap((identifier, place) => {
      const value = member(identifier, 'value')
      const number = digitsOf(isNumber(value) || typeof value === 'string' ? String(value) : '')
      if (nhsNumbers.includes(number) || !isSentinel(workflow, number)) return []
      const scenario = findScenario(workflow, [number])
      return [
        {
          where: `Bundle.entry[${entry}].resource.identifier[${place}]`,
          received: isNumber(value) ? 'a sentinel as a number' : 'a sentinel of another system',
          expected: `text, and the system ${SYSTEMS.nhsNumber}`,
          mend: `then it chooses ${scenario?.id}`,
        },
      ]
    })
  })
}
