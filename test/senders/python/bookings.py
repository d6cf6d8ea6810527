"""Booking messages: a new one for a Slot found, and its cancel."""

from clinical import categories, use_case
from draft import Draft, ref
from envelope import Parties, seal
from parties import healthcare_service, nhs_number, organisations, patient
from published import BOOKING_RECEIVER

USE_CASE = "a1t1"


def new_booking(dialect, role, place):
    """`place` is what a Slot search found; its ids travel into the booking."""
    draft = Draft(dialect, "new")
    person = patient(draft, nhs_number(dialect, role))
    sender, receiver = organisations(draft)
    service = healthcare_service(draft, receiver, place.service)
    schedule = draft.add(
        "Schedule", identity=dialect.uuid(place.schedule["id"]), active=True, actor=[ref(service)]
    )
    slot = draft.add(
        "Slot",
        identity=dialect.uuid(place.slot["id"]),
        schedule=ref(schedule),
        status="busy",
        start=place.slot["start"],
        end=place.slot["end"],
    )
    times = {"start": place.slot["start"], "end": place.slot["end"]}
    focus = _appointment(draft, person, "booked", slot=[ref(slot)], **times)
    parties = Parties(sender, receiver, BOOKING_RECEIVER, USE_CASE)
    return seal(draft, parties, "booking-request", "booking-request", focus, "booked")


def cancel_booking(dialect, role, read):
    """`read` is the Appointment as the Receiver gave it a moment ago."""
    draft = Draft(dialect, "update")
    person = patient(draft, nhs_number(dialect, role))
    sender, receiver = organisations(draft)
    identity = dialect.uuid(read["id"])
    times = {name: read[name] for name in ("start", "end") if name in read}
    focus = _appointment(draft, person, "cancelled", identity=identity, **times)
    parties = Parties(sender, receiver, BOOKING_RECEIVER, USE_CASE)
    definition = "booking-request-cancelled"
    return seal(draft, parties, "booking-request", definition, focus, "cancelled")


def _appointment(draft, person, status, **elements):
    return draft.add(
        "Appointment",
        status=status,
        serviceCategory=categories(draft, use_case(USE_CASE)),
        participant=[{"actor": ref(person), "status": "accepted"}],
        **elements,
    )
