package ratelab.exporter.http.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ratelab.exporter.http.auth.BasicAuth;
import ratelab.exporter.http.auth.BcryptHash;
import ratelab.exporter.http.auth.PasswordChecks;
import ratelab.exporter.http.tls.TlsServer;
import ratelab.exporter.yaml.ConfigException;
import ratelab.exporter.yaml.YamlFile;
import ratelab.exporter.yaml.YamlPlace;

/**
 * Reads the web configuration in the format of Prometheus' exporter-toolkit. Unlike other keys of
 * the exporter nothing here is ignored: what is unknown or impossible is an error, as it is about
 * who gets in.
 */
record WebConfigFile(Path path, PasswordChecks checks) {
  private static final List<String> KEYS =
      List.of("tls_server_config", "http_server_config", "basic_auth_users");
  private static final String SECTIONS = "sections such as basic_auth_users";

  /**
   * Reads file and certificates.
   *
   * @throws ConfigException if something cannot be read or cannot be honoured
   */
  WebConfig read() throws ConfigException {
    Set<Path> files = new HashSet<>(Set.of(path));
    Optional<YamlPlace> document = YamlFile.read(path, "-web.config.file");
    if (document.isEmpty()) {
      WebConfig open = WebConfig.open(checks);
      return new WebConfig(open.tls(), open.headers(), open.auth(), open.warnings(), files);
    }
    YamlPlace top = document.get();
    refuseRateLimit(top);
    top.onlyKeys(KEYS);
    List<String> warnings = new ArrayList<>();
    Optional<YamlPlace> tls = top.child("tls_server_config", SECTIONS);
    Optional<YamlPlace> http = top.child("http_server_config", SECTIONS);
    Optional<TlsServer> server =
        tls.isPresent() ? TlsSection.read(tls.get(), directory(), files) : Optional.empty();
    Map<String, String> headers =
        http.isPresent() ? HttpSection.headers(http.get(), warnings) : Map.of();
    return new WebConfig(server, headers, new BasicAuth(users(top), checks), warnings, files);
  }

  private Path directory() {
    Path parent = path.getParent();
    return parent == null ? Path.of("") : parent;
  }

  private static void refuseRateLimit(YamlPlace top) throws ConfigException {
    Optional<YamlPlace> rateLimit = top.child("rate_limit", SECTIONS);
    if (rateLimit.isEmpty()) return;
    throw rateLimit
        .get()
        .refused(
            "is not supported; scrapes at the same time share one pass over /proc anyway, so"
                + " leave it out");
  }

  private static Map<String, BcryptHash> users(YamlPlace top) throws ConfigException {
    Optional<YamlPlace> section = top.child("basic_auth_users", SECTIONS);
    Map<String, BcryptHash> users = new HashMap<>();
    if (section.isEmpty()) return users;
    for (Map.Entry<String, YamlPlace> entry :
        section.get().entries("user names with bcrypt hashes").entrySet()) {
      YamlPlace place = entry.getValue();
      String name = entry.getKey();
      if (name.contains(":")) {
        throw place.refused("is no user name: HTTP ends those at the first colon");
      }
      BcryptHash hash =
          BcryptHash.parse(place.text(BcryptHash.EXPECTED))
              .orElseThrow(
                  () -> place.refused("is no bcrypt hash; expected " + BcryptHash.EXPECTED));
      users.put(name, hash);
    }
    return users;
  }
}
