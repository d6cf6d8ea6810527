/** Calder Telehealth's client of a BaRS Receiver. */

import { type Bundle, idOf, type Message, type OperationOutcome, resourceOf } from './fhir.ts'
import { booking, cancelledBooking, cancelledReferral, type Place, referral } from './messages.ts'
import { type BarsRequest, processMessage, slotSearch } from './requests.ts'

/** What the Receiver said when it refused. */
export class Refused extends Error {
  readonly status: number

  constructor(status: number, { issue = [] }: Partial<OperationOutcome>) {
    super([`refused with ${status}`, ...issue.map((each) => `  ${each.diagnostics}`)].join('\n'))
    this.status = status
  }
}

/** Sends for one organisation, to the Receiver behind a FHIR base URL. */
export const createSender = (
  baseUrl: string,
  odsCode: string,
  send: (request: Request) => Promise<Response> = fetch,
) => {
  const ask = async ({ method, path, headers, body }: BarsRequest): Promise<Bundle> => {
    const request = { method, headers, ...(body && { body: JSON.stringify(body) }) }
    const response = await send(new Request(baseUrl + path, request))
    if (!response.ok) {
      throw new Refused(response.status, (await response.json()) as Partial<OperationOutcome>)
    }
    return (await response.json()) as Bundle
  }
  const process = (message: Message) => ask(processMessage(odsCode, message))

  return {
    findFreeSlot: async (): Promise<Place> => {
      const found = await ask(slotSearch(odsCode))
      return {
        slot: resourceOf(found, 'Slot'),
        schedule: resourceOf(found, 'Schedule'),
        service: resourceOf(found, 'HealthcareService'),
      }
    },
    /** Gives the id of the Appointment. */
    book: async (nhsNumber: string, place: Place): Promise<string> =>
      idOf(await process(booking(odsCode, nhsNumber, place)), 'Appointment'),
    /** Gives the id of the ServiceRequest. */
    refer: async (nhsNumber: string, place: Place, appointmentId: string): Promise<string> =>
      idOf(await process(referral(odsCode, nhsNumber, place, appointmentId)), 'ServiceRequest'),
    updateBooking: (nhsNumber: string, place: Place, id: string): Promise<Bundle> =>
      process(booking(odsCode, nhsNumber, place, id)),
    cancelBooking: (nhsNumber: string, place: Place, id: string): Promise<Bundle> =>
      process(cancelledBooking(odsCode, nhsNumber, place.slot, id)),
    cancelReferral: (nhsNumber: string, id: string): Promise<Bundle> =>
      process(cancelledReferral(odsCode, nhsNumber, id)),
  }
}
