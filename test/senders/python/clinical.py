"""The clinical part of a referral, a validation request and their responses."""

from draft import coding, now, ref
from published import (
    ACT_CODE,
    BARS,
    CATEGORY_DISPLAY,
    CODE_SYSTEM,
    MESSAGE_CATEGORY,
    USE_CASE_DISPLAY,
    USE_CASES,
)

FLAG_PROFILE = "http://hl7.org/fhir/StructureDefinition/Flag"
CONSENT_SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope"
LOCAL_CODES = "https://sender.example/CodeSystem/urgency"


def use_case(code):
    return coding(USE_CASES, code, USE_CASE_DISPLAY[code])


def categories(draft, *codings):
    """One CodeableConcept, unless the dialect sends codes of its own before it."""
    if not draft.dialect.extras_first:
        return [{"coding": list(codings)}]
    own = coding(LOCAL_CODES, "validation", "An own code that looks like a published one")
    return [{"coding": [own]}, {"coding": [own, *reversed(codings)]}]


def service_request(draft, category, code, patient, status="active", identity=None, **elements):
    kind = coding(MESSAGE_CATEGORY, category, CATEGORY_DISPLAY[category])
    return draft.add(
        "ServiceRequest",
        identity=identity,
        profile=BARS + "BARSServiceRequest-request-" + category,
        status=status,
        intent="plan",
        category=categories(draft, kind, use_case(code)),
        subject=ref(patient),
        occurrencePeriod={"start": draft.written},
        authoredOn=draft.written,
        **elements,
    )


def encounter(draft, patient, status, **elements):
    return draft.add(
        "Encounter",
        **{"class": coding(ACT_CODE, "EMER", "emergency")},
        status=status,
        subject=ref(patient),
        episodeOfCare=[ref(draft.journey)],
        period={"start": draft.dialect.instant(now())},
        **elements,
    )


def care_plan(draft, patient, status):
    outcome = coding(CODE_SYSTEM + "pathways-dx-codes", "Dx012", "Attend Emergency Department")
    narrative = "Nosebleed – 30 min, naïve to anticoagulants"
    return draft.add(
        "CarePlan",
        status=status,
        intent="plan",
        subject=ref(patient),
        period={"start": draft.written},
        activity=[{"outcomeCodeableConcept": [{"coding": [outcome], "text": narrative}]}],
    )


def consent(draft, patient):
    scope = coding(CONSENT_SCOPE, "patient-privacy", "Privacy Consent")
    direct = coding(CODE_SYSTEM + "consent-categories-bars", "DRC", "Direct Care")
    return draft.add(
        "Consent",
        status="active",
        scope={"coding": [scope]},
        category=[{"coding": [direct]}],
        patient=ref(patient),
        dateTime=draft.written,
        policyRule={"coding": [coding(ACT_CODE, "IMPLIED", "implied")]},
    )


def incident(draft, met):
    """Where it happened, and whether the scene is safe."""
    location = draft.add("Location", name="Café, Große Straße")
    category = coding(CODE_SYSTEM + "flag-categories-bars", "SS", "Scene Safety")
    code = coding(CODE_SYSTEM + "scene-safety-codes-bars", "S", "The Scene is safe")
    draft.add(
        "Flag",
        profile=FLAG_PROFILE,
        status="active",
        category=[{"coding": [category]}],
        code={"coding": [code]},
        subject=ref(location),
        encounter=ref(met),
    )
    return location
