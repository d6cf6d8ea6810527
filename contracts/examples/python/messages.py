"""The four messages that Harbour 111 sends."""

from bundle import Message, now
from resources import (
    REFERRAL,
    clinician,
    organisations,
    patient,
    service,
    service_request,
    triage,
    use_case,
)

BOOKING = "booking-request"
REQUEST = "servicerequest-request"


class Messages:
    """Written by one organisation, to one service."""

    def __init__(self, ods_code, service_id):
        self._ods_code = ods_code
        self._service_id = service_id

    def booking(self, nhs_number, found):
        """`found` is a free Slot with the Schedule and the HealthcareService behind it."""
        message, person, us, them = self._open(BOOKING, "new", nhs_number)
        place = service(message, found.service, them)
        schedule = message.add("Schedule", id=found.schedule["id"], actor=[place])
        times = {"start": found.slot["start"], "end": found.slot["end"]}
        slot = message.add(
            "Slot", id=found.slot["id"], schedule=schedule, status="busy", **times
        )
        booked = self._appointment(message, person, "booked", slot=[slot], **times)
        return message.bundle(BOOKING, us, them, booked, self._service_id)

    def referral(self, nhs_number, found, appointment_id):
        """Linked to the booking that was made for it."""
        link = {"reference": "Appointment/" + appointment_id}
        return self.request(REFERRAL, nhs_number, found.service, supportingInfo=[link])

    def request(self, kind, nhs_number, known, **elements):
        """A ServiceRequest to a HealthcareService that is known."""
        message, person, us, them = self._open(REQUEST, "new", nhs_number)
        place = service(message, known, them)
        asked = service_request(
            message,
            kind,
            person,
            "active",
            authoredOn=now(),
            requester=clinician(message, us),
            performer=[place],
            **elements,
            **triage(message, person),
        )
        definition = REQUEST + "-" + kind.category
        return message.bundle(definition, us, them, asked, self._service_id)

    def cancelled_booking(self, nhs_number, found, appointment_id):
        message, person, us, them = self._open(BOOKING, "update", nhs_number)
        times = {"start": found.slot["start"], "end": found.slot["end"]}
        cancelled = self._appointment(message, person, "cancelled", id=appointment_id, **times)
        return message.bundle(BOOKING + "-cancelled", us, them, cancelled, self._service_id)

    def cancelled_referral(self, nhs_number, referral_id):
        return self.cancelled_request(REFERRAL, nhs_number, referral_id)

    def cancelled_request(self, kind, nhs_number, request_id):
        message, person, us, them = self._open(REQUEST, "update", nhs_number)
        revoked = service_request(message, kind, person, "revoked", id=request_id)
        return message.bundle(REQUEST + "-cancelled", us, them, revoked, self._service_id)

    def _open(self, event, reason, nhs_number):
        message = Message(event, reason)
        person = patient(message, nhs_number)
        return (message, person, *organisations(message, self._ods_code))

    def _appointment(self, message, person, status, **elements):
        return message.add(
            "Appointment",
            status=status,
            serviceCategory=[use_case(REFERRAL)],
            participant=[{"actor": person, "status": "accepted"}],
            **elements,
        )
