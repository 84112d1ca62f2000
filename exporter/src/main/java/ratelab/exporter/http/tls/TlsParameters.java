package ratelab.exporter.http.tls;

import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLParameters;

/**
 * How TLS is spoken, in the JDK's names.
 *
 * @param protocols such as TLSv1.3, at least one
 * @param cipherSuites empty for the JDK's choice
 * @param serverOrder whether the server's order of cipher suites counts rather than the client's
 * @param namedGroups curves for the key exchange, best first; empty for the JDK's choice
 */
public record TlsParameters(
    List<String> protocols,
    Optional<List<String>> cipherSuites,
    boolean serverOrder,
    Optional<List<String>> namedGroups) {
  static final String TLS_1_3 = "TLSv1.3";
  static final String TLS_1_2 = "TLSv1.2";

  public static final TlsParameters DEFAULT =
      new TlsParameters(List.of(TLS_1_3, TLS_1_2), Optional.empty(), true, Optional.empty());

  SSLParameters forServer(ClientAuthType clients) {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(protocols.toArray(String[]::new));
    cipherSuites.ifPresent(names -> parameters.setCipherSuites(names.toArray(String[]::new)));
    parameters.setUseCipherSuitesOrder(serverOrder);
    namedGroups.ifPresent(names -> parameters.setNamedGroups(names.toArray(String[]::new)));
    if (clients.isRequired()) {
      parameters.setNeedClientAuth(true);
    } else if (clients != ClientAuthType.NO_CLIENT_CERT) {
      parameters.setWantClientAuth(true);
    }
    return parameters;
  }
}
