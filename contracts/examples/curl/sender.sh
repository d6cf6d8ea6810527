#!/bin/sh
# Moorland 111, a Sender: it books, refers and cancels, and says how each was answered.
#
#   ./sender.sh http://127.0.0.1:8787/booking-and-referral/FHIR/R4
set -eu

if [ $# -ne 1 ]; then
  sed -n '2,4s/^# *//p' "$0" >&2
  exit 1
fi

here=$(dirname "$0")
. "$here/uuid.sh"

BASE=${1%/}
SERVICE=2000072489
# An organisation of its own for each run: what the sandbox remembers, it remembers by ODS code.
ODS_CODE=M$(uuid | cut -c 1-6 | tr a-f A-F)
ANSWER=$(mktemp)
trap 'rm -f "$ANSWER"' EXIT

. "$here/mistakes.sh"
. "$here/receiver.sh"
. "$here/resources.sh"
. "$here/messages.sh"

# expect <status> <what> <status got>: says how it was answered, or what was wrong, and stops.
expect() {
  if [ "$3" != "$1" ]; then
    echo "$2: expected $1, got $3" >&2
    diagnostics >&2
    exit 1
  fi
  printf '%-32s %s\n' "$2" "$3"
}

find_slot() {
  expect 200 'find a free slot' "$(free_slots)"
  SLOT_ID=$(found Slot id)
  START=$(found Slot start)
  END=$(found Slot end)
  SCHEDULE_ID=$(found Schedule id)
  PLACE_ID=$(found HealthcareService id)
  PLACE_NAME=$(found HealthcareService name)
}

# A patient without a history: everything is accepted, and everything taken back.
anybody=9054613556
find_slot
expect 200 'book' "$(book $anybody)"
appointment=$(found Appointment id)
expect 200 'refer' "$(refer $anybody "$appointment")"
referral=$(found ServiceRequest id)
expect 200 'cancel the referral' "$(cancel_referral $anybody "$referral")"
expect 200 'cancel the booking' "$(cancel_booking $anybody "$appointment")"

# 111 to ED, a patient whom the sandbox remembers: one booking, and a referral that is linked to it.
followed=9707606312
find_slot
expect 200 'book' "$(book $followed)"
appointment=$(found Appointment id)
expect 409 'book again' "$(book $followed)"
expect 409 'refer, linked to another booking' "$(refer $followed "$(uuid)")"
expect 200 'refer, linked' "$(refer $followed "$appointment")"
referral=$(found ServiceRequest id)
expect 200 'cancel the referral' "$(cancel_referral $followed "$referral")"
expect 200 'cancel the booking' "$(cancel_booking $followed "$appointment")"
