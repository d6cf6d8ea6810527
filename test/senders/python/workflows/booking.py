"""From a free Slot to an Appointment, and back."""

from types import SimpleNamespace

from accepted import FROM_A_SLOT_SEARCH, expect_ids_given, expect_ids_kept
from checks import expect, expect_failure, expect_resource
from messages import Messages
from published import BOOKED, BOOKING_501, BOOKING_RECEIVER
from slots import find_free_slot
from spoken import FAMILY, ODS, nhs_number, spoken


def booking_and_its_cancel(sender):
    _book(sender, "booking", BOOKED)

    read = sender.read("Appointment", BOOKED, BOOKING_RECEIVER)
    expect_resource(read, "Appointment", BOOKED)
    expect(read, "Appointment.status", "booked", read.body.get("status"))

    cancel = _cancelled(sender.dialect, "booking", read.body)
    expect_ids_kept(sender.post(cancel), cancel, BOOKED)


def booking_without_nhs_number(sender):
    _book(sender, None, BOOKED)


def booking_refused(sender):
    place = find_free_slot(sender)
    for status, code, issue in (
        (404, "REC_NOT_FOUND", "not-found"),
        (409, "REC_CONFLICT", "conflict"),
        (422, "REC_UNPROCESSABLE_ENTITY", "processing"),
    ):
        role = "booking %d" % status
        answer = sender.post(_new(sender.dialect, role, place))
        secrets = (nhs_number(sender.dialect, role), FAMILY)
        expect_failure(answer, status, code, issue, secrets)


def booking_that_cannot_be_read(sender):
    _book(sender, "booking then 501", BOOKING_501)
    answer = sender.read("Appointment", BOOKING_501, BOOKING_RECEIVER)
    expect_failure(answer, 501, "REC_NOT_IMPLEMENTED", "not-supported")


def _book(sender, role, identity):
    message = _new(sender.dialect, role, find_free_slot(sender))
    expect_ids_given(sender.post(message), message, identity, kept=FROM_A_SLOT_SEARCH)


def _new(dialect, role, place):
    """`place` is what a Slot search found; its ids travel into the booking."""
    messages = Messages(ODS, BOOKING_RECEIVER)
    return spoken(dialect, messages.booking(nhs_number(dialect, role), place), BOOKING_RECEIVER)


def _cancelled(dialect, role, read):
    """`read` is the Appointment as the Receiver gave it a moment ago."""
    messages = Messages(ODS, BOOKING_RECEIVER)
    bundle = messages.cancelled_booking(
        nhs_number(dialect, role), SimpleNamespace(slot=read), read["id"]
    )
    return spoken(dialect, bundle, BOOKING_RECEIVER)


WORKFLOWS = [
    booking_and_its_cancel,
    booking_without_nhs_number,
    booking_refused,
    booking_that_cannot_be_read,
]
