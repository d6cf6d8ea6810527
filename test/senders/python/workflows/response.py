"""Responses to requests that the Sender of this file received before."""

from accepted import expect_echoed
from checks import expect, expect_failure
from references import entries
from responses import (
    did_not_attend_response,
    full_response,
    interim_response,
    short_referral_response,
)
from spoken import FAMILY, nhs_number


def interim_then_full_validation_response(sender):
    answers = sender.dialect.uuid()
    _respond(sender, interim_response(sender.dialect, "interim response", answers))
    _respond(sender, full_response(sender.dialect, "full response", answers))


def safeguarding_did_not_attend_response(sender):
    answers = sender.dialect.uuid()
    _respond(sender, did_not_attend_response(sender.dialect, "safeguarding", answers))


def safeguarding_response_refused(sender):
    answers = sender.dialect.uuid()
    role = "safeguarding 401"
    answer = sender.post(did_not_attend_response(sender.dialect, role, answers))
    secrets = (nhs_number(sender.dialect, role), FAMILY)
    expect_failure(answer, 401, "REC_UNAUTHORIZED", "security", secrets)


def short_response_to_a_referral(sender):
    answers = sender.dialect.uuid()
    _respond(sender, short_referral_response(sender.dialect, "referral", answers))


def _respond(sender, message):
    answer = sender.post(message)
    expect_echoed(answer, message)
    expect(answer, "number of entries", len(entries(message.bundle)), len(entries(answer.body)))


WORKFLOWS = [
    interim_then_full_validation_response,
    safeguarding_did_not_attend_response,
    safeguarding_response_refused,
    short_response_to_a_referral,
]
