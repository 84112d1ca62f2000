package ratelab.exporter.http.tls;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/**
 * Which clients may connect.
 *
 * @param authorities who may sign client certificates; empty if they are not verified
 * @param allowedNames subject alternative names, one of which a certificate must have; empty for
 *     any
 */
public record ClientPolicy(
    ClientAuthType type, List<X509Certificate> authorities, Set<String> allowedNames) {
  public static final ClientPolicy ANYBODY =
      new ClientPolicy(ClientAuthType.NO_CLIENT_CERT, List.of(), Set.of());

  public ClientPolicy {
    authorities = List.copyOf(authorities);
    allowedNames = Set.copyOf(allowedNames);
  }
}
