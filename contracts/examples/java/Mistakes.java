import java.util.Base64;
import java.util.Collections;
import java.util.List;

/** Mistakes that Senders make: BREAK=(name) makes one of them, to see what is said of it. */
final class Mistakes {
  private static final String CHOSEN = System.getenv().getOrDefault("BREAK", "");
  private static final List<String> NAMES = List.of("", "header", "order", "reason", "link");

  private Mistakes() {}

  static boolean isKnown() {
    return NAMES.contains(CHOSEN);
  }

  /** The encoder for URLs, whose base64 is another one. */
  static Base64.Encoder encoder() {
    return CHOSEN.equals("header") ? Base64.getUrlEncoder().withoutPadding() : Base64.getEncoder();
  }

  /** A reason that BaRS does not have. */
  static String reason(String reason) {
    return CHOSEN.equals("reason") ? "create" : reason;
  }

  static void spoil(List<Message.Entry> entries) {
    // The MessageHeader after all else.
    if (CHOSEN.equals("order")) Collections.rotate(entries, -1);
    // A referral that does not say which booking it goes with.
    if (CHOSEN.equals("link")) entries.forEach(each -> each.resource().remove("supportingInfo"));
  }
}
