"""Mistakes that Senders make: BREAK=<name> makes one of them, to see what a strict stub says."""

import os
import sys

from bundle import resource_of


def _header(headers, _bundle):
    """The bytes of base64 turned to text with str()."""
    target = headers["NHSD-Target-Identifier"].encode("ascii")
    headers["NHSD-Target-Identifier"] = str(target)


def _order(_headers, bundle):
    """The MessageHeader after all else."""
    bundle["entry"].append(bundle["entry"].pop(0))


def _reason(_headers, bundle):
    """A code that BaRS does not have."""
    resource_of(bundle, "MessageHeader")["reason"]["coding"][0]["code"] = "create"


def _link(_headers, bundle):
    """A referral that does not say which booking it goes with."""
    for entry in bundle["entry"]:
        entry["resource"].pop("supportingInfo", None)


_MISTAKES = {"header": _header, "order": _order, "reason": _reason, "link": _link}
_CHOSEN = os.environ.get("BREAK")
if _CHOSEN and _CHOSEN not in _MISTAKES:
    sys.exit("BREAK is one of %s" % ", ".join(_MISTAKES))


def spoilt(headers, bundle):
    """The request with the mistake chosen, or as it was."""
    if _CHOSEN and (bundle or _CHOSEN == "header"):
        _MISTAKES[_CHOSEN](headers, bundle)
    return headers, bundle
