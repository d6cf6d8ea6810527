# What Moorland 111 writes down, an entry of a Bundle on a line. Sourced by sender.sh.

UK_CORE=https://fhir.hl7.org.uk/StructureDefinition
CODES=https://fhir.nhs.uk/CodeSystem
HL7=http://terminology.hl7.org/CodeSystem
# With the seven digits after the second that the national simulator wants.
NOW=$(date -u +%Y-%m-%dT%H:%M:%S.0000000Z)

# What entries call each other, in every message.
HEADER=$(uuid) FOCUS=$(uuid) PATIENT=$(uuid) US=$(uuid) THEM=$(uuid)
PLACE=$(uuid) SCHEDULE=$(uuid) SLOT=$(uuid)
CLINICIAN=$(uuid) ROLE=$(uuid) ENCOUNTER=$(uuid) PLAN=$(uuid) CONSENT=$(uuid)

# entry <uuid> <type> [<profile>]: an entry, of the elements that it reads.
entry() {
  printf '{"fullUrl":"urn:uuid:%s","resource":{"resourceType":"%s",' "$1" "$2"
  printf '"meta":{"lastUpdated":"%s","profile":["%s"]},' "$NOW" "${3:-$UK_CORE/UKCore-$2}"
  tr -d '\n'
  printf '}}\n'
}

# to <uuid>: a reference to an entry.
to() {
  printf '{"reference":"urn:uuid:%s"}' "$1"
}

# coding <system> <code> <display>
coding() {
  printf '{"system":"%s","code":"%s","display":"%s"}' "$@"
}

USE_CASE=$(coding "$CODES/usecases-categories-bars" a1t1 '111 to ED')
REFERRAL=$(coding "$CODES/message-category-servicerequest" referral 'Transfer of Care')
SELF=$(coding "$HL7/v3-RoleCode" ONESELF self)
TRACED=$(coding https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus \
  number-present-and-verified 'Number present and verified')

# patient <NHS number>
patient() {
  entry "$PATIENT" Patient <<EOF
"identifier":[{"system":"$IDS/nhs-number","value":"$1","extension":[
  {"url":"$UK_CORE/Extension-UKCore-NHSNumberVerificationStatus",
   "valueCodeableConcept":{"coding":[$TRACED]}}]}],
"name":[{"use":"official","family":"Moss","given":["Heather"]}],"birthDate":"1985-04-12",
"address":[{"use":"home","line":["1 Heath Lane"],"postalCode":"ZZ99 3WZ"}],
"contact":[{"extension":[{"url":"$UK_CORE/Extension-UKCore-ContactRank","valuePositiveInt":1}],
  "relationship":[{"coding":[$SELF]}],"telecom":[{"system":"phone","value":"07700 900222"}]}]
EOF
}

# organisations: the Sender's and the Receiver's.
organisations() {
  entry "$US" Organization <<EOF
"name":"Moorland 111","identifier":[{"system":"$IDS/ods-organization-code","value":"$ODS_CODE"}]
EOF
  entry "$THEM" Organization <<EOF
"name":"St Elsewhere Trust","identifier":[{"system":"$IDS/ods-organization-code","value":"RX1"}]
EOF
}

# place: the service, as the Slot search found it.
place() {
  entry "$PLACE" HealthcareService <<EOF
"id":"$PLACE_ID","active":true,"name":"$PLACE_NAME","providedBy":$(to "$THEM"),
"identifier":[{"system":"$IDS/dos-service-id","value":"$SERVICE"}]
EOF
}

# slot: the Slot, as found, and its Schedule.
slot() {
  entry "$SCHEDULE" Schedule <<EOF
"id":"$SCHEDULE_ID","actor":[$(to "$PLACE")]
EOF
  entry "$SLOT" Slot <<EOF
"id":"$SLOT_ID","schedule":$(to "$SCHEDULE"),"status":"busy","start":"$START","end":"$END"
EOF
}

# triage: what the call came to, who took it, and the consent.
triage() {
  entry "$ENCOUNTER" Encounter <<EOF
"status":"triaged","class":$(coding "$HL7/v3-ActCode" EMER emergency),
"subject":$(to "$PATIENT"),"episodeOfCare":[{"reference":"EpisodeOfCare/$(uuid)"}]
EOF
  entry "$PLAN" CarePlan <<EOF
"status":"completed","intent":"plan","subject":$(to "$PATIENT"),"encounter":$(to "$ENCOUNTER"),
"period":{"start":"$NOW"},
"activity":[{"outcomeCodeableConcept":[{"text":"To be seen within the hour."}]}]
EOF
  entry "$CONSENT" Consent <<EOF
"status":"active","patient":$(to "$PATIENT"),"dateTime":"$NOW",
"scope":{"coding":[$(coding "$HL7/consentscope" patient-privacy 'Privacy Consent')]},
"category":[{"coding":[$(coding "$CODES/consent-categories-bars" DRC 'Direct Care')]}],
"policyRule":{"coding":[$(coding "$HL7/v3-ActCode" IMPLIED 'implied consent')]}
EOF
  entry "$CLINICIAN" Practitioner <<EOF
"identifier":[{"system":"$IDS/sds-role-profile-id","value":"555000000222"}]
EOF
  entry "$ROLE" PractitionerRole <<EOF
"practitioner":$(to "$CLINICIAN"),"organization":$(to "$US")
EOF
}
