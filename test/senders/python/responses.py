"""Responses: what a Receiver of requests sends back later, in the role of a Sender."""

from bundle import CODES, Message, concept, now
from published import BOOKING_RECEIVER, REFERRAL_RECEIVER, VALIDATION_SENDER
from resources import clinician, encounter, organisations, patient, service, service_request
from resources import triage, use_case
from service_requests import CAD_REFERRAL, REFERRAL, SERVICE, VALIDATION
from spoken import ODS, nhs_number, spoken

EVENT = "servicerequest-response"
OUTCOMES = CODES + "message-reason-encounter"


class Response:
    """A message with what all four responses hold."""

    def __init__(self, dialect, reason, role, kind, status):
        self.message = Message(EVENT, reason)
        self.dialect = dialect
        self.kind = kind
        self.person = patient(self.message, nhs_number(dialect, role))
        self.us, self.them = organisations(self.message, ODS)
        clinician(self.message, self.us)
        self.first = encounter(self.message, self.person, "triaged")
        self.request = self._request(status)

    def visit(self, status):
        """The responder's own Encounter."""
        outcome = concept(OUTCOMES, "validation-triage-outcome", "Validation of triage outcome")
        return encounter(self.message, self.person, status, reasonCode=[outcome])

    def found(self):
        """What the responder found."""
        triage(self.message, self.person)
        service(self.message, SERVICE, self.them)

    def spoken(self, definition, focus, answers, target):
        response = {"identifier": answers, "code": "ok"}
        name = EVENT + "-" + definition
        parties = (self.us, self.them, focus, target)
        bundle = self.message.bundle(name, *parties, response=response)
        return spoken(self.dialect, bundle, target)

    def _request(self, status):
        elements = {"encounter": self.first, "authoredOn": now()}
        return service_request(self.message, self.kind, self.person, status, **elements)


def interim_response(dialect, role, answers):
    response = Response(dialect, "new", role, VALIDATION.kind, "active")
    visit = response.visit("in-progress")
    return response.spoken("validation-interim", visit, answers, VALIDATION_SENDER)


def full_response(dialect, role, answers):
    response = Response(dialect, "update", role, VALIDATION.kind, "completed")
    response.found()
    visit = response.visit("finished")
    return response.spoken("validation-full", visit, answers, VALIDATION_SENDER)


def did_not_attend_response(dialect, role, answers):
    """A safeguarding concern: the patient did not come."""
    response = Response(dialect, "new", role, REFERRAL.kind, "revoked")
    response.found()
    response.message.add(
        "Appointment",
        status="noshow",
        serviceCategory=[use_case(REFERRAL.kind)],
        start=now(),
        end=now(),
        participant=[{"actor": response.person, "status": "accepted"}],
    )
    return response.spoken("referral", response.request, answers, BOOKING_RECEIVER)


def short_referral_response(dialect, role, answers):
    response = Response(dialect, "new", role, CAD_REFERRAL.kind, "active")
    visit = response.visit("in-progress")
    return response.spoken("referral-short", visit, answers, REFERRAL_RECEIVER)
