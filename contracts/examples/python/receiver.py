"""A Receiver, as a Sender meets it: HTTP with the headers of BaRS."""

import json
from base64 import b64encode
from datetime import datetime, timedelta, timezone
from types import SimpleNamespace
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen
from uuid import uuid4

from bundle import resource_of
from mistakes import spoilt
from resources import CATEGORIES, IDS, USE_CASES, ods_identifier

FHIR = "application/fhir+json; version=1.0.0"


def base64_json(value):
    """Standard base64 on one line, and text: str() of the bytes would be "b'…'"."""
    return b64encode(json.dumps(value).encode("utf-8")).decode("ascii")


def introduced(ods_code, service_id):
    """Who is asked, who asks and with what: headers that are JSON, in base64."""
    return {
        "NHSD-Target-Identifier": {"system": IDS + "dos-service-id", "value": service_id},
        "NHSD-End-User-Organisation": {
            "resourceType": "Organization",
            "identifier": [ods_identifier(ods_code)],
            "name": "Harbour 111",
        },
        "NHSD-Requesting-Software": {
            "resourceType": "Device",
            "identifier": [{"system": "https://harbour.example/Id", "value": "H1"}],
            "deviceName": [{"name": "Harbour", "type": "manufacturer-name"}],
            "version": [{"value": "3.1"}],
        },
    }


def slot_search(service_id, first, last, status="free"):
    """The Slots that begin between two times, each with the service behind it."""
    return [
        ("Schedule.actor:HealthcareService", service_id),
        ("status", status),
        ("start", "ge" + first.isoformat(timespec="seconds")),
        ("start", "le" + last.isoformat(timespec="seconds")),
        ("_include", "Slot:schedule"),
        ("_include", "Schedule:actor:HealthcareService"),
    ]


class Receiver:
    def __init__(self, base, ods_code, service_id):
        self._base = base.rstrip("/")
        self._service_id = service_id
        told = introduced(ods_code, service_id)
        self._headers = {
            "X-Correlation-Id": str(uuid4()),
            **{name: base64_json(value) for name, value in told.items()},
            "Accept": FHIR,
        }

    def free_slots(self):
        """The searchset for the next seven days."""
        first = datetime.now(timezone.utc) + timedelta(hours=1)
        query = urlencode(slot_search(self._service_id, first, first + timedelta(days=7)))
        return self._send("GET", "/Slot?" + query)

    def process(self, bundle):
        return self._send("POST", "/$process-message", bundle)

    def _send(self, method, path, bundle=None):
        headers, bundle = spoilt({**self._headers, "X-Request-Id": str(uuid4())}, bundle)
        body = None
        if bundle:
            headers = {**headers, "Content-Type": FHIR, "use-context": use_context(bundle)}
            body = json.dumps(bundle).encode("utf-8")
        request = Request(self._base + path, data=body, headers=headers, method=method)
        try:
            with urlopen(request, timeout=30) as response:
                return SimpleNamespace(status=response.status, body=json.load(response))
        except HTTPError as refusal:
            return SimpleNamespace(status=refusal.code, body=json.load(refusal))


def use_context(bundle):
    """Use case, category (of a booking: its status), event and reason, as the message has them."""
    header = resource_of(bundle, "MessageHeader")
    event = header["eventCoding"]["code"]
    reason = header["reason"]["coding"][0]["code"]
    if event == "booking-request":
        booked = resource_of(bundle, "Appointment")
        use_case, category = _code(booked["serviceCategory"], USE_CASES), booked["status"]
    else:
        asked = resource_of(bundle, "ServiceRequest")
        use_case, category = (_code(asked["category"], each) for each in (USE_CASES, CATEGORIES))
    return "|".join((use_case, category, event, reason))


def _code(concepts, system):
    codings = (coding for concept in concepts for coding in concept["coding"])
    return next(coding["code"] for coding in codings if coding["system"] == system)
