"""Who a message is about, from and to."""

from draft import coding, ref
from headers import ODS
from published import NHS_NUMBER, ODS_CODE, PATIENTS, UK_CORE

VERIFICATION = UK_CORE + "Extension-UKCore-NHSNumberVerificationStatus"
VERIFICATION_CODES = "https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus"
FAMILY = "Łukasiewicz-O’Dálaigh"
LOCAL_NUMBER = "https://sender.example/Id/hospital-number"


def nhs_number(dialect, role):
    """None stands for a patient without an NHS number."""
    return PATIENTS[dialect.patients][role] if role else None


def patient(draft, number):
    return draft.add(
        "Patient",
        identifier=_identifiers(draft, number),
        name=[{"use": "official", "text": "Zoë " + FAMILY, "family": FAMILY, "given": ["Zoë"]}],
        gender="female",
        birthDate="1987-06-05",
        address=[{"use": "home", "line": ["1 Straße"], "city": "Leeds", "postalCode": "LS1 4AP"}],
        contact=[_contact()],
    )


def organisations(draft):
    """The Sender's and the Receiver's."""
    sender = _organisation(draft, ODS, "Ysbyty Gwên")
    return sender, _organisation(draft, "RX0RECV", "Receiving Trust")


def clinician(draft, organisation):
    number = {"system": "https://fhir.hl7.org.uk/Id/gmc-number", "value": "C7654321"}
    name = {"family": "Ní Bhriain", "given": ["Aoife"]}
    practitioner = draft.add("Practitioner", identifier=[number], name=[name])
    draft.add("PractitionerRole", practitioner=ref(practitioner), organization=ref(organisation))
    return practitioner


def healthcare_service(draft, organisation, found=None):
    """The service found in a Slot search, or one of the Sender's directory."""
    known = found or {}
    return draft.add(
        "HealthcareService",
        identity=draft.dialect.uuid(known["id"]) if found else None,
        identifier=known.get("identifier", [{"system": LOCAL_NUMBER, "value": "HS-1"}]),
        active=True,
        providedBy=ref(organisation),
        name=known.get("name", "Emergency Department"),
    )


def _identifiers(draft, number):
    # A local number that looks like a published sentinel: only the system tells them apart.
    local = {"system": LOCAL_NUMBER, "value": PATIENTS["2023"]["booking 404"]}
    extras = [local] if draft.dialect.extras_first else []
    if not number:
        return extras or [{"system": LOCAL_NUMBER, "value": "RX1-0001"}]
    verified = "number-present-and-verified"
    status = coding(VERIFICATION_CODES, verified, "Number present and verified")
    extension = {"url": VERIFICATION, "valueCodeableConcept": {"coding": [status]}}
    return [*extras, {"extension": [extension], "system": NHS_NUMBER, "value": number}]


def _contact():
    rank = {"url": UK_CORE + "Extension-UKCore-ContactRank", "valuePositiveInt": 1}
    relation = coding("http://terminology.hl7.org/CodeSystem/v3-RoleCode", "ONESELF", "self")
    return {
        "extension": [rank],
        "relationship": [{"coding": [relation]}],
        "telecom": [{"system": "phone", "value": "01130000000", "rank": 1}],
    }


def _organisation(draft, ods, name):
    return draft.add("Organization", identifier=[{"system": ODS_CODE, "value": ods}], name=name)
