"""Everything that a Sender does, in the order in which it does it."""

from workflows import booking, discovery, referral, response, slot, validation

WORKFLOWS = [
    *discovery.WORKFLOWS,
    *slot.WORKFLOWS,
    *booking.WORKFLOWS,
    *referral.WORKFLOWS,
    *validation.WORKFLOWS,
    *response.WORKFLOWS,
]
