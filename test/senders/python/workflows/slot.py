"""When is there room?"""

from checks import expect, expect_failure, expect_true
from published import BOOKING_RECEIVER, FREE_SLOTS, MANDATORY_SLOTS, NO_SLOTS, SLOTS_TIME_OUT
from references import entries, resources
from slots import expect_slots, search


def free_slots(sender):
    for service in (FREE_SLOTS, BOOKING_RECEIVER):
        answer, start, end = search(sender, service)
        found = expect_slots(answer, start, end, ["free"])
        expect_true(answer, "link to itself", answer.body["link"][0]["relation"] == "self")
        expect_true(answer, "more than one to choose from", len(found) > 1)
        expect_true(answer, "a Practitioner is included", resources(answer.body, "Practitioner"))


def free_and_busy_slots(sender):
    for status in ("free,busy", "busy,free"):
        answer, start, end = search(sender, FREE_SLOTS, status)
        expect_slots(answer, start, end, ["free", "busy"])


def no_slots(sender):
    answer, start, end = search(sender, NO_SLOTS)
    expect_slots(answer, start, end, [])
    expect(answer, "entries", [], entries(answer.body))


def mandatory_slots(sender):
    answer, start, end = search(sender, MANDATORY_SLOTS)
    expect_slots(answer, start, end, ["free"])
    _expect_types(answer, {"Slot", "Schedule", "HealthcareService"})


def slots_with_the_least_included(sender):
    answer, start, end = search(sender, FREE_SLOTS, includes=())
    expect_slots(answer, start, end, ["free"])
    _expect_types(answer, {"Slot", "Schedule", "HealthcareService"})


def slots_that_time_out(sender):
    answer, _, _ = search(sender, SLOTS_TIME_OUT)
    expect_failure(answer, 408, "REC_TIMEOUT", "timeout")


def _expect_types(answer, expected):
    found = {entry["resource"]["resourceType"] for entry in entries(answer.body)}
    expect(answer, "types of resources", expected, found)


WORKFLOWS = [
    free_slots,
    free_and_busy_slots,
    no_slots,
    mandatory_slots,
    slots_with_the_least_included,
    slots_that_time_out,
]
