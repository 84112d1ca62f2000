package ratelab.exporter.http.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ratelab.exporter.yaml.ConfigException;
import ratelab.exporter.yaml.YamlPlace;

/** The section {@code http_server_config}. */
final class HttpSection {
  private static final List<String> KEYS = List.of("http2", "headers");

  /** The headers that may be set, and the values they may have; none for any value. */
  private static final Map<String, List<String>> HEADERS =
      new TreeMap<>(
          Map.of(
              "Content-Security-Policy", List.of(),
              "Strict-Transport-Security", List.of(),
              "X-Content-Type-Options", List.of("nosniff"),
              "X-Frame-Options", List.of("deny", "sameorigin"),
              "X-XSS-Protection", List.of()));

  private HttpSection() {}

  /**
   * The headers for every answer.
   *
   * @param warnings takes what cannot be had
   */
  static Map<String, String> headers(YamlPlace section, List<String> warnings)
      throws ConfigException {
    section.onlyKeys(KEYS);
    Optional<YamlPlace> http2 = section.child("http2", "keys and values");
    if (http2.isPresent() && http2.get().trueOrFalse()) {
      warnings.add(http2.get().refused("is not possible; HTTP/1.1 is served instead").getMessage());
    }
    Optional<YamlPlace> headers = section.child("headers", "keys and values");
    Map<String, String> set = new TreeMap<>();
    if (headers.isEmpty()) return set;
    headers.get().onlyKeys(HEADERS.keySet());
    for (String name : HEADERS.keySet()) {
      Optional<YamlPlace> place = headers.get().child(name, "headers and values");
      if (place.isPresent()) value(name, place.get()).ifPresent(value -> set.put(name, value));
    }
    return set;
  }

  private static Optional<String> value(String name, YamlPlace place) throws ConfigException {
    List<String> allowed = HEADERS.getOrDefault(name, List.of());
    String expectation = allowed.isEmpty() ? "text in one line" : String.join(" or ", allowed);
    String value = place.text(expectation);
    if (value.isEmpty()) return Optional.empty();
    boolean printable = value.chars().allMatch(c -> c >= ' ' && c <= '~');
    if (printable && (allowed.isEmpty() || allowed.contains(value))) return Optional.of(value);
    throw place.expected(expectation);
  }
}
