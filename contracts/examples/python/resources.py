"""What Harbour 111 puts in a message: who it is about, who takes part, what was found."""

from typing import NamedTuple
from uuid import uuid4

from bundle import BARS, CODES, UK_CORE, concept, now

HL7 = "http://terminology.hl7.org/CodeSystem/"
IDS = "https://fhir.nhs.uk/Id/"
TRACED = "NHSNumberVerificationStatus"

USE_CASES = CODES + "usecases-categories-bars"
CATEGORIES = CODES + "message-category-servicerequest"


class Kind(NamedTuple):
    """Of a ServiceRequest: what it asks for, and between whom."""

    category: str
    category_display: str
    use_case: str
    use_case_display: str


REFERRAL = Kind("referral", "Transfer of Care", "a1t1", "111 to ED")


def patient(message, nhs_number):
    """Exactly one contact has rank 1; how to reach a patient never goes in Patient.telecom."""
    status = concept(
        "https://fhir.hl7.org.uk/CodeSystem/UKCore-" + TRACED,
        "number-present-and-verified",
        "Number present and verified",
    )
    number = {
        "extension": [{"url": _extension(TRACED), "valueCodeableConcept": status}],
        "system": IDS + "nhs-number",
        "value": nhs_number,
    }
    contact = {
        "extension": [{"url": _extension("ContactRank"), "valuePositiveInt": 1}],
        "relationship": [concept(HL7 + "v3-RoleCode", "ONESELF", "self")],
        "telecom": [{"system": "phone", "value": "07700 900111"}],
    }
    name = {"use": "official", "family": "Haven", "given": ["Robin"]}
    home = {"use": "home", "line": ["1 Quay Street"], "postalCode": "ZZ99 3WZ"}
    return message.add(
        "Patient",
        identifier=[number],
        name=[name],
        birthDate="1985-04-12",
        address=[home],
        contact=[contact],
    )


def _extension(name):
    return UK_CORE.replace("UKCore-", "Extension-UKCore-") + name


def organisations(message, ods_code):
    """The Sender's and the Receiver's."""
    known = {"Harbour 111": ods_code, "St Elsewhere Trust": "RX1"}
    return [
        message.add("Organization", name=name, identifier=[ods_identifier(code)])
        for name, code in known.items()
    ]


def ods_identifier(code):
    return {"system": IDS + "ods-organization-code", "value": code}


def clinician(message, organisation):
    number = {"system": IDS + "sds-role-profile-id", "value": "555000000111"}
    person = message.add("Practitioner", identifier=[number])
    return message.add("PractitionerRole", practitioner=person, organization=organisation)


def service(message, found, organisation):
    """As the Slot search found it, and so with its id."""
    return message.add(
        "HealthcareService",
        id=found["id"],
        identifier=found["identifier"],
        active=True,
        name=found["name"],
        providedBy=organisation,
    )


def triage(message, person):
    """What the call came to: the Encounter, the CarePlan that it ended in, the consent."""
    met = encounter(message, person, "triaged")
    plan = message.add(
        "CarePlan",
        status="completed",
        intent="plan",
        subject=person,
        encounter=met,
        period={"start": now()},
        activity=[{"outcomeCodeableConcept": [{"text": "To be seen within the hour."}]}],
    )
    message.add(
        "Consent",
        status="active",
        scope=concept(HL7 + "consentscope", "patient-privacy", "Privacy Consent"),
        category=[concept(CODES + "consent-categories-bars", "DRC", "Direct Care")],
        patient=person,
        dateTime=now(),
        policyRule=concept(HL7 + "v3-ActCode", "IMPLIED", "implied consent"),
    )
    return {"encounter": met, "basedOn": [plan]}


def encounter(message, person, status, **elements):
    return message.add(
        "Encounter",
        **{"class": concept(HL7 + "v3-ActCode", "EMER", "emergency")["coding"][0]},
        status=status,
        subject=person,
        episodeOfCare=[{"reference": "EpisodeOfCare/%s" % uuid4()}],
        **elements,
    )


def use_case(kind):
    return concept(USE_CASES, kind.use_case, kind.use_case_display)


def service_request(message, kind, person, status, **elements):
    category = concept(CATEGORIES, kind.category, kind.category_display)
    return message.add(
        "ServiceRequest",
        profile=BARS + "ServiceRequest-request-" + kind.category,
        status=status,
        intent="plan",
        occurrencePeriod={"start": now(), "end": now(minutes=60)},
        category=[{"coding": category["coding"] + use_case(kind)["coding"]}],
        subject=person,
        **elements,
    )
