"""Referrals and validation requests: new, updated and cancelled."""

import copy
from dataclasses import dataclass

from bundles import entries, header_of, resources
from clinical import care_plan, consent, encounter, incident, service_request
from draft import Draft, now, ref
from envelope import Message, Parties, seal
from parties import clinician, healthcare_service, nhs_number, organisations, patient
from published import REFERRAL_RECEIVER, VALIDATION_RECEIVER

EVENT = "servicerequest-request"


@dataclass(frozen=True)
class Kind:
    """What tells a referral from a validation request."""

    category: str
    use_case: str
    target: str
    care_plan: str
    has_incident: bool


REFERRAL = Kind("referral", "a1t1", REFERRAL_RECEIVER, "completed", False)
VALIDATION = Kind("validation", "a4t1", VALIDATION_RECEIVER, "active", True)
CAD_REFERRAL = Kind("referral", "a6t1", REFERRAL_RECEIVER, "active", True)


def new_request(dialect, kind, role, booking_id=None):
    draft = Draft(dialect, "new")
    person = patient(draft, nhs_number(dialect, role))
    sender, receiver = organisations(draft)
    met = encounter(draft, person, "triaged")
    consent(draft, person)
    extras = {}
    if kind.has_incident:
        extras["locationReference"] = [ref(incident(draft, met))]
    if booking_id:
        extras["supportingInfo"] = [ref("Appointment/" + dialect.uuid(booking_id))]
    focus = service_request(
        draft,
        kind.category,
        kind.use_case,
        person,
        basedOn=[ref(care_plan(draft, person, kind.care_plan))],
        encounter=ref(met),
        requester=ref(clinician(draft, sender)),
        performer=[ref(healthcare_service(draft, receiver))],
        **extras,
    )
    return _seal(draft, kind, (sender, receiver), "request-" + kind.category, focus)


def update_request(dialect, kind, sent, answered):
    """The request once more, more urgent and with the ids that the Receiver gave."""
    bundle = copy.deepcopy(answered)
    written = dialect.instant(now())
    own = {entry["fullUrl"] for entry in entries(sent.bundle)}
    bundle["entry"] = [entry for entry in entries(bundle) if entry["fullUrl"] in own]
    bundle["meta"]["lastUpdated"] = written
    header_of(bundle)["reason"]["coding"][0].update(code="update", display="Update")
    for entry in entries(bundle):
        if "id" in entry["resource"]:
            entry["resource"]["id"] = dialect.uuid(entry["resource"]["id"])
    focus = resources(bundle, "ServiceRequest")[0]
    focus["priority"] = "urgent"
    focus["meta"]["lastUpdated"] = written
    context = "|".join((kind.use_case, kind.category, EVENT, "update"))
    return Message(bundle, kind.target, context)


def cancel_request(dialect, kind, role, read):
    """`read` is the ServiceRequest as the Receiver gave it a moment ago."""
    draft = Draft(dialect, "update")
    person = patient(draft, nhs_number(dialect, role))
    parties = organisations(draft)
    focus = service_request(
        draft,
        kind.category,
        kind.use_case,
        person,
        status="revoked",
        identity=dialect.uuid(read["id"]),
        reasonCode=[{"text": "No longer needed"}],
    )
    return _seal(draft, kind, parties, "request-cancelled", focus)


def _seal(draft, kind, organisations_, definition, focus):
    parties = Parties(*organisations_, kind.target, kind.use_case)
    return seal(draft, parties, EVENT, "servicerequest-" + definition, focus, kind.category)
