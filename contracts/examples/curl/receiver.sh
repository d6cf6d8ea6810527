# A Receiver, as a Sender meets it: HTTP with the headers of BaRS. Sourced by sender.sh.

IDS=https://fhir.nhs.uk/Id

# encode <text>: base64 on one line. GNU base64 breaks lines after 76 characters, and macOS does not
# know -w0, which would stop it. To take line breaks out works on both.
encode() {
  printf '%s' "$1" | base64 | tr -d '\n' | mistake_in_header
}

CORRELATION_ID=$(uuid)
TARGET=$(encode "{\"system\":\"$IDS/dos-service-id\",\"value\":\"$SERVICE\"}")
ORGANISATION=$(encode "{\"resourceType\":\"Organization\",\"name\":\"Moorland 111\",
  \"identifier\":[{\"system\":\"$IDS/ods-organization-code\",\"value\":\"$ODS_CODE\"}]}")
SOFTWARE=$(encode '{"resourceType":"Device","version":[{"value":"2.0"}],
  "identifier":[{"system":"https://moorland.example/Id/software","value":"M2"}],
  "deviceName":[{"name":"Moorland Triage","type":"manufacturer-name"}]}')

# bars <curl argument>...: sends a request, keeps the answer in $ANSWER, and prints its status.
bars() {
  : >"$ANSWER"
  curl -sS -o "$ANSWER" -w '%{http_code}' "$@" \
    -H "X-Request-Id: $(uuid)" \
    -H "X-Correlation-Id: $CORRELATION_ID" \
    -H "NHSD-Target-Identifier: $TARGET" \
    -H "NHSD-End-User-Organisation: $ORGANISATION" \
    -H "NHSD-Requesting-Software: $SOFTWARE" \
    -H 'Accept: application/fhir+json; version=1.0.0'
}

# free_slots: asks for those of 15 January next year.
free_slots() {
  day=$(($(date -u +%Y) + 1))-01-15
  bars -G "$BASE/Slot" \
    --data-urlencode "Schedule.actor:HealthcareService=$SERVICE" \
    --data-urlencode 'status=free' \
    --data-urlencode "start=ge${day}T09:00:00Z" \
    --data-urlencode "start=le${day}T17:00:00Z" \
    --data-urlencode '_include=Slot:schedule' \
    --data-urlencode '_include=Schedule:actor:HealthcareService'
}

# process <use-context>: sends the message that it reads.
process() {
  bars "$BASE/\$process-message" --data-binary @- \
    -H 'Content-Type: application/fhir+json; version=1.0.0' \
    -H "use-context: $1"
}

# found <type> <name>: a text by its name, in the first resource of a type in the answer. This is
# enough where resources begin with their type; where you may install jq, use jq.
found() {
  sed 's/{"resourceType":/\
&/g' "$ANSWER" | grep "^{\"resourceType\":\"$1\"" | head -n 1 |
    sed -n "s/^.*\"$2\":\"\([^\"]*\)\".*\$/\1/p"
}

# diagnostics: what the OperationOutcome says, a line for each issue.
diagnostics() {
  { cat "$ANSWER"; echo; } | sed 's/"diagnostics":"/\
&/g' | sed -n -E 's/^"diagnostics":"(([^"\\]|\\.)*)".*$/  \1/p' | sed 's/\\\(.\)/\1/g'
}
