"""The HTTP headers that BaRS asks of every request."""

import base64

from draft import coding
from published import DOS_SERVICE, FHIR_ID, ODS_CODE

ODS = "PYSENDER"


def bars_headers(dialect, request_id, correlation_id, target):
    values = {
        "X-Request-Id": request_id,
        "X-Correlation-Id": correlation_id,
        "NHSD-End-User-Organisation": _encoded(dialect, _organisation(dialect)),
        "NHSD-Requesting-Software": _encoded(dialect, _software(dialect)),
        "NHSD-Requesting-Practitioner": _encoded(dialect, _practitioner()),
        "Accept": dialect.accept,
    }
    if target:
        service = {"value": target, "system": DOS_SERVICE}
        values["NHSD-Target-Identifier"] = _encoded(dialect, service)
    return spelled(dialect, values)


def spelled(dialect, headers):
    if not dialect.lower_case_headers:
        return headers
    return {name.lower(): value for name, value in headers.items()}


def _encoded(dialect, value):
    return base64.b64encode(dialect.json(value).encode("utf-8")).decode("ascii")


def _organisation(dialect):
    site = {"system": "https://sender.example/site", "value": "site 7 (é)"}
    ods = {"system": ODS_CODE, "value": ODS}
    return {
        "resourceType": "Organization",
        "identifier": [site, ods] if dialect.extras_first else [ods],
        "name": "Ysbyty Gwên, Tŷ Canol",
    }


def _software(dialect):
    name = {"name": "Python Sender", "type": "manufacturer-name"}
    version = {"value": "1.0.0"}
    return {
        "resourceType": "Device",
        "identifier": [{"system": "https://sender.example/Id/device", "value": "PY-1"}],
        "deviceName": [name] if dialect.device_as_array else name,
        "version": [version] if dialect.device_as_array else version,
    }


def _practitioner():
    role = coding("http://snomed.info/sct", "62247001", "General practitioner")
    return {
        "resourceType": "PractitionerRole",
        "identifier": [{"system": FHIR_ID + "sds-role-profile-id", "value": "100334993514"}],
        "code": [{"coding": [role]}],
    }
