"""What the guide and its testing page publish: services, patients and resource ids."""

# The small s of "Codesystem" is how the guide's examples and the proxy write it.
ERROR_CODES = "https://fhir.nhs.uk/Codesystem/http-error-codes"

BOOKING_RECEIVER = "2000011147"
REFERRAL_RECEIVER = "2000076289"
VALIDATION_RECEIVER = "2000003366"
VALIDATION_SENDER = "1374839566"
ANY_RECEIVER = "2000072489"
BROKEN_DEFINITIONS = "2000071898"

FREE_SLOTS = "2000072489"
NO_SLOTS = "2000073917"
MANDATORY_SLOTS = "1503499715"
SLOTS_TIME_OUT = "2000081230"

BOOKED = "ce1c4ced-2a84-4198-9982-9caf894d0bb7"
BOOKING_501 = "0d440c22-7f25-4c6c-905d-2213d197d02a"
REFERRED = "79120f41-a431-4f08-bcc5-1e67006fcae0"
REFERRAL_405 = "61215702-0049-4d76-9807-2123f0a6ca15"
REFERRAL_429 = "9d280ad9-6dda-46d2-a75e-f5b47b2f4e87"
REFERRAL_503 = "4d65ddaa-4d09-41cd-87c9-aeb9c0c96352"
VALIDATED = "0b42eac3-0175-43c8-bbab-efaa8ca31ccf"
VALIDATION_408 = "9e595424-9d67-45db-9a90-03259653cd37"
VALIDATION_501 = "c337e8d8-fd5b-4a13-a8e4-0f6f4ac1bb1a"

# Both sets share these, from the rules of the real simulator.
REFERRALS_THAT_CANNOT_BE_READ = {
    "referral then 405": "9675199962",
    "referral then 429": "9657562376",
    "referral then 503": "9999960529",
}

# The testing page of 2023 and the one that replaced it: suppliers hold either set.
PATIENTS = {
    "2023": {
        "booking": "9054613556",
        "booking 404": "9976150288",
        "booking 409": "9933902830",
        "booking 422": "9818556143",
        "booking then 501": "9010223337",
        "referral": "9054613556",
        "referral 400": "9618388816",
        "referral 500": "9853944189",
        **REFERRALS_THAT_CANNOT_BE_READ,
        "validation": "9054613556",
        "validation then 408": "9945210394",
        "validation then 501": "9010223337",
        "validation 401": "9383924314",
        "validation 404": "9976150288",
        "validation 409": "9933902830",
        "validation 422": "9818556143",
        "full response": "9091510129",
        "interim response": "9706161317",
        "safeguarding": "9054613556",
        "safeguarding 401": "9383924314",
    },
    "current": {
        "booking": "9658499007",
        "booking 404": "9658499015",
        "booking 409": "9658499023",
        "booking 422": "9658499031",
        "booking then 501": "9658499090",
        "referral": "9658499058",
        "referral 400": "9658499066",
        "referral 500": "9658499074",
        **REFERRALS_THAT_CANNOT_BE_READ,
        "validation": "9658499104",
        "validation then 408": "9658499082",
        "validation then 501": "9658499090",
        "validation 401": "9658499139",
        "validation 404": "9658499015",
        "validation 409": "9658499112",
        "validation 422": "9658499120",
        "full response": "9658499147",
        "interim response": "9658499155",
        "safeguarding": "9658499163",
        "safeguarding 401": "9658499171",
    },
}
