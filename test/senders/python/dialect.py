"""How one supplier's software spells what the guide leaves open."""

import json
import re
import uuid
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import quote

# System.Text.Json escapes these on top of everything that is not ASCII.
DOTNET_ESCAPES = {character: "\\u%04X" % ord(character) for character in "+'&<>`"}


@dataclass(frozen=True)
class Dialect:
    name: str
    patients: str = "current"
    upper_case_ids: bool = False
    # None writes Z.
    offset_minutes: "int | None" = None
    device_as_array: bool = False
    extras_first: bool = False
    own_ids: bool = False
    reversed_keys: bool = False
    json_style: str = "compact"
    query_style: str = "encoded"
    entry_order: str = "header first"
    content_type: str = "application/fhir+json"
    accept: str = "application/fhir+json; version=1.0.0"
    lower_case_headers: bool = False
    operation: str = "$process-message"
    expects_continue: bool = False
    chunked: bool = False

    def uuid(self, value=None):
        text = str(value or uuid.uuid4())
        return text.upper() if self.upper_case_ids else text

    def instant(self, moment):
        """Seven fractional digits, as .NET's round-trip format writes them."""
        local = moment + timedelta(minutes=self.offset_minutes or 0)
        digits = local.strftime("%Y-%m-%dT%H:%M:%S.") + "%06d7" % local.microsecond
        if self.offset_minutes is None:
            return digits + "Z"
        hours, minutes = divmod(self.offset_minutes, 60)
        return digits + "+%02d:%02d" % (hours, minutes)

    def json(self, value):
        ordered = _reverse(value) if self.reversed_keys else value
        if self.json_style == "indented":
            return json.dumps(ordered, indent=2, ensure_ascii=False)
        text = json.dumps(ordered, separators=(",", ":"), ensure_ascii=self.json_style == "escaped")
        if self.json_style == "compact":
            return text
        escaped = text.translate(str.maketrans(DOTNET_ESCAPES))
        return re.sub(r"\\u[0-9a-f]{4}", lambda match: "\\u" + match[0][2:].upper(), escaped)

    def query(self, pairs):
        return "&".join(self._spell(name) + "=" + self._spell(value) for name, value in pairs)

    def _spell(self, text):
        if self.query_style == "raw":
            return text
        encoded = quote(text, safe="")
        if self.query_style == "encoded":
            return encoded
        return re.sub(r"%[0-9A-F]{2}", lambda match: match[0].lower(), encoded)


def _reverse(value):
    if isinstance(value, dict):
        return {key: _reverse(value[key]) for key in reversed(list(value))}
    if isinstance(value, list):
        return [_reverse(item) for item in value]
    return value
