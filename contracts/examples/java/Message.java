import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A BaRS message: takes in resources one by one, and gives a reference for each. */
final class Message {
  static final String UK_CORE = "https://fhir.hl7.org.uk/StructureDefinition/";
  static final String BARS = "https://fhir.nhs.uk/StructureDefinition/BARS";
  static final String CODES = "https://fhir.nhs.uk/CodeSystem/";
  static final String SERVICE_ID = "https://fhir.nhs.uk/Id/dos-service-id";

  /** With the seven digits after the second that the national simulator wants. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSXXX");

  private static final Map<String, String> REASONS = Map.of("new", "New", "update", "Update");

  private static final Map<String, ?> SOFTWARE = Map.of(
      "url", "https://fhir.nhs.uk/StructureDefinition/CDSSExtension",
      "extension", List.of(
          Map.of("url", "RequesterCDSSsoftware", "valueString", "Fenwick"),
          Map.of("url", "RequesterCDSSversion", "valueString", "5.0")));

  record Entry(String fullUrl, Map<String, Object> resource) {}

  /** What a message is sent for, and who sends it to whom. */
  record About(String category, String definition, Object focus, Object sender, Object receiver) {}

  /** A message as it goes out; `useContext` says in short what it is. */
  record Finished(String focusType, String useContext, Map<String, ?> bundle) {}

  private final String focusType;
  private final String event;
  private final String reason;
  private final List<Entry> entries = new ArrayList<>();

  /** On an Appointment or a ServiceRequest. */
  Message(String focusType, String reason) {
    this.focusType = focusType;
    this.reason = Mistakes.reason(reason);
    event = focusType.equals("Appointment") ? "booking-request" : "servicerequest-request";
  }

  Map<String, String> add(String type, Map<String, ?> elements) {
    return add(type, UK_CORE + "UKCore-" + type, elements);
  }

  Map<String, String> add(String type, String profile, Map<String, ?> elements) {
    var entry = entry(type, profile, elements);
    entries.add(entry);
    return Map.of("reference", entry.fullUrl);
  }

  /** The whole, once everything is in. */
  Finished finish(About about, String serviceId) {
    // The MessageHeader comes first.
    entries.add(0, entry("MessageHeader", BARS + "MessageHeader-" + event, Map.of(
        "extension", List.of(SOFTWARE),
        "eventCoding", Map.of("system", CODES + "message-events-bars", "code", event),
        "sender", about.sender,
        "source", Map.of("name", "Fenwick", "endpoint", SERVICE_ID + "|2000093816"),
        "destination", List.of(Map.of(
            "receiver", about.receiver, "endpoint", SERVICE_ID + "|" + serviceId)),
        "reason", concept(CODES + "message-reason-bars", reason,
            REASONS.getOrDefault(reason, reason)),
        "focus", List.of(about.focus),
        "definition",
        "https://fhir.nhs.uk/MessageDefinition/bars-message-" + event + about.definition)));
    Mistakes.spoil(entries);
    var useContext = String.join("|", "a1t1", about.category, event, reason);
    return new Finished(focusType, useContext, bundle());
  }

  private Map<String, ?> bundle() {
    return Map.of(
        "resourceType", "Bundle",
        "id", uuid(),
        "meta", Map.of(
            "versionId", "1.0.0", "lastUpdated", now(), "profile", List.of(BARS + "BundleMessage")),
        "type", "message",
        "timestamp", now(),
        "entry", entries.stream()
            .map(each -> Map.of("fullUrl", each.fullUrl, "resource", each.resource))
            .toList());
  }

  private static Entry entry(String type, String profile, Map<String, ?> elements) {
    var resource = new LinkedHashMap<String, Object>();
    resource.put("resourceType", type);
    resource.put("meta", Map.of("lastUpdated", now(), "profile", List.of(profile)));
    resource.putAll(elements);
    return new Entry("urn:uuid:" + uuid(), resource);
  }

  static Map<String, Object> concept(String system, String code, String display) {
    return Map.of("coding", List.of(coding(system, code, display)));
  }

  static Map<String, String> coding(String system, String code, String display) {
    return Map.of("system", system, "code", code, "display", display);
  }

  static String now() {
    return inMinutes(0);
  }

  static String inMinutes(int minutes) {
    return TIME.format(OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(minutes));
  }

  static String uuid() {
    return UUID.randomUUID().toString();
  }
}
