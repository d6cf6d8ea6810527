import { isObject, list, member, text as textAt } from '../../../../src/fhir/json.ts'
import { CAD, ONLINE, UEC } from './applications.ts'
import { isBoolean } from './formats.ts'
import type { ResourceElement } from './resource-element.ts'
import { members, reference, text, there, when } from './rows.ts'
import { CANCELS } from './workflows.ts'

const OPTION = 'item[].answerOption[].valueCoding'
const CONDITION = 'item[].enableWhen?[]'

// Other extensions may stand beside it.
const saysWhy = (extensions: unknown): boolean =>
  list({ extensions }, 'extensions').some(
    (each) => textAt(each, 'url') !== undefined && isObject(member(each, 'valueCodeableConcept')),
  )

/** What the payload tables ask for of questions and answers. */
export const QUESTIONNAIRES: Readonly<Record<string, readonly ResourceElement[]>> = {
  Questionnaire: when(
    { warnsOn: CANCELS },
    text('identifier?[].value', 'the value of the identifier'),
    text('name', 'a name for computers'),
    text('title', 'a name for people'),
    text('date', 'when it last changed'),
    text('publisher', 'who publishes it'),
    text('item[].linkId', 'the id of the question'),
    text('item[].text', 'the question'),
    text('item[].type', 'what kind of question it is'),
    { path: 'item[].required', expected: 'true or false', is: isBoolean },
    text(`${OPTION}.code`, 'the code of an answer'),
    text(`${CONDITION}.question`, 'the linkId of another question'),
    text(`${CONDITION}.operator`, 'how its answer is compared'),
    ...members(`${CONDITION}.answerCoding`, 'code', 'display'),
  ),
  QuestionnaireResponse: [
    ...when(
      { warnsOn: CANCELS },
      { path: 'extension', expected: 'why it is sent: a valueCodeableConcept', is: saysWhy },
      text('item[].linkId', 'the id of the question'),
      text('item[].text', 'the question'),
    ),
    ...when({ isWarning: true }, reference('subject', 'Patient')),
    ...when(
      { onlyIn: [...UEC, ...ONLINE], warnsOn: CANCELS },
      text('extension[].valueCodeableConcept?.text', 'why it is sent, in words'),
      text('item[].item[].linkId', 'the id of the question'),
      text('item[].item[].item[].linkId', 'the id of the question'),
      there('item[].item[].item[].answer[]', 'an answer'),
    ),
    ...when(
      { onlyIn: CAD, warnsOn: CANCELS },
      reference('encounter', 'Encounter'),
      text('item[].answer[].valueCoding.code', 'the code of the answer'),
    ),
  ],
}
