import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** A Receiver, as a Sender meets it: HTTP with the headers of BaRS. */
final class Receiver {
  private static final String FHIR = "application/fhir+json; version=1.0.0";
  private static final Map<String, ?> SOFTWARE = Map.of(
      "resourceType", "Device",
      "identifier", List.of(Map.of("system", "https://fenwick.example/Id", "value", "F5")),
      "deviceName", List.of(Map.of("name", "Fenwick", "type", "manufacturer-name")),
      "version", List.of(Map.of("value", "5.0")));

  record Answer(int status, Map<?, ?> body) {}

  private final HttpClient http = HttpClient.newHttpClient();
  private final String correlationId = Message.uuid();
  private final String base;
  private final String odsCode;
  private final String serviceId;

  Receiver(String base, String odsCode, String serviceId) {
    this.base = base;
    this.odsCode = odsCode;
    this.serviceId = serviceId;
  }

  /** The free Slots of the next seven days. */
  Answer freeSlots() throws IOException, InterruptedException {
    var first = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(1));
    return send(request("/Slot?" + String.join("&",
        "Schedule.actor:HealthcareService=" + serviceId,
        "status=free",
        "start=ge" + first,
        "start=le" + first.plus(Duration.ofDays(7)),
        "_include=Slot:schedule",
        "_include=Schedule:actor:HealthcareService")));
  }

  Answer process(Message.Finished message) throws IOException, InterruptedException {
    return send(request("/$process-message")
        .header("Content-Type", FHIR)
        .header("use-context", message.useContext())
        .POST(BodyPublishers.ofString(Json.write(message.bundle()))));
  }

  private HttpRequest.Builder request(String path) {
    var target = Map.of("system", Message.SERVICE_ID, "value", serviceId);
    var organisation = Map.of(
        "resourceType", "Organization",
        "identifier", Resources.odsIdentifier(odsCode),
        "name", "Fenwick Urgent Care");
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(Duration.ofSeconds(30))
        .header("X-Request-Id", Message.uuid())
        .header("X-Correlation-Id", correlationId)
        .header("NHSD-Target-Identifier", base64Json(target))
        .header("NHSD-End-User-Organisation", base64Json(organisation))
        .header("NHSD-Requesting-Software", base64Json(SOFTWARE))
        .header("Accept", FHIR);
  }

  /** Standard base64, with its padding and on one line: neither the URL nor the MIME encoder's. */
  private static String base64Json(Map<String, ?> value) {
    return Mistakes.encoder().encodeToString(Json.write(value).getBytes(UTF_8));
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var response = http.send(request.build(), BodyHandlers.ofString(UTF_8));
    return new Answer(response.statusCode(), Json.read(response.body()));
  }
}
