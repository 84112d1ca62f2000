package ratelab.exporter.http.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ratelab.exporter.http.auth.BasicAuth;
import ratelab.exporter.http.auth.PasswordChecks;
import ratelab.exporter.http.tls.TlsServer;

/**
 * How the web server is to behave, ready for use.
 *
 * @param tls empty for plain HTTP
 * @param headers added to every answer
 * @param warnings what cannot be had as it is written, for the user
 * @param files what it was read from, itself and certificates
 */
public record WebConfig(
    Optional<TlsServer> tls,
    Map<String, String> headers,
    BasicAuth auth,
    List<String> warnings,
    Set<Path> files) {

  /** Plain HTTP for everybody. */
  static WebConfig open(PasswordChecks checks) {
    return new WebConfig(
        Optional.empty(), Map.of(), new BasicAuth(Map.of(), checks), List.of(), Set.of());
  }
}
