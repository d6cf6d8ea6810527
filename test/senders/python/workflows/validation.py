"""A request to validate what 999 found, and what becomes of it."""

from accepted import expect_ids_given, expect_ids_kept, expect_planned_encounter
from checks import expect, expect_failure, expect_resource
from published import VALIDATED, VALIDATION_408, VALIDATION_501, VALIDATION_RECEIVER
from service_requests import VALIDATION, cancel_request, new_request, update_request
from spoken import FAMILY, nhs_number


def validation_and_its_cancel(sender):
    message, answer = _ask(sender, "validation", VALIDATED)

    read = sender.read("ServiceRequest", VALIDATED, VALIDATION_RECEIVER)
    expect_resource(read, "ServiceRequest", VALIDATED)
    expect(read, "ServiceRequest.status", "active", read.body.get("status"))

    update = update_request(sender.dialect, VALIDATION, message, answer.body)
    expect_ids_kept(sender.post(update), update, VALIDATED)

    cancel = cancel_request(sender.dialect, VALIDATION, "validation", read.body)
    expect_ids_kept(sender.post(cancel), cancel, VALIDATED)


def validation_without_nhs_number(sender):
    _ask(sender, None, VALIDATED)


def validation_that_will_be_answered(sender):
    for role in ("full response", "interim response"):
        _ask(sender, role, VALIDATED)


def validation_refused(sender):
    for status, code, issue in (
        (401, "REC_UNAUTHORIZED", "security"),
        (404, "REC_NOT_FOUND", "not-found"),
        (409, "REC_CONFLICT", "conflict"),
        (422, "REC_UNPROCESSABLE_ENTITY", "processing"),
    ):
        role = "validation %d" % status
        answer = sender.post(new_request(sender.dialect, VALIDATION, role))
        secrets = (nhs_number(sender.dialect, role), FAMILY)
        expect_failure(answer, status, code, issue, secrets)


def validation_that_cannot_be_read(sender):
    for identity, status, code, issue in (
        (VALIDATION_408, 408, "REC_TIMEOUT", "timeout"),
        (VALIDATION_501, 501, "REC_NOT_IMPLEMENTED", "not-supported"),
    ):
        _ask(sender, "validation then %d" % status, identity)
        answer = sender.read("ServiceRequest", identity, VALIDATION_RECEIVER)
        expect_failure(answer, status, code, issue)


def _ask(sender, role, identity):
    message = new_request(sender.dialect, VALIDATION, role)
    answer = sender.post(message)
    expect_ids_given(answer, message, identity)
    expect_planned_encounter(answer, message)
    return message, answer


WORKFLOWS = [
    validation_and_its_cancel,
    validation_without_nhs_number,
    validation_that_will_be_answered,
    validation_refused,
    validation_that_cannot_be_read,
]
