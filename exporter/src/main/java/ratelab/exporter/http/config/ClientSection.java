package ratelab.exporter.http.config;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ratelab.exporter.http.tls.Certificates;
import ratelab.exporter.http.tls.ClientAuthType;
import ratelab.exporter.http.tls.ClientPolicy;
import ratelab.exporter.yaml.ConfigException;
import ratelab.exporter.yaml.YamlPlace;

/** The keys of {@code tls_server_config} that say which clients may connect. */
final class ClientSection {
  private static final String KEYS = "keys and values";
  private static final String TYPE = "client_auth_type";
  private static final String SANS = "client_allowed_sans";

  /** An older spelling of RequireAnyClientCert that exporter-toolkit still takes. */
  private static final String OLD_REQUIRE_ANY = "RequireClientCert";

  private ClientSection() {}

  static ClientPolicy read(YamlPlace section, PemTexts texts) throws ConfigException {
    ClientAuthType type = type(section);
    Optional<PemText> authority = texts.optional("client_ca");
    if (authority.isPresent() && !type.isVerified()) {
      throw authority
          .get()
          .place()
          .refused(
              "has no effect with client_auth_type "
                  + type.goName()
                  + "; expected RequireAndVerifyClientCert");
    }
    if (authority.isEmpty() && type.isVerified()) {
      throw section.refused(
          "lacks client_ca_file; client_auth_type "
              + type.goName()
              + " needs the certificates of those who may sign");
    }
    List<X509Certificate> authorities =
        authority.isPresent() ? authority.get().parsed(Certificates::read) : List.of();
    return new ClientPolicy(type, authorities, allowedNames(section, type));
  }

  private static ClientAuthType type(YamlPlace section) throws ConfigException {
    Optional<YamlPlace> place = section.child(TYPE, KEYS);
    String expectation =
        "one of "
            + Arrays.stream(ClientAuthType.values())
                .map(ClientAuthType::goName)
                .collect(Collectors.joining(", "));
    String name = place.isPresent() ? place.get().text(expectation) : "";
    if (place.isEmpty() || name.isEmpty()) return ClientAuthType.NO_CLIENT_CERT;
    if (name.equals(OLD_REQUIRE_ANY)) return ClientAuthType.REQUIRE_ANY_CLIENT_CERT;
    return Arrays.stream(ClientAuthType.values())
        .filter(type -> type.goName().equals(name))
        .findFirst()
        .orElseThrow(() -> place.get().expected(expectation));
  }

  private static Set<String> allowedNames(YamlPlace section, ClientAuthType type)
      throws ConfigException {
    Optional<YamlPlace> list = section.child(SANS, KEYS);
    Set<String> names = new HashSet<>();
    if (list.isEmpty()) return names;
    if (!type.isRequired()) {
      throw list.get()
          .refused(
              "would let in clients without a certificate; expected client_auth_type"
                  + " RequireAndVerifyClientCert or RequireAnyClientCert");
    }
    for (YamlPlace name : list.get().items("a list of names in certificates")) {
      names.add(name.text("a name such as prometheus.example.org"));
    }
    if (names.isEmpty()) throw list.get().expected("at least one name in certificates");
    return names;
  }
}
