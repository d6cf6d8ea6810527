import java.util.List;
import java.util.Map;

/** What Fenwick Urgent Care puts in a message: who it is about, who takes part, what was found. */
final class Resources {
  static final String IDS = "https://fhir.nhs.uk/Id/";
  private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
  private static final String TRACED = "NHSNumberVerificationStatus";
  private static final Map<String, String> USE_CASE =
      Message.coding(Message.CODES + "usecases-categories-bars", "a1t1", "111 to ED");
  private static final Map<String, String> REFERRAL = Message.coding(
      Message.CODES + "message-category-servicerequest", "referral", "Transfer of Care");

  private Resources() {}

  /** Exactly one contact has rank 1; how to reach a patient never goes in Patient.telecom. */
  static Map<String, String> patient(Message message, String nhsNumber) {
    var status = Message.concept("https://fhir.hl7.org.uk/CodeSystem/UKCore-" + TRACED,
        "number-present-and-verified", "Number present and verified");
    return message.add("Patient", Map.of(
        "identifier", List.of(Map.of(
            "extension", List.of(Map.of("url", extension(TRACED), "valueCodeableConcept", status)),
            "system", IDS + "nhs-number",
            "value", nhsNumber)),
        "name", List.of(Map.of("use", "official", "family", "Fen", "given", List.of("Rowan"))),
        "birthDate", "1985-04-12",
        "address", List.of(Map.of(
            "use", "home", "line", List.of("1 Dyke Lane"), "postalCode", "ZZ99 3WZ")),
        "contact", List.of(Map.of(
            "extension", List.of(Map.of("url", extension("ContactRank"), "valuePositiveInt", 1)),
            "relationship", List.of(Message.concept(HL7 + "v3-RoleCode", "ONESELF", "self")),
            "telecom", List.of(Map.of("system", "phone", "value", "07700 900333"))))));
  }

  private static String extension(String name) {
    return Message.UK_CORE + "Extension-UKCore-" + name;
  }

  static Map<String, String> organisation(Message message, String name, String odsCode) {
    return message.add("Organization", Map.of("name", name, "identifier", odsIdentifier(odsCode)));
  }

  static List<?> odsIdentifier(String odsCode) {
    return List.of(Map.of("system", IDS + "ods-organization-code", "value", odsCode));
  }

  /** As the Slot search found it, and so with its id. */
  static Map<String, String> service(Message message, Map<?, ?> found, Object organisation) {
    return message.add("HealthcareService", Map.of(
        "id", found.get("id"),
        "identifier", found.get("identifier"),
        "active", true,
        "name", found.get("name"),
        "providedBy", organisation));
  }

  static Map<String, ?> appointment(String status, Object patient) {
    return Map.of(
        "status", status,
        "serviceCategory", List.of(Map.of("coding", List.of(USE_CASE))),
        "participant", List.of(Map.of("actor", patient, "status", "accepted")));
  }

  static Map<String, ?> serviceRequest(String status, Object patient) {
    return Map.of(
        "status", status,
        "intent", "plan",
        "category", List.of(Map.of("coding", List.of(REFERRAL, USE_CASE))),
        "occurrencePeriod", Map.of("start", Message.now(), "end", Message.inMinutes(60)),
        "subject", patient);
  }

  static Map<String, String> clinician(Message message, Object organisation) {
    var number = Map.of("system", IDS + "sds-role-profile-id", "value", "555000000333");
    var person = message.add("Practitioner", Map.of("identifier", List.of(number)));
    return message.add(
        "PractitionerRole", Map.of("practitioner", person, "organization", organisation));
  }

  static Map<String, String> encounter(Message message, Object patient) {
    return message.add("Encounter", Map.of(
        "class", Message.coding(HL7 + "v3-ActCode", "EMER", "emergency"),
        "status", "triaged",
        "subject", patient,
        "episodeOfCare", List.of(Map.of("reference", "EpisodeOfCare/" + Message.uuid()))));
  }

  static Map<String, String> carePlan(Message message, Object patient, Object encounter) {
    var advice = Map.of("text", "To be seen within the hour.");
    return message.add("CarePlan", Map.of(
        "status", "completed",
        "intent", "plan",
        "subject", patient,
        "encounter", encounter,
        "period", Map.of("start", Message.now()),
        "activity", List.of(Map.of("outcomeCodeableConcept", List.of(advice)))));
  }

  static void consent(Message message, Object patient) {
    var consents = Message.CODES + "consent-categories-bars";
    message.add("Consent", Map.of(
        "status", "active",
        "scope", Message.concept(HL7 + "consentscope", "patient-privacy", "Privacy Consent"),
        "category", List.of(Message.concept(consents, "DRC", "Direct Care")),
        "patient", patient,
        "dateTime", Message.now(),
        "policyRule", Message.concept(HL7 + "v3-ActCode", "IMPLIED", "implied consent")));
  }
}
