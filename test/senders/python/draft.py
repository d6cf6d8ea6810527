"""A message in the making: resources get their fullUrl and their meta as they are added."""

import random
from datetime import datetime, timezone

from published import BARS, UK_CORE


def now():
    return datetime.now(timezone.utc)


def ref(url):
    return {"reference": url}


def coding(system, code, display):
    return {"system": system, "code": code, "display": display}


class Draft:
    def __init__(self, dialect, reason):
        self.dialect = dialect
        self.reason = reason
        self.written = dialect.instant(now())
        self.journey = "EpisodeOfCare/" + dialect.uuid()
        self._entries = []

    def add(self, resource_type, identity=None, profile=None, **elements):
        if not identity and self.dialect.own_ids and self.reason == "new":
            identity = self.dialect.uuid()
        resource = {
            "resourceType": resource_type,
            **({"id": identity} if identity else {}),
            "meta": {
                "lastUpdated": self.written,
                "profile": [profile or UK_CORE + "UKCore-" + resource_type],
            },
            **elements,
        }
        full_url = "urn:uuid:" + self.dialect.uuid()
        self._entries.append({"fullUrl": full_url, "resource": resource})
        return full_url

    def bundle(self):
        """The header was added last, because it refers to all the others."""
        *others, header = self._entries
        if self.dialect.entry_order == "shuffled":
            random.Random(self.dialect.name).shuffle(others)
        last = self.dialect.entry_order == "header last"
        return {
            "resourceType": "Bundle",
            "id": self.dialect.uuid(),
            "meta": {
                "versionId": "1.0.0",
                "lastUpdated": self.written,
                "profile": [BARS + "BARSBundleMessage"],
            },
            "type": "message",
            "timestamp": self.written,
            "entry": [*others, header] if last else [header, *others],
        }
