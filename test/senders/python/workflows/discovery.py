"""What can this service do, and which messages does it take?"""

from checks import expect, expect_failure, expect_resource, expect_true
from published import (
    ANY_RECEIVER,
    BOOKING_RECEIVER,
    BROKEN_DEFINITIONS,
    REFERRAL_RECEIVER,
    VALIDATION_RECEIVER,
    VALIDATION_SENDER,
)
from references import resources
from resources import IDS, USE_CASES

DEFINITION = "https://fhir.nhs.uk/MessageDefinition/bars-message-"

RECEIVED = {
    BOOKING_RECEIVER: {"booking-request", "servicerequest-request-referral"},
    REFERRAL_RECEIVER: {"servicerequest-request-referral"},
    VALIDATION_RECEIVER: {"servicerequest-request-validation"},
    VALIDATION_SENDER: {
        "servicerequest-response-validation-full",
        "servicerequest-response-validation-interim",
    },
    ANY_RECEIVER: {"booking-request", "servicerequest-request-validation"},
}


def capabilities(sender):
    for target in (None, *RECEIVED):
        answer = sender.get("/metadata", target)
        expect_resource(answer, "CapabilityStatement")
        expect(answer, "fhirVersion", "4.0.1", answer.body.get("fhirVersion"))
        expect_true(answer, "lists messages", answer.body.get("messaging") or not target)


def message_definitions(sender):
    for service, received in RECEIVED.items():
        answer = _definitions(sender, service)
        expect_resource(answer, "Bundle")
        expect(answer, "Bundle.type", "searchset", answer.body.get("type"))
        found = {one["url"] for one in resources(answer.body, "MessageDefinition")}
        missing = {DEFINITION + name for name in received} - found
        expect(answer, "MessageDefinitions missing", set(), missing)


def message_definitions_for_a_use_case(sender):
    answer = _definitions(sender, BOOKING_RECEIVER, (("context", USE_CASES + "|a1t1"),))
    expect_resource(answer, "Bundle")
    found = [one["url"] for one in resources(answer.body, "MessageDefinition")]
    expect_true(answer, "booking is among them", DEFINITION + "booking-request" in found)


def message_definitions_that_are_wrong(sender):
    answer = _definitions(sender, BROKEN_DEFINITIONS)
    expect_resource(answer, "Bundle")
    focuses = [one["focus"] for one in resources(answer.body, "MessageDefinition")]
    codes = {focus["code"] for focus in sum(focuses, [])}
    expect_true(answer, "an Invoice is among them", "Invoice" in codes)


def message_definitions_refused(sender):
    expect_failure(_definitions(sender, "FAIL0401"), 401, "REC_UNAUTHORIZED", "security")
    expect_failure(_definitions(sender, "FAIL0404"), 404, "REC_NOT_FOUND", "not-found")


def _definitions(sender, service, more=()):
    context = ("context", IDS + "dos-service-id|" + service)
    return sender.get("/MessageDefinition", ANY_RECEIVER, (context, *more))


WORKFLOWS = [
    capabilities,
    message_definitions,
    message_definitions_for_a_use_case,
    message_definitions_that_are_wrong,
    message_definitions_refused,
]
