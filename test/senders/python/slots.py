"""Searching for Slots, and choosing one to book."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from checks import expect, expect_resource, expect_true
from published import BOOKING_RECEIVER, FREE_SLOTS
from receiver import slot_search
from references import resolve, resources

MORE = ("Schedule:actor:Practitioner", "HealthcareService:providedBy")
DAYS_AHEAD = 7
INSTANT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|([+-])(\d\d):(\d\d))")


@dataclass(frozen=True)
class Place:
    """A Slot with the Schedule and the HealthcareService behind it."""

    slot: dict
    schedule: dict
    service: dict


def search(sender, service, status="free", includes=MORE):
    start = datetime.now(timezone.utc).replace(microsecond=0) + timedelta(hours=1)
    end = start + timedelta(days=DAYS_AHEAD)
    query = slot_search(service, start, end, status)
    query += [("_include", include) for include in includes]
    return sender.get("/Slot", BOOKING_RECEIVER, query), start, end


def expect_slots(answer, start, end, statuses):
    """A searchset of Slots in the range asked for, in each of these states and in no other."""
    expect_resource(answer, "Bundle")
    expect(answer, "Bundle.type", "searchset", answer.body.get("type"))
    found = resources(answer.body, "Slot")
    expect(answer, "Bundle.total", len(found), answer.body.get("total"))
    expect(answer, "Slot statuses", set(statuses), {slot["status"] for slot in found})
    for slot in found:
        opens, closes = _parse(slot["start"]), _parse(slot["end"])
        expect_true(answer, "%s is asked for" % slot["start"], start <= opens <= end)
        expect_true(answer, "the Slot has a length", opens < closes)
        place_of(answer, slot)
    return found


def place_of(answer, slot):
    schedule = resolve(answer.body, slot["schedule"]["reference"])
    expect_true(answer, "Slot.schedule resolves", schedule)
    actors = [resolve(answer.body, actor["reference"]) for actor in schedule["actor"]]
    services = [one for one in actors if one and one["resourceType"] == "HealthcareService"]
    expect(answer, "HealthcareServices of the Schedule", 1, len(services))
    return Place(slot, schedule, services[0])


def find_free_slot(sender):
    answer, start, end = search(sender, FREE_SLOTS)
    return place_of(answer, expect_slots(answer, start, end, ["free"])[0])


def _parse(text):
    seconds, sign, hours, minutes = INSTANT.fullmatch(text).groups()
    moment = datetime.strptime(seconds, "%Y-%m-%dT%H:%M:%S").replace(tzinfo=timezone.utc)
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    return moment + offset if sign == "-" else moment - offset
