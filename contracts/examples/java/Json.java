import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON as Maps and Lists, so that this example runs on a JDK alone. In a Sender for patients use a
 * library: Jackson, Gson, or HAPI FHIR, which knows the resources too.
 */
final class Json {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*([{}\\[\\]:,]|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|[\\w.+-]+)");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");

  private final Matcher tokens;

  private Json(String text) {
    tokens = TOKEN.matcher(text);
  }

  static String write(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(member -> write(member.getKey()) + ":" + write(member.getValue()))
          .collect(joining(",", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Json::write).collect(joining(",", "[", "]"));
    }
    return value instanceof String text ? quoted(text) : String.valueOf(value);
  }

  static Map<?, ?> read(String text) {
    var reader = new Json(text);
    return (Map<?, ?>) reader.value(reader.next());
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (var each : text.toCharArray()) {
      if (each == '"' || each == '\\') quoted.append('\\');
      if (each < ' ') quoted.append("\\u%04x".formatted((int) each));
      else quoted.append(each);
    }
    return quoted.append('"').toString();
  }

  private Object value(String token) {
    return switch (token.charAt(0)) {
      case '{' -> members();
      case '[' -> items();
      case '"' -> unquoted(token);
      case 't', 'f' -> Boolean.valueOf(token);
      case 'n' -> null;
      default -> new BigDecimal(token);
    };
  }

  private Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    for (var token = next(); !token.equals("}"); token = next()) {
      if (token.equals(",")) token = next();
      var colon = next();
      if (!colon.equals(":")) throw new NoSuchElementException("a colon after " + token);
      members.put(unquoted(token), value(next()));
    }
    return members;
  }

  private List<Object> items() {
    var items = new ArrayList<Object>();
    for (var token = next(); !token.equals("]"); token = next()) {
      if (!token.equals(",")) items.add(value(token));
    }
    return items;
  }

  private String next() {
    if (!tokens.find()) throw new NoSuchElementException("the JSON ends too early");
    return tokens.group(1);
  }

  private static String unquoted(String token) {
    return ESCAPED.matcher(token.substring(1, token.length() - 1))
        .replaceAll(found -> Matcher.quoteReplacement(unescaped(found.group(1))));
  }

  private static String unescaped(String escaped) {
    return switch (escaped.charAt(0)) {
      case 'u' -> Character.toString(Integer.parseInt(escaped.substring(1), 16));
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      default -> escaped;
    };
  }
}
