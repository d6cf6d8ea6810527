"""The four messages that Harbour 111 sends."""

from bundle import Message, now
from resources import (
    USE_CASE,
    clinician,
    organisations,
    patient,
    service,
    service_request,
    triage,
)

BOOKING = "booking-request"
REFERRAL = "servicerequest-request"


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
        message, person, us, them = self._open(REFERRAL, "new", nhs_number)
        place = service(message, found.service, them)
        referred = service_request(
            message,
            person,
            "active",
            authoredOn=now(),
            requester=clinician(message, us),
            performer=[place],
            supportingInfo=[{"reference": "Appointment/" + appointment_id}],
            **triage(message, person),
        )
        definition = REFERRAL + "-referral"
        return message.bundle(definition, us, them, referred, self._service_id)

    def cancelled_booking(self, nhs_number, appointment_id):
        message, person, us, them = self._open(BOOKING, "update", nhs_number)
        cancelled = self._appointment(message, person, "cancelled", id=appointment_id)
        return message.bundle(BOOKING + "-cancelled", us, them, cancelled, self._service_id)

    def cancelled_referral(self, nhs_number, referral_id):
        message, person, us, them = self._open(REFERRAL, "update", nhs_number)
        revoked = service_request(message, person, "revoked", id=referral_id)
        return message.bundle(REFERRAL + "-cancelled", us, them, revoked, self._service_id)

    def _open(self, event, reason, nhs_number):
        message = Message(event, reason)
        person = patient(message, nhs_number)
        return (message, person, *organisations(message, self._ods_code))

    def _appointment(self, message, person, status, **elements):
        return message.add(
            "Appointment",
            status=status,
            serviceCategory=[USE_CASE],
            participant=[{"actor": person, "status": "accepted"}],
            **elements,
        )
