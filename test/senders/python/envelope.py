"""The MessageHeader, and the message as it is sent."""

from dataclasses import dataclass

from draft import coding, ref
from published import BARS, CODE_SYSTEM, DEFINITION, DOS_SERVICE

OWN_SERVICE = "2000093816"


@dataclass(frozen=True)
class Message:
    bundle: dict
    target: str
    use_context: str


@dataclass(frozen=True)
class Parties:
    """The fullUrls of the two Organizations, the service spoken to and the use case."""

    sender: str
    receiver: str
    target: str
    use_case: str


def seal(draft, parties, event, definition, focus, category, answers=None):
    draft.add(
        "MessageHeader",
        profile=BARS + "BARSMessageHeader-" + event,
        eventCoding={"system": CODE_SYSTEM + "message-events-bars", "code": event},
        destination=[{"endpoint": _endpoint(parties.target), "receiver": ref(parties.receiver)}],
        sender=ref(parties.sender),
        source={
            "name": "Python Sender",
            "software": "Python Sender",
            "version": "1.0.0",
            "contact": {"system": "phone", "value": "01130000001"},
            "endpoint": _endpoint(OWN_SERVICE),
        },
        reason={"coding": [_reason(draft.reason)]},
        focus=[ref(focus)],
        definition=DEFINITION + definition,
        **({"response": {"identifier": answers, "code": "ok"}} if answers else {}),
    )
    context = "|".join((parties.use_case, category, event, draft.reason))
    return Message(draft.bundle(), parties.target, context)


def _endpoint(service):
    return DOS_SERVICE + "|" + service


def _reason(code):
    return coding(CODE_SYSTEM + "message-reason-bars", code, code.capitalize())
