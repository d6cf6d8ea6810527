import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The four messages that Fenwick Urgent Care sends to a service. */
record Messages(String odsCode, String serviceId) {
  private static final String REFERRAL_PROFILE = Message.BARS + "ServiceRequest-request-referral";

  /** A free Slot, with the Schedule and the HealthcareService behind it. */
  record Place(Map<?, ?> slot, Map<?, ?> schedule, Map<?, ?> service) {}

  Message.Finished booking(String nhsNumber, Place found) {
    var draft = new Draft("Appointment", "new", nhsNumber);
    var service = Resources.service(draft.message, found.service, draft.them);
    var schedule = draft.message.add("Schedule",
        Map.of("id", found.schedule.get("id"), "actor", List.of(service)));
    var times = Map.of("start", found.slot.get("start"), "end", found.slot.get("end"));
    var busy = Map.of("id", found.slot.get("id"), "status", "busy", "schedule", schedule);
    var slot = draft.message.add("Slot", both(busy, times));
    var booked = Resources.appointment("booked", draft.patient);
    var appointment = draft.message.add(
        "Appointment", both(both(booked, times), Map.of("slot", List.of(slot))));
    return draft.finish("booked", "", appointment);
  }

  /** Linked to the booking that was made for it. */
  Message.Finished referral(String nhsNumber, Place found, String appointmentId) {
    var draft = new Draft("ServiceRequest", "new", nhsNumber);
    var service = Resources.service(draft.message, found.service, draft.them);
    Resources.consent(draft.message, draft.patient);
    var encounter = Resources.encounter(draft.message, draft.patient);
    var plan = Resources.carePlan(draft.message, draft.patient, encounter);
    var context = Map.of(
        "authoredOn", Message.now(),
        "requester", Resources.clinician(draft.message, draft.us),
        "performer", List.of(service),
        "encounter", encounter,
        "basedOn", List.of(plan),
        "supportingInfo", List.of(Map.of("reference", "Appointment/" + appointmentId)));
    var active = Resources.serviceRequest("active", draft.patient);
    var request = draft.message.add("ServiceRequest", REFERRAL_PROFILE, both(active, context));
    return draft.finish("referral", "-referral", request);
  }

  Message.Finished cancelledBooking(String nhsNumber, Place found, String id) {
    var draft = new Draft("Appointment", "update", nhsNumber);
    var known = Map.of(
        "id", id, "start", found.slot.get("start"), "end", found.slot.get("end"));
    var cancelled = both(Resources.appointment("cancelled", draft.patient), known);
    var appointment = draft.message.add("Appointment", cancelled);
    return draft.finish("cancelled", "-cancelled", appointment);
  }

  Message.Finished cancelledReferral(String nhsNumber, String id) {
    var draft = new Draft("ServiceRequest", "update", nhsNumber);
    var revoked = both(Resources.serviceRequest("revoked", draft.patient), Map.of("id", id));
    var request = draft.message.add("ServiceRequest", REFERRAL_PROFILE, revoked);
    return draft.finish("referral", "-cancelled", request);
  }

  private static Map<String, ?> both(Map<String, ?> some, Map<String, ?> others) {
    var both = new HashMap<String, Object>(some);
    both.putAll(others);
    return both;
  }

  /** A message that has what all have: the patient and the two organisations. */
  private final class Draft {
    final Message message;
    final Map<String, String> patient;
    final Map<String, String> us;
    final Map<String, String> them;

    Draft(String focusType, String reason, String nhsNumber) {
      message = new Message(focusType, reason);
      patient = Resources.patient(message, nhsNumber);
      us = Resources.organisation(message, "Fenwick Urgent Care", odsCode);
      them = Resources.organisation(message, "St Elsewhere Trust", "RX1");
    }

    Message.Finished finish(String category, String definition, Object focus) {
      var about = new Message.About(category, definition, focus, us, them);
      return message.finish(about, serviceId);
    }
  }
}
