"""What a Receiver may do to a message it accepts: give ids, and nothing else."""

from bundle import resource_of
from checks import expect, expect_resource, expect_true, expect_uuid
from references import dangling, entries, resolve

FROM_A_SLOT_SEARCH = ("Slot", "Schedule", "HealthcareService")


def expect_echoed(answer, message):
    """Every entry as sent, in its place, but for the ids."""
    expect_resource(answer, "Bundle")
    sent, body = message.bundle, answer.body
    for name in ("id", "type", "timestamp"):
        expect(answer, "Bundle." + name, sent[name], body.get(name))
    expect(answer, "MessageHeader", *(resource_of(each, "MessageHeader") for each in (sent, body)))
    returned = entries(body)[: len(entries(sent))]
    for before, after in zip(entries(sent), returned):
        expect(answer, "fullUrl", before["fullUrl"], after["fullUrl"])
        expect(answer, "resource", _bare(before["resource"]), _bare(after["resource"]))
    expect(answer, "number of entries kept", len(entries(sent)), len(returned))
    expect(answer, "references that lead nowhere", [], dangling(body))


def expect_ids_given(answer, message, focus_id, kept=()):
    """A new request: the promised id on the focus, new ones on the rest."""
    expect_focus(answer, message, focus_id)
    for before, after in _pairs(message, answer):
        name = after["resourceType"]
        if name == "MessageHeader":
            continue
        expect_uuid(answer, name + ".id", after.get("id"))
        if name in kept:
            expect(answer, name + ".id as found", before["id"], after["id"])
        elif "id" in before:
            expect_true(answer, name + ".id is the Receiver's", before["id"] != after["id"])
    identities = [entry["resource"].get("id") for entry in entries(answer.body)]
    given = [identity for identity in identities if identity]
    expect(answer, "ids given twice", [], sorted({one for one in given if given.count(one) > 1}))


def expect_ids_kept(answer, message, focus_id):
    """An update or a cancel: what has an id keeps it, and nothing is added."""
    expect_focus(answer, message, focus_id)
    expect(answer, "number of entries", len(entries(message.bundle)), len(entries(answer.body)))
    focus = _focus(message.bundle)
    for before, after in _pairs(message, answer):
        if "id" in before and before is not focus:
            expect(answer, before["resourceType"] + ".id", before["id"], after.get("id"))


def expect_focus(answer, message, focus_id):
    expect_echoed(answer, message)
    focus = _focus(answer.body)
    expect(answer, focus["resourceType"] + ".id", focus_id, focus.get("id"))


def expect_planned_encounter(answer, message):
    """The visit that the Receiver of a new request plans, tied to the same patient."""
    added = entries(answer.body)[len(entries(message.bundle)) :]
    types = [entry["resource"]["resourceType"] for entry in added]
    expect(answer, "entries added", ["Encounter"], types)
    visit = added[0]["resource"]
    expect(answer, "Encounter.status", "planned", visit.get("status"))
    expect_uuid(answer, "Encounter.id", visit.get("id"))
    expect_uuid(answer, "Encounter fullUrl", added[0]["fullUrl"].replace("urn:uuid:", "", 1))
    expect_true(answer, "Encounter.class is there", visit.get("class"))
    focus = _focus(message.bundle)
    own = resolve(message.bundle, focus["encounter"]["reference"])
    expect(answer, "Encounter.subject", focus["subject"], visit.get("subject"))
    expect(answer, "Encounter.episodeOfCare", own["episodeOfCare"], visit.get("episodeOfCare"))


def _focus(bundle):
    return resolve(bundle, resource_of(bundle, "MessageHeader")["focus"][0]["reference"])


def _bare(resource):
    return {name: value for name, value in resource.items() if name != "id"}


def _pairs(message, answer):
    both = zip(entries(message.bundle), entries(answer.body))
    return [(before["resource"], after["resource"]) for before, after in both]
