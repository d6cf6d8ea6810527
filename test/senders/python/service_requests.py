"""Referrals and validation requests: new, updated and cancelled."""

from copy import deepcopy
from dataclasses import dataclass

from bundle import CODES, Message, concept, now, resource_of
from messages import Messages
from published import REFERRAL_RECEIVER, VALIDATION_RECEIVER
from references import entries
from resources import REFERRAL as ED_REFERRAL
from resources import Kind
from spoken import ODS, nhs_number, respelt, spoken

# Of the Sender's own directory.
SERVICE = {
    "id": "HS-1",
    "identifier": [{"system": "https://sender.example/Id/service", "value": "HS-1"}],
    "name": "Emergency Department",
}


@dataclass(frozen=True)
class Asked:
    """What is asked of which service."""

    kind: Kind
    target: str
    has_incident: bool


REFERRAL = Asked(ED_REFERRAL, REFERRAL_RECEIVER, False)
VALIDATION = Asked(
    Kind("validation", "For Validation", "a4t1", "999 to CAS Validation"),
    VALIDATION_RECEIVER,
    True,
)
CAD_REFERRAL = Asked(
    Kind("referral", "Transfer of Care", "a6t1", "CAD to CAD Out of Area Referral"),
    REFERRAL_RECEIVER,
    True,
)


def new_request(dialect, asked, role, booking_id=None):
    links = {"supportingInfo": [{"reference": "Appointment/" + booking_id}]} if booking_id else {}
    messages = Messages(ODS, asked.target)
    bundle = messages.request(asked.kind, nhs_number(dialect, role), SERVICE, **links)
    if asked.has_incident:
        resource_of(bundle, "CarePlan")["status"] = "active"
        focus = resource_of(bundle, "ServiceRequest")
        focus["locationReference"] = [add_incident(bundle, focus["encounter"])]
    return spoken(dialect, bundle, asked.target)


def add_incident(bundle, encounter):
    """Where it happened, and whether the scene is safe."""
    scene = Message(None, None)
    place = scene.add("Location", name="Café, Große Straße")
    scene.add(
        "Flag",
        profile="http://hl7.org/fhir/StructureDefinition/Flag",
        status="active",
        category=[concept(CODES + "flag-categories-bars", "SS", "Scene Safety")],
        code=concept(CODES + "scene-safety-codes-bars", "S", "The Scene is safe"),
        subject=place,
        encounter=encounter,
    )
    bundle["entry"] += scene.entries
    return place


def update_request(dialect, asked, sent, answered):
    """The request once more, more urgent and with the ids that the Receiver gave."""
    bundle = deepcopy(answered)
    own = {entry["fullUrl"] for entry in entries(sent.bundle)}
    bundle["entry"] = [entry for entry in entries(bundle) if entry["fullUrl"] in own]
    bundle["meta"]["lastUpdated"] = now()
    resource_of(bundle, "MessageHeader")["reason"]["coding"][0]["code"] = "update"
    focus = resource_of(bundle, "ServiceRequest")
    focus["priority"] = "urgent"
    focus["meta"]["lastUpdated"] = now()
    return respelt(dialect, bundle, asked.target)


def cancel_request(dialect, asked, role, read):
    """`read` is the ServiceRequest as the Receiver gave it a moment ago."""
    messages = Messages(ODS, asked.target)
    bundle = messages.cancelled_request(asked.kind, nhs_number(dialect, role), read["id"])
    resource_of(bundle, "ServiceRequest")["reasonCode"] = [{"text": "No longer needed"}]
    return spoken(dialect, bundle, asked.target)
