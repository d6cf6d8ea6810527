"""A BaRS message: a Bundle whose entries refer to each other, the MessageHeader first."""

from datetime import datetime, timedelta, timezone
from uuid import uuid4

UK_CORE = "https://fhir.hl7.org.uk/StructureDefinition/UKCore-"
BARS = "https://fhir.nhs.uk/StructureDefinition/BARS"
CODES = "https://fhir.nhs.uk/CodeSystem/"
SERVICE = "https://fhir.nhs.uk/Id/dos-service-id|"


REASONS = {"new": "New", "update": "Update"}


def now(minutes=0):
    """Or so many minutes later; with the seven digits that the national simulator wants."""
    time = datetime.now(timezone.utc) + timedelta(minutes=minutes)
    return time.strftime("%Y-%m-%dT%H:%M:%S.%f0+00:00")


def concept(system, code, display):
    return {"coding": [{"system": system, "code": code, "display": display}]}


SOFTWARE = {
    "url": "https://fhir.nhs.uk/StructureDefinition/CDSSExtension",
    "extension": [
        {"url": "RequesterCDSSsoftware", "valueString": "Harbour"},
        {"url": "RequesterCDSSversion", "valueString": "3.1"},
    ],
}


class Message:
    """Takes in resources one by one, and gives a reference for each."""

    def __init__(self, event, reason):
        self._event = event
        self._reason = reason
        self.entries = []

    def add(self, resource_type, profile=None, **elements):
        full_url = "urn:uuid:%s" % uuid4()
        resource = {
            "resourceType": resource_type,
            "meta": {"lastUpdated": now(), "profile": [profile or UK_CORE + resource_type]},
            **elements,
        }
        self.entries.append({"fullUrl": full_url, "resource": resource})
        return {"reference": full_url}

    def bundle(self, definition, sender, receiver, focus, service, **elements):
        """The whole, once everything is in; `elements` are more of the MessageHeader."""
        self.add(
            "MessageHeader",
            profile=BARS + "MessageHeader-" + self._event,
            extension=[SOFTWARE],
            eventCoding={"system": CODES + "message-events-bars", "code": self._event},
            sender=sender,
            source={"name": "Harbour 111", "endpoint": SERVICE + "2000093816"},
            destination=[{"receiver": receiver, "endpoint": SERVICE + service}],
            reason=concept(
                CODES + "message-reason-bars", self._reason, REASONS.get(self._reason, self._reason)
            ),
            focus=[focus],
            definition="https://fhir.nhs.uk/MessageDefinition/bars-message-" + definition,
            **elements,
        )
        *others, header = self.entries
        return {
            "resourceType": "Bundle",
            "id": str(uuid4()),
            "meta": {
                "versionId": "1.0.0",
                "lastUpdated": now(),
                "profile": [BARS + "BundleMessage"],
            },
            "type": "message",
            "timestamp": now(),
            "entry": [header, *others],
        }


def resource_of(bundle, resource_type):
    """The first resource of a type."""
    found = (entry["resource"] for entry in bundle["entry"])
    return next(each for each in found if each["resourceType"] == resource_type)
