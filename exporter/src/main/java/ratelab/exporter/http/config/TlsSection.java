package ratelab.exporter.http.config;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ratelab.exporter.http.tls.Certificates;
import ratelab.exporter.http.tls.Identity;
import ratelab.exporter.http.tls.PrivateKeys;
import ratelab.exporter.http.tls.TlsException;
import ratelab.exporter.http.tls.TlsServer;
import ratelab.exporter.http.tls.TlsSettings;
import ratelab.exporter.yaml.ConfigException;
import ratelab.exporter.yaml.YamlPlace;

/** The section {@code tls_server_config}. */
final class TlsSection {
  private static final List<String> KEYS =
      List.of(
          "cert_file",
          "key_file",
          "cert",
          "key",
          "client_auth_type",
          "client_ca_file",
          "client_ca",
          "client_allowed_sans",
          "min_version",
          "max_version",
          "cipher_suites",
          "prefer_server_cipher_suites",
          "curve_preferences");

  private TlsSection() {}

  /**
   * Reads it; empty if there is nothing in it.
   *
   * @param files takes the files that were read
   */
  static Optional<TlsServer> read(YamlPlace section, Path directory, Set<Path> files)
      throws ConfigException {
    section.onlyKeys(KEYS);
    if (section.entries("keys and values").isEmpty()) return Optional.empty();
    PemTexts texts = new PemTexts(section, directory, files);
    TlsSettings settings =
        new TlsSettings(
            identity(texts), ClientSection.read(section, texts), ParametersSection.read(section));
    try {
      return Optional.of(TlsServer.of(settings));
    } catch (TlsException e) {
      throw section.refused(e.complaint());
    }
  }

  private static Identity identity(PemTexts texts) throws ConfigException {
    PemText certificate = texts.required("cert");
    List<X509Certificate> chain = certificate.parsed(Certificates::read);
    PemText key = texts.required("key");
    PrivateKey privateKey = key.parsed(PrivateKeys::read);
    Identity identity = new Identity(chain, privateKey);
    if (identity.keyMatches()) return identity;
    throw key.place().refused("is not the key of the certificate in " + certificate.key());
  }
}
