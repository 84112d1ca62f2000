package ratelab.loadgen.request;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How TLS connections are made and whom they trust.
 *
 * @param verify whether the server's certificate and name are checked
 * @param authorities PEM file of the certificate authorities to trust in place of Java's
 * @param certificate PEM file with the client's certificate chain
 * @param key PEM file with the client's private key, PKCS#8
 * @param serverName sent as SNI and checked in the certificate, in place of the URL's host
 */
public record TlsOptions(
    boolean verify,
    Optional<Path> authorities,
    Optional<Path> certificate,
    Optional<Path> key,
    Optional<String> serverName) {
  /** Java's own authorities, the URL's host name, no client certificate. */
  public static final TlsOptions DEFAULT =
      new TlsOptions(true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
