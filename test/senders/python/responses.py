"""Responses: what a Receiver of requests sends back later, in the role of a Sender."""

from clinical import care_plan, categories, consent, encounter, incident, service_request, use_case
from draft import Draft, coding, now, ref
from envelope import Parties, seal
from parties import clinician, healthcare_service, nhs_number, organisations, patient
from published import BOOKING_RECEIVER, CODE_SYSTEM, REFERRAL_RECEIVER, VALIDATION_SENDER

EVENT = "servicerequest-response"
OUTCOMES = CODE_SYSTEM + "message-reason-encounter"


class Response:
    """A draft with what all four responses hold."""

    def __init__(self, dialect, reason, role, target, code, category, status):
        self.draft = Draft(dialect, reason)
        self.category = category
        self.person = patient(self.draft, nhs_number(dialect, role))
        self.sender, self.receiver = organisations(self.draft)
        self.parties = Parties(self.sender, self.receiver, target, code)
        clinician(self.draft, self.sender)
        self.first = encounter(self.draft, self.person, "triaged")
        self.request = service_request(
            self.draft, category, code, self.person, status=status, encounter=ref(self.first)
        )

    def visit(self, status):
        """The responder's own Encounter."""
        outcome = coding(OUTCOMES, "validation-triage-outcome", "Validation of triage outcome")
        return encounter(self.draft, self.person, status, reasonCode=[{"coding": [outcome]}])

    def seal(self, definition, focus, answers):
        name = "servicerequest-response-" + definition
        return seal(self.draft, self.parties, EVENT, name, focus, self.category, answers)


def interim_response(dialect, role, answers):
    response = Response(dialect, "new", role, VALIDATION_SENDER, "a4t1", "validation", "active")
    return response.seal("validation-interim", response.visit("in-progress"), answers)


def full_response(dialect, role, answers):
    state = "completed"
    response = Response(dialect, "update", role, VALIDATION_SENDER, "a4t1", "validation", state)
    care_plan(response.draft, response.person, "completed")
    consent(response.draft, response.person)
    healthcare_service(response.draft, response.receiver)
    incident(response.draft, response.first)
    return response.seal("validation-full", response.visit("finished"), answers)


def did_not_attend_response(dialect, role, answers):
    """A safeguarding concern: the patient did not come."""
    response = Response(dialect, "new", role, BOOKING_RECEIVER, "a1t1", "referral", "revoked")
    draft = response.draft
    care_plan(draft, response.person, "completed")
    consent(draft, response.person)
    healthcare_service(draft, response.receiver)
    draft.add(
        "Appointment",
        status="noshow",
        serviceCategory=categories(draft, use_case("a1t1")),
        start=dialect.instant(now()),
        end=dialect.instant(now()),
        participant=[{"actor": ref(response.person), "status": "accepted"}],
    )
    return response.seal("referral", response.request, answers)


def short_referral_response(dialect, role, answers):
    response = Response(dialect, "new", role, REFERRAL_RECEIVER, "a6t1", "referral", "active")
    return response.seal("referral-short", response.visit("in-progress"), answers)
