package ratelab.exporter.http.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names of Go's crypto/tls and what the JDK calls the same. Names of cipher suites are those of
 * IANA in both.
 */
final class GoTlsNames {
  private static final List<String> VERSIONS = List.of("TLS12", "TLS13");
  private static final List<String> PROTOCOLS = List.of("TLSv1.2", "TLSv1.3");
  private static final Map<String, String> CURVES = new LinkedHashMap<>();

  static {
    CURVES.put("X25519", "x25519");
    CURVES.put("CurveP256", "secp256r1");
    CURVES.put("CurveP384", "secp384r1");
    CURVES.put("CurveP521", "secp521r1");
  }

  private GoTlsNames() {}

  /** Versions this Java speaks, oldest first. */
  static List<String> versions() {
    return VERSIONS;
  }

  /** The JDK's protocols between two versions, newest first; empty if they cross. */
  static List<String> protocols(String minVersion, String maxVersion) {
    int from = VERSIONS.indexOf(minVersion);
    int to = VERSIONS.indexOf(maxVersion);
    List<String> protocols = new ArrayList<>();
    for (int i = to; i >= from; i--) {
      protocols.add(PROTOCOLS.get(i));
    }
    return protocols;
  }

  static Map<String, String> curves() {
    return CURVES;
  }
}
