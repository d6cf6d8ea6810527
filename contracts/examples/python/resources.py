"""What Harbour 111 puts in a message: who it is about, who takes part, what was found."""

from uuid import uuid4

from bundle import BARS, CODES, UK_CORE, concept, now

HL7 = "http://terminology.hl7.org/CodeSystem/"
IDS = "https://fhir.nhs.uk/Id/"
TRACED = "NHSNumberVerificationStatus"

USE_CASE = concept(CODES + "usecases-categories-bars", "a1t1", "111 to ED")
REFERRAL = concept(CODES + "message-category-servicerequest", "referral", "Transfer of Care")


def patient(message, nhs_number):
    """Exactly one contact has rank 1; how to reach a patient never goes in Patient.telecom."""
    status = concept(
        "https://fhir.hl7.org.uk/CodeSystem/UKCore-" + TRACED, "number-present-and-verified"
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
    return message.add("Patient", identifier=[number], name=[name], contact=[contact])


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
    encounter = message.add(
        "Encounter",
        **{"class": concept(HL7 + "v3-ActCode", "EMER", "emergency")["coding"][0]},
        status="triaged",
        subject=person,
        episodeOfCare=[{"reference": "EpisodeOfCare/%s" % uuid4()}],
    )
    plan = message.add(
        "CarePlan",
        status="completed",
        intent="plan",
        subject=person,
        encounter=encounter,
        activity=[{"outcomeCodeableConcept": [{"text": "To be seen within the hour."}]}],
    )
    message.add(
        "Consent",
        status="active",
        scope=concept(HL7 + "consentscope", "patient-privacy"),
        category=[concept(CODES + "consent-categories-bars", "DRC", "Direct Care")],
        patient=person,
        dateTime=now(),
        policyRule=concept(HL7 + "v3-ActCode", "IMPLIED"),
    )
    return {"encounter": encounter, "basedOn": [plan]}


def service_request(message, person, status, **elements):
    coding = REFERRAL["coding"] + USE_CASE["coding"]
    return message.add(
        "ServiceRequest",
        profile=BARS + "ServiceRequest-request-referral",
        status=status,
        intent="plan",
        category=[{"coding": coding}],
        subject=person,
        **elements,
    )
