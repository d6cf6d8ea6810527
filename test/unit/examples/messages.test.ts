import type { Bundle } from 'fhir/r4'
import { it } from 'vitest'
import { MESSAGE_DEFINITIONS } from '../../../src/bars/message-definitions.ts'
import { ALL_WORKFLOWS, WORKFLOWS } from '../../../src/bars/workflow.ts'
import { exampleMessage } from '../../../src/examples/message.ts'

const example = (workflow: (typeof ALL_WORKFLOWS)[number]): Bundle =>
  exampleMessage({
    workflow,
    useCase: 'a1t1',
    service: '2000072489',
    nhsNumber: '9990000026',
    focusId: undefined,
    appointmentId: undefined,
  })

const typesIn = ({ entry = [] }: Bundle) => entry.map(({ resource }) => resource?.resourceType)

const referencesIn = (bundle: Bundle): readonly string[] =>
  [...JSON.stringify(bundle).matchAll(/"reference":"(urn:uuid:[^"]+)"/g)].map(
    ([, found = '']) => found,
  )

for (const workflow of ALL_WORKFLOWS) {
  it(`writes a ${workflow} that its MessageDefinition allows`, ({ expect }) => {
    const types = typesIn(example(workflow))

    const wrong = MESSAGE_DEFINITIONS[WORKFLOWS[workflow].definition].focus.filter(
      ({ type, min, max }) => {
        const count = types.filter((each) => each === type).length
        return count < min || (max !== '*' && count > Number(max))
      },
    )
    expect(wrong).toEqual([])
  })

  it(`writes a ${workflow} with the MessageHeader first and no reference that leads nowhere`, ({
    expect,
  }) => {
    const bundle = example(workflow)

    const fullUrls = bundle.entry?.map(({ fullUrl }) => fullUrl)
    expect(typesIn(bundle)[0]).toBe('MessageHeader')
    expect(referencesIn(bundle).filter((reference) => !fullUrls?.includes(reference))).toEqual([])
  })
}
