package ratelab.exporter.http.config;

import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import ratelab.exporter.http.tls.TlsParameters;
import ratelab.exporter.yaml.ConfigException;
import ratelab.exporter.yaml.YamlPlace;

/** The keys of {@code tls_server_config} that say how TLS is spoken. */
final class ParametersSection {
  private static final String KEYS = "keys and values";
  private static final String OLDEST = "TLS12";
  private static final String NEWEST = "TLS13";

  private ParametersSection() {}

  static TlsParameters read(YamlPlace section) throws ConfigException {
    Optional<YamlPlace> order = section.child("prefer_server_cipher_suites", KEYS);
    return new TlsParameters(
        protocols(section),
        cipherSuites(section),
        order.isEmpty() || order.get().trueOrFalse(),
        namedGroups(section));
  }

  private static List<String> protocols(YamlPlace section) throws ConfigException {
    String min = version(section, "min_version", OLDEST);
    String max = version(section, "max_version", NEWEST);
    List<String> protocols = GoTlsNames.protocols(min, max);
    if (!protocols.isEmpty()) return protocols;
    throw section.refused("has a min_version above its max_version; nothing would be left");
  }

  private static String version(YamlPlace section, String key, String initial)
      throws ConfigException {
    Optional<YamlPlace> place = section.child(key, KEYS);
    if (place.isEmpty()) return initial;
    String expectation = String.join(" or ", GoTlsNames.versions()) + " (Java has no older one)";
    String version = place.get().text(expectation);
    if (GoTlsNames.versions().contains(version)) return version;
    throw place.get().expected(expectation);
  }

  /** As in Go, the list is about TLS 1.2 only: the suites of TLS 1.3 are always on. */
  private static Optional<List<String>> cipherSuites(YamlPlace section) throws ConfigException {
    Optional<YamlPlace> list = section.child("cipher_suites", KEYS);
    if (list.isEmpty()) return Optional.empty();
    List<String> known = knownCipherSuites();
    String expectation = "cipher suites that this Java has: " + String.join(", ", known);
    List<String> chosen = new ArrayList<>();
    for (YamlPlace item : list.get().items("a list of " + expectation)) {
      String name = item.text(expectation);
      if (!known.contains(name)) throw item.expected("one of the " + expectation);
      chosen.add(name);
    }
    if (chosen.isEmpty()) return Optional.empty();
    known.stream()
        .filter(name -> isOfTls13(name) && !chosen.contains(name))
        .forEach(name -> chosen.addFirst(name));
    return Optional.of(chosen);
  }

  private static boolean isOfTls13(String cipherSuite) {
    return !cipherSuite.contains("_WITH_");
  }

  private static List<String> knownCipherSuites() {
    try {
      String[] names = SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites();
      return Arrays.stream(names).filter(name -> !name.endsWith("_SCSV")).toList();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has TLS", e);
    }
  }

  private static Optional<List<String>> namedGroups(YamlPlace section) throws ConfigException {
    Optional<YamlPlace> list = section.child("curve_preferences", KEYS);
    if (list.isEmpty()) return Optional.empty();
    String expectation = "one of " + String.join(", ", GoTlsNames.curves().keySet());
    List<String> groups = new ArrayList<>();
    for (YamlPlace item : list.get().items("a list of curves, each " + expectation)) {
      String group = GoTlsNames.curves().get(item.text(expectation));
      if (group == null) throw item.expected(expectation);
      groups.add(group);
    }
    return Optional.of(groups).filter(names -> !names.isEmpty());
  }
}
