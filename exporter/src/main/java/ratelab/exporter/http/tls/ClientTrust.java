package ratelab.exporter.http.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Judges the certificates of clients. That a client holds the key of its certificate is TLS's own
 * business; here it is about who signed it and whose name is on it.
 */
final class ClientTrust extends X509ExtendedTrustManager {
  private static final X509Certificate[] NONE = {};

  private final ClientAuthType type;
  private final X509TrustManager authorities;
  private final Set<String> allowedNames;

  /**
   * @param authorities asked if the type says that certificates are verified
   */
  ClientTrust(ClientPolicy policy, X509TrustManager authorities) {
    this.type = policy.type();
    this.authorities = authorities;
    this.allowedNames =
        policy.allowedNames().stream()
            .map(SubjectNames::canonical)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    if (type.isVerified()) authorities.checkClientTrusted(chain, authType);
    if (allowedNames.isEmpty()) return;
    Set<String> names = SubjectNames.of(chain[0]);
    if (names.stream().noneMatch(allowedNames::contains)) {
      throw new CertificateException("none of the names " + names + " is in client_allowed_sans");
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return type.isVerified() ? authorities.getAcceptedIssuers() : NONE;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw neverAsked();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw neverAsked();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw neverAsked();
  }

  private static CertificateException neverAsked() {
    return new CertificateException("a server trusts no other server");
  }
}
