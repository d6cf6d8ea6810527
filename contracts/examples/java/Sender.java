import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Fenwick Urgent Care, a Sender: it books, refers and cancels, and says how each was answered. */
public final class Sender {
  private static final String SERVICE = "2000072489";
  private static final String ANYBODY = "9054613556";

  /** Of this patient the sandbox remembers the booking and the referral. */
  private static final String FOLLOWED = "9707606312";

  /** One for each run: what the sandbox remembers, it remembers by ODS code. */
  private final String odsCode = "F" + Message.uuid().substring(0, 6).toUpperCase();

  private final Messages messages = new Messages(odsCode, SERVICE);
  private final Receiver receiver;

  private Sender(String base) {
    receiver = new Receiver(base, odsCode, SERVICE);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 1) stop("java -cp classes Sender <FHIR base URL>");
    if (!Mistakes.isKnown()) stop("BREAK is one of header, order, reason, link");
    var sender = new Sender(arguments[0]);
    sender.bookReferCancel();
    sender.oneBookingOneReferral();
  }

  /** A patient without a history: everything is accepted, and everything taken back. */
  private void bookReferCancel() throws IOException, InterruptedException {
    var place = findFreeSlot();
    var appointment = send("book", messages.booking(ANYBODY, place), 200);
    var referral = send("refer", messages.referral(ANYBODY, place, appointment), 200);
    send("cancel the referral", messages.cancelledReferral(ANYBODY, referral), 200);
    send("cancel the booking", messages.cancelledBooking(ANYBODY, place, appointment), 200);
  }

  /** 111 to ED: one booking at a time, and a referral that is linked to it. */
  private void oneBookingOneReferral() throws IOException, InterruptedException {
    var place = findFreeSlot();
    var appointment = send("book", messages.booking(FOLLOWED, place), 200);
    send("book again", messages.booking(FOLLOWED, place), 409);
    var stray = messages.referral(FOLLOWED, place, Message.uuid());
    send("refer, linked to another booking", stray, 409);
    var referral = send("refer, linked", messages.referral(FOLLOWED, place, appointment), 200);
    send("cancel the referral", messages.cancelledReferral(FOLLOWED, referral), 200);
    send("cancel the booking", messages.cancelledBooking(FOLLOWED, place, appointment), 200);
  }

  private Messages.Place findFreeSlot() throws IOException, InterruptedException {
    var found = receiver.freeSlots();
    check("find a free slot", found, 200);
    return new Messages.Place(
        resource(found.body(), "Slot"),
        resource(found.body(), "Schedule"),
        resource(found.body(), "HealthcareService"));
  }

  /** Gives the id that the Receiver gave to what the message is about; none if it refused. */
  private String send(String what, Message.Finished message, int expected)
      throws IOException, InterruptedException {
    var answer = receiver.process(message);
    check(what, answer, expected);
    if (expected != 200) return "";
    return String.valueOf(resource(answer.body(), message.focusType()).get("id"));
  }

  /** Says how it was answered, and stops where that is not as expected. */
  private static void check(String what, Receiver.Answer answer, int expected) {
    if (answer.status() != expected) {
      var said = new StringBuilder("%s: expected %d, got %d"
          .formatted(what, expected, answer.status()));
      for (var issue : maps(answer.body(), "issue")) {
        said.append("\n  ").append(issue.get("diagnostics"));
      }
      stop(said.toString());
    }
    System.out.printf("%-32s %d%n", what, answer.status());
  }

  private static Map<?, ?> resource(Map<?, ?> bundle, String type) {
    return maps(bundle, "entry").stream()
        .<Map<?, ?>>map(entry -> (Map<?, ?>) entry.get("resource"))
        .filter(resource -> type.equals(resource.get("resourceType")))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("the answer has no " + type));
  }

  private static List<? extends Map<?, ?>> maps(Map<?, ?> parent, String name) {
    return parent.get(name) instanceof List<?> list
        ? list.stream().map(each -> (Map<?, ?>) each).toList()
        : List.of();
  }

  private static void stop(String why) {
    System.err.println(why);
    System.exit(1);
  }
}
