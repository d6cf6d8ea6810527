"""What the example Sender writes, as the software of a dialect would write it."""

import random
import re
from base64 import b64encode
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime

from bundle import concept, resource_of
from published import ANY_RECEIVER, PATIENTS
from receiver import introduced, use_context
from references import UUID, entries
from resources import IDS

ODS = "PYSENDER"
FAMILY = "Łukasiewicz-O’Dálaigh"
LOCAL_NUMBER = "https://sender.example/Id/hospital-number"
LOCAL_CODES = "https://sender.example/CodeSystem/urgency"
NOW = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00")
# A Slot's times are sent as they were found.
FOUND = ("start", "end")


@dataclass(frozen=True)
class Spoken:
    bundle: dict
    target: str
    use_context: str


def nhs_number(dialect, role):
    """None stands for a patient without an NHS number."""
    return PATIENTS[dialect.patients][role] if role else None


def spoken(dialect, bundle, target):
    """A message of the example, with all that the dialect does otherwise."""
    own = deepcopy(bundle)
    is_new = resource_of(own, "MessageHeader")["reason"]["coding"][0]["code"] == "new"
    for entry in entries(own):
        resource = entry["resource"]
        if is_new and dialect.own_ids:
            resource.setdefault("id", dialect.uuid())
        if resource["resourceType"] == "Patient":
            resource.update(_patient(dialect, resource["identifier"]))
        for name in ("category", "serviceCategory"):
            if resource["resourceType"] in ("ServiceRequest", "Appointment") and name in resource:
                resource[name] = _categories(dialect, resource[name][0]["coding"])
    own["entry"] = _ordered(dialect, entries(own))
    return respelt(dialect, own, target)


def respelt(dialect, bundle, target):
    """A message with the dialect's times and ids alone: all else is there already."""
    return Spoken(spelt(dialect, bundle), target, use_context(bundle))


def spelt(dialect, value, name=None):
    if isinstance(value, dict):
        return {key: spelt(dialect, item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [spelt(dialect, item, name) for item in value]
    if not isinstance(value, str) or name in FOUND:
        return value
    timed = NOW.sub(lambda found: dialect.instant(datetime.fromisoformat(found[0])), value)
    return UUID.sub(lambda found: dialect.uuid(found[0]), timed)


def spoken_headers(dialect, request_id, correlation_id, target):
    values = introduced(ODS, target or ANY_RECEIVER)
    _introduce(dialect, values["NHSD-End-User-Organisation"])
    if not dialect.device_as_array:
        software = values["NHSD-Requesting-Software"]
        software.update({name: software[name][0] for name in ("deviceName", "version")})
    if not target:
        del values["NHSD-Target-Identifier"]
    practitioner = {
        "resourceType": "PractitionerRole",
        "identifier": [{"system": IDS + "sds-role-profile-id", "value": "100334993514"}],
        "code": [concept("http://snomed.info/sct", "62247001", "General practitioner")],
    }
    values["NHSD-Requesting-Practitioner"] = practitioner
    return {
        "X-Request-Id": request_id,
        "X-Correlation-Id": correlation_id,
        "Accept": dialect.accept,
        **{name: _base64(dialect.json(value)) for name, value in values.items()},
    }


def _introduce(dialect, organisation):
    organisation["name"] = "Ysbyty Gwên, Tŷ Canol"
    if dialect.extras_first:
        site = {"system": "https://sender.example/site", "value": "site 7 (é)"}
        organisation["identifier"].insert(0, site)


def _base64(text):
    return b64encode(text.encode("utf-8")).decode("ascii")


def _patient(dialect, identifiers):
    known = [each for each in identifiers if each["value"]]
    # A local number that looks like a published sentinel: only the system tells them apart.
    local = {"system": LOCAL_NUMBER, "value": PATIENTS["2023"]["booking 404"]}
    extras = [local] if dialect.extras_first or not known else []
    return {
        "identifier": extras + known,
        "name": [{"use": "official", "family": FAMILY, "given": ["Zoë"]}],
        "gender": "female",
        "birthDate": "1987-06-05",
        "address": [{"use": "home", "line": ["1 Große Straße"], "postalCode": "LS1 4AP"}],
    }


def _categories(dialect, codings):
    """One CodeableConcept, unless the dialect sends codes of its own before it."""
    if not dialect.extras_first:
        return [{"coding": codings}]
    own = concept(LOCAL_CODES, "validation", "An own code that looks like a published one")
    return [own, {"coding": [*own["coding"], *reversed(codings)]}]


def _ordered(dialect, found):
    header, *others = found
    if dialect.entry_order == "shuffled":
        random.Random(dialect.name).shuffle(others)
    return [*others, header] if dialect.entry_order == "header last" else [header, *others]
