package ratelab.exporter.http.tls;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The subject alternative names of a certificate (RFC 5280, 4.2.1.6), as plain texts. */
final class SubjectNames {
  private static final int EMAIL = 1;
  private static final int DNS = 2;
  private static final int URI = 6;
  private static final int IP = 7;

  private SubjectNames() {}

  /** Host names, mail addresses, URIs and IP addresses. */
  static Set<String> of(X509Certificate certificate) throws CertificateParsingException {
    Collection<List<?>> entries = certificate.getSubjectAlternativeNames();
    Set<String> names = new HashSet<>();
    if (entries == null) return names;
    for (List<?> entry : entries) {
      switch ((Integer) entry.getFirst()) {
        case EMAIL, DNS, URI -> names.add((String) entry.getLast());
        case IP -> names.add(canonical((String) entry.getLast()));
        default -> {
          // Directory names and such cannot be allowed by name.
        }
      }
    }
    return names;
  }

  /** One spelling for each IP address; anything else is returned as it is. */
  static String canonical(String name) {
    try {
      return InetAddress.ofLiteral(name).getHostAddress();
    } catch (IllegalArgumentException e) {
      return name;
    }
  }
}
