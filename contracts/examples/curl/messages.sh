# The four messages that Moorland 111 sends; each prints how it was answered. Sourced by sender.sh.

# book <NHS number>
book() {
  {
    header booking-request "$REASON_NEW" booking-request
    appointment booked <<EOF
,"slot":[$(to "$SLOT")],"start":"$START","end":"$END"
EOF
    patient "$1"
    organisations
    place
    slot
  } | bundle | process "a1t1|booked|booking-request|$REASON_NEW"
}

# refer <NHS number> <Appointment id>: linked to the booking that was made for it.
refer() {
  {
    header servicerequest-request "$REASON_NEW" servicerequest-request-referral
    mistake_in_link <<EOF | service_request active
,"authoredOn":"$NOW","encounter":$(to "$ENCOUNTER"),"basedOn":[$(to "$PLAN")]
,"requester":$(to "$ROLE"),"performer":[$(to "$PLACE")]
,"supportingInfo":[{"reference":"Appointment/$2"}]
EOF
    patient "$1"
    organisations
    place
    triage
  } | bundle | process "a1t1|referral|servicerequest-request|$REASON_NEW"
}

# cancel_booking <NHS number> <Appointment id>
cancel_booking() {
  {
    header booking-request update booking-request-cancelled
    echo ",\"id\":\"$2\",\"start\":\"$START\",\"end\":\"$END\"" | appointment cancelled
    patient "$1"
    organisations
  } | bundle | process 'a1t1|cancelled|booking-request|update'
}

# cancel_referral <NHS number> <ServiceRequest id>
cancel_referral() {
  {
    header servicerequest-request update servicerequest-request-cancelled
    echo ",\"id\":\"$2\"" | service_request revoked
    patient "$1"
    organisations
  } | bundle | process 'a1t1|referral|servicerequest-request|update'
}

# header <event> <reason> <definition>
header() {
  entry "$HEADER" MessageHeader "https://fhir.nhs.uk/StructureDefinition/BARSMessageHeader-$1" <<EOF
"extension":[{"url":"https://fhir.nhs.uk/StructureDefinition/CDSSExtension","extension":[
  {"url":"RequesterCDSSsoftware","valueString":"Moorland Triage"},
  {"url":"RequesterCDSSversion","valueString":"2.0"}]}],
"eventCoding":{"system":"$CODES/message-events-bars","code":"$1"},
"sender":$(to "$US"),
"source":{"name":"Moorland 111","endpoint":"$IDS/dos-service-id|2000093816"},
"destination":[{"receiver":$(to "$THEM"),"endpoint":"$IDS/dos-service-id|$SERVICE"}],
"reason":{"coding":[$(coding "$CODES/message-reason-bars" "$2" "$(reason_display "$2")")]},
"focus":[$(to "$FOCUS")],
"definition":"https://fhir.nhs.uk/MessageDefinition/bars-message-$3"
EOF
}

# reason_display <reason>: what it is called.
reason_display() {
  case $1 in
    new) echo New ;;
    *) echo Update ;;
  esac
}

# appointment <status>: with the elements that it reads.
appointment() {
  {
    cat <<EOF
"status":"$1","serviceCategory":[{"coding":[$USE_CASE]}],
"participant":[{"actor":$(to "$PATIENT"),"status":"accepted"}]
EOF
    cat
  } | entry "$FOCUS" Appointment
}

# service_request <status>: with the elements that it reads.
service_request() {
  {
    cat <<EOF
"status":"$1","intent":"plan","category":[{"coding":[$REFERRAL,$USE_CASE]}],"subject":$(to "$PATIENT"),
"occurrencePeriod":{"start":"$START","end":"$END"}
EOF
    cat
  } | entry "$FOCUS" ServiceRequest https://fhir.nhs.uk/StructureDefinition/BARSServiceRequest-request-referral
}

# bundle: the message of the entries that it reads.
bundle() {
  cat <<EOF
{"resourceType":"Bundle","id":"$(uuid)","type":"message","timestamp":"$NOW",
"meta":{"versionId":"1.0.0","lastUpdated":"$NOW",
  "profile":["https://fhir.nhs.uk/StructureDefinition/BARSBundleMessage"]},
"entry":[$(mistake_in_order | paste -s -d , -)]}
EOF
}
