"""Harbour 111, a Sender: it books, refers and cancels, and says how each was answered.

    python3 sender.py http://127.0.0.1:8787/booking-and-referral/FHIR/R4
"""

import sys
from types import SimpleNamespace
from uuid import uuid4

from bundle import resource_of
from messages import Messages
from receiver import Receiver

SERVICE = "2000072489"
ANYBODY = "9054613556"
FOLLOWED = "9707606312"  # of this patient the sandbox remembers the booking and the referral


class Unexpected(Exception):
    pass


def book_refer_cancel(ask, messages):
    """A patient without a history: everything is accepted, and everything taken back."""
    found = ask.free_slot()
    appointment = ask.send("book", messages.booking(ANYBODY, found))
    referral = ask.send("refer", messages.referral(ANYBODY, found, appointment))
    ask.send("cancel the referral", messages.cancelled_referral(ANYBODY, referral))
    ask.send("cancel the booking", messages.cancelled_booking(ANYBODY, found, appointment))


def one_booking_one_referral(ask, messages):
    """111 to ED: one booking at a time, and a referral that is linked to it."""
    found = ask.free_slot()
    booking = messages.booking(FOLLOWED, found)
    appointment = ask.send("book", booking)
    ask.send("book again", messages.booking(FOLLOWED, found), expected=409)
    stray = messages.referral(FOLLOWED, found, str(uuid4()))
    ask.send("refer, linked to another booking", stray, expected=409)
    referral = ask.send("refer, linked", messages.referral(FOLLOWED, found, appointment))
    ask.send("cancel the referral", messages.cancelled_referral(FOLLOWED, referral))
    ask.send("cancel the booking", messages.cancelled_booking(FOLLOWED, found, appointment))


class Ask:
    """Asks the Receiver, prints how it answers, and stops where that is not as expected."""

    def __init__(self, receiver):
        self._receiver = receiver

    def free_slot(self):
        answer = self._receiver.free_slots()
        self._check("find a free slot", answer, 200)
        names = ("Slot", "Schedule", "HealthcareService")
        slot, schedule, service = (resource_of(answer.body, name) for name in names)
        return SimpleNamespace(slot=slot, schedule=schedule, service=service)

    def send(self, what, bundle, expected=200):
        """Gives the id that the Receiver gave to what the message is about."""
        answer = self._receiver.process(bundle)
        self._check(what, answer, expected)
        if expected != 200:
            return None
        event = resource_of(bundle, "MessageHeader")["eventCoding"]["code"]
        kind = "Appointment" if event == "booking-request" else "ServiceRequest"
        return resource_of(answer.body, kind)["id"]

    def _check(self, what, answer, expected):
        if answer.status != expected:
            issues = (each["diagnostics"] for each in answer.body.get("issue", []))
            said = "\n".join("  " + each for each in issues)
            raise Unexpected("%s: expected %d, got %d\n%s" % (what, expected, answer.status, said))
        print("%-32s %d" % (what, answer.status))


def main(base):
    # An organisation of its own for each run: what the sandbox remembers, it remembers by ODS code.
    ods_code = "H" + uuid4().hex[:6].upper()
    ask = Ask(Receiver(base, ods_code, SERVICE))
    messages = Messages(ods_code, SERVICE)
    try:
        book_refer_cancel(ask, messages)
        one_booking_one_referral(ask, messages)
    except Unexpected as told:
        sys.exit(str(told))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
