"""A referral that leads to a booking made before, and what becomes of it."""

from accepted import expect_ids_given, expect_ids_kept, expect_planned_encounter
from checks import expect, expect_failure, expect_resource, expect_true
from published import (
    BOOKED,
    REFERRAL_405,
    REFERRAL_429,
    REFERRAL_503,
    REFERRAL_RECEIVER,
    REFERRED,
)
from resources import CATEGORIES
from service_requests import CAD_REFERRAL, REFERRAL, cancel_request, new_request, update_request
from spoken import FAMILY, nhs_number


def referral_and_its_cancel(sender):
    _life_of(sender, REFERRAL, BOOKED)


def referral_between_ambulance_services(sender):
    _life_of(sender, CAD_REFERRAL, None)


def referral_without_nhs_number(sender):
    _refer(sender, new_request(sender.dialect, REFERRAL, None, BOOKED), REFERRED)


def referral_refused(sender):
    for status, code, issue in (
        (400, "REC_BAD_REQUEST", "invariant"),
        (500, "REC_SERVER_ERROR", "exception"),
    ):
        role = "referral %d" % status
        answer = sender.post(new_request(sender.dialect, REFERRAL, role))
        secrets = (nhs_number(sender.dialect, role), FAMILY)
        expect_failure(answer, status, code, issue, secrets)


def referral_that_cannot_be_read(sender):
    for identity, status, code, issue in (
        (REFERRAL_405, 405, "REC_METHOD_NOT_ALLOWED", "not-supported"),
        (REFERRAL_429, 429, "REC_TOO_MANY_REQUESTS", "throttled"),
        (REFERRAL_503, 503, "REC_UNAVAILABLE", "transient"),
    ):
        role = "referral then %d" % status
        _refer(sender, new_request(sender.dialect, REFERRAL, role, BOOKED), identity)
        answer = sender.read("ServiceRequest", identity, REFERRAL_RECEIVER)
        expect_failure(answer, status, code, issue)
        expect_true(answer, "a 405 says what is allowed", status != 405 or answer.headers["Allow"])


def _life_of(sender, kind, booking_id):
    message = new_request(sender.dialect, kind, "referral", booking_id)
    answer = _refer(sender, message, REFERRED)

    read = sender.read("ServiceRequest", REFERRED, kind.target)
    expect_resource(read, "ServiceRequest", REFERRED)
    expect(read, "ServiceRequest.status", "active", read.body.get("status"))
    codings = sum((category["coding"] for category in read.body["category"]), [])
    codes = [coding["code"] for coding in codings if coding["system"] == CATEGORIES]
    expect(read, "message category", ["referral"], codes)

    update = update_request(sender.dialect, kind, message, answer.body)
    expect_ids_kept(sender.post(update), update, REFERRED)

    cancel = cancel_request(sender.dialect, kind, "referral", read.body)
    expect_ids_kept(sender.post(cancel), cancel, REFERRED)


def _refer(sender, message, identity):
    answer = sender.post(message)
    expect_ids_given(answer, message, identity)
    expect_planned_encounter(answer, message)
    return answer


WORKFLOWS = [
    referral_and_its_cancel,
    referral_between_ambulance_services,
    referral_without_nhs_number,
    referral_refused,
    referral_that_cannot_be_read,
]
