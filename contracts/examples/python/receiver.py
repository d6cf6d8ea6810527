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
from resources import IDS, ods_identifier

FHIR = "application/fhir+json; version=1.0.0"


def base64_json(value):
    """Standard base64 on one line, and text: str() of the bytes would be "b'…'"."""
    return b64encode(json.dumps(value).encode("utf-8")).decode("ascii")


class Receiver:
    def __init__(self, base, ods_code, service_id):
        self._base = base.rstrip("/")
        self._service_id = service_id
        self._headers = {
            "X-Correlation-Id": str(uuid4()),
            "NHSD-Target-Identifier": base64_json(
                {"system": IDS + "dos-service-id", "value": service_id}
            ),
            "NHSD-End-User-Organisation": base64_json(
                {
                    "resourceType": "Organization",
                    "identifier": [ods_identifier(ods_code)],
                    "name": "Harbour 111",
                }
            ),
            "NHSD-Requesting-Software": base64_json(
                {
                    "resourceType": "Device",
                    "identifier": [{"system": "https://harbour.example/Id", "value": "H1"}],
                    "deviceName": [{"name": "Harbour", "type": "manufacturer-name"}],
                    "version": [{"value": "3.1"}],
                }
            ),
            "Accept": FHIR,
        }

    def free_slots(self):
        """The searchset for the next seven days."""
        first = datetime.now(timezone.utc) + timedelta(hours=1)
        last = first + timedelta(days=7)
        query = [
            ("Schedule.actor:HealthcareService", self._service_id),
            ("status", "free"),
            ("start", "ge" + first.isoformat(timespec="seconds")),
            ("start", "le" + last.isoformat(timespec="seconds")),
            ("_include", "Slot:schedule"),
            ("_include", "Schedule:actor:HealthcareService"),
        ]
        return self._send("GET", "/Slot?" + urlencode(query))

    def process(self, bundle):
        return self._send("POST", "/$process-message", bundle)

    def _send(self, method, path, bundle=None):
        headers, bundle = spoilt({**self._headers, "X-Request-Id": str(uuid4())}, bundle)
        body = None
        if bundle:
            headers = {**headers, "Content-Type": FHIR, "use-context": _use_context(bundle)}
            body = json.dumps(bundle).encode("utf-8")
        request = Request(self._base + path, data=body, headers=headers, method=method)
        try:
            with urlopen(request, timeout=30) as response:
                return SimpleNamespace(status=response.status, body=json.load(response))
        except HTTPError as refusal:
            return SimpleNamespace(status=refusal.code, body=json.load(refusal))


def _use_context(bundle):
    """Use case, category (of a booking: its status), event and reason, as the message has them."""
    header = resource_of(bundle, "MessageHeader")
    event = header["eventCoding"]["code"]
    reason = header["reason"]["coding"][0]["code"]
    status = "referral"
    if event == "booking-request":
        status = resource_of(bundle, "Appointment")["status"]
    return "|".join(("a1t1", status, event, reason))
