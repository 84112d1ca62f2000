package ratelab.exporter.http.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratelab.exporter.http.auth.PasswordChecks;
import ratelab.exporter.http.tls.TlsFixtures;
import ratelab.exporter.yaml.ConfigException;

class WebConfigFileTest {
  private static final String HASH = "$2b$04$jJu5jGfCReV2oxg7atcVGete3/uLynAVepu.5E.erdYmVhGv9LqoG";

  @TempDir Path directory;

  @BeforeEach
  void put_certificates_beside() throws IOException {
    for (String name : new String[] {"server.pem", "server-key.pem", "rsa-key.pem", "ca.pem"}) {
      Files.copy(TlsFixtures.file(name), directory.resolve(name));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "# nothing\n", "tls_server_config: {}", "basic_auth_users:"})
  void nothing_in_it_is_plain_http_for_everybody(String yaml) throws Exception {
    WebConfig config = read(yaml);
    assertThat(config.tls()).isEmpty();
    assertThat(config.auth().admits(Optional.empty())).isTrue();
    assertThat(config.headers()).isEmpty();
    assertThat(config.warnings()).isEmpty();
  }

  @Test
  void takes_everything_that_can_be_honoured() throws Exception {
    WebConfig config =
        read(
            """
            tls_server_config:
              cert_file: server.pem
              key_file: server-key.pem
              client_auth_type: RequireAndVerifyClientCert
              client_ca_file: ca.pem
              client_allowed_sans: [prometheus.example]
              min_version: TLS12
              max_version: TLS13
              cipher_suites: [TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256]
              prefer_server_cipher_suites: true
              curve_preferences: [X25519, CurveP256, CurveP384, CurveP521]
            http_server_config:
              http2: false
              headers:
                Content-Security-Policy: default-src 'none'
                X-Frame-Options: deny
                X-Content-Type-Options: nosniff
                X-XSS-Protection: ""
                Strict-Transport-Security: max-age=31536000
            basic_auth_users:
              alice: %s
            """
                .formatted(HASH));
    assertThat(config.tls()).isPresent();
    assertThat(config.headers())
        .isEqualTo(
            Map.of(
                "Content-Security-Policy", "default-src 'none'",
                "X-Frame-Options", "deny",
                "X-Content-Type-Options", "nosniff",
                "Strict-Transport-Security", "max-age=31536000"));
    assertThat(config.auth().admits(Optional.empty())).isFalse();
    assertThat(config.warnings()).isEmpty();
    assertThat(config.files())
        .isEqualTo(
            Set.of(file(), beside("server.pem"), beside("server-key.pem"), beside("ca.pem")));
  }

  @Test
  void certificate_and_key_may_be_in_the_file_itself() throws Exception {
    String yaml =
        "tls_server_config:\n  cert: |\n%s  key: |\n%s"
            .formatted(
                TlsFixtures.text("server.pem").indent(4),
                TlsFixtures.text("server-sec1-key.pem").indent(4));
    assertThat(read(yaml).tls()).isPresent();
    assertThat(read(yaml).files()).containsExactly(file());
  }

  @Test
  void that_http_2_cannot_be_had_is_a_warning() throws Exception {
    assertThat(read("http_server_config:\n  http2: true").warnings())
        .containsExactly(
            file() + ":2: http_server_config.http2: is not possible; HTTP/1.1 is served instead");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tls_config: {}|1: tls_config: is no key here; expected one of tls_server_config,"
            + " http_server_config, basic_auth_users",
        "rate_limit: {burst: 1}|1: rate_limit: is not supported; scrapes at the same time share one"
            + " pass over /proc anyway, so leave it out",
        "[]|1: expected sections such as basic_auth_users, found a list",
        "basic_auth_users: {a: secret}|1: basic_auth_users.a: is no bcrypt hash; expected a bcrypt"
            + " hash such as $2y$10$ and 53 further characters; htpasswd -nBC 10 USER makes one",
        "basic_auth_users: {a: x, a: y}|1: basic_auth_users: expected each key once, found \"a\"",
        "basic_auth_users: {'a:b': x}|1: basic_auth_users.a:b: is no user name: HTTP ends those at"
            + " the first colon",
        "basic_auth_users: [a]|1: basic_auth_users: expected user names with bcrypt hashes, found a"
            + " list",
        "http_server_config: {http2: maybe}|1: http_server_config.http2: expected true or false,"
            + " found \"maybe\"",
        "http_server_config: {headers: {Server: x}}|1: http_server_config.headers.Server: is no key"
            + " here; expected one of Content-Security-Policy, Strict-Transport-Security,"
            + " X-Content-Type-Options, X-Frame-Options, X-XSS-Protection",
        "http_server_config: {headers: {X-Frame-Options: allow}}|1:"
            + " http_server_config.headers.X-Frame-Options: expected deny or sameorigin, found"
            + " \"allow\"",
      })
  void refuses_what_it_cannot_honour(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(ConfigException.class)
        .hasMessage(file() + ":" + message);
  }

  @Test
  void a_header_of_two_lines_is_refused() {
    assertThatThrownBy(
            () -> read("http_server_config: {headers: {Content-Security-Policy: \"a\\r\\nb: c\"}}"))
        .hasMessageContaining("expected text in one line");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "min_version: TLS10|.min_version: expected TLS12 or TLS13 (Java has no older one), found"
            + " \"TLS10\"",
        "max_version: TLS11|.max_version: expected TLS12 or TLS13 (Java has no older one), found"
            + " \"TLS11\"",
        "min_version: TLS13, max_version: TLS12|: has a min_version above its max_version; nothing"
            + " would be left",
        "curve_preferences: [P256]|.curve_preferences[0]: expected one of X25519, CurveP256,"
            + " CurveP384, CurveP521, found \"P256\"",
        "prefer_server_cipher_suites: 2|.prefer_server_cipher_suites: expected true or false, found"
            + " \"2\"",
        "client_auth_type: Always|.client_auth_type: expected one of NoClientCert,"
            + " RequestClientCert, RequireAnyClientCert, VerifyClientCertIfGiven,"
            + " RequireAndVerifyClientCert, found \"Always\"",
        "client_auth_type: RequireAndVerifyClientCert|: lacks client_ca_file; client_auth_type"
            + " RequireAndVerifyClientCert needs the certificates of those who may sign",
        "client_ca_file: ca.pem|.client_ca_file: has no effect with client_auth_type NoClientCert;"
            + " expected RequireAndVerifyClientCert",
        "client_allowed_sans: [a]|.client_allowed_sans: would let in clients without a certificate;"
            + " expected client_auth_type RequireAndVerifyClientCert or RequireAnyClientCert",
        "cert: x|.cert: stands beside cert_file; expected only one of them",
        "ciphers: [x]|.ciphers: is no key here; expected one of cert_file, key_file, cert, key,"
            + " client_auth_type, client_ca_file, client_ca, client_allowed_sans, min_version,"
            + " max_version, cipher_suites, prefer_server_cipher_suites, curve_preferences",
      })
  void refuses_tls_that_it_cannot_honour(String keys, String message) {
    String yaml =
        "tls_server_config: {cert_file: server.pem, key_file: server-key.pem, " + keys + "}";
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(ConfigException.class)
        .hasMessage(file() + ":1: tls_server_config" + message);
  }

  @Test
  void a_cipher_suite_that_java_lacks_is_refused_with_those_it_has() {
    assertThatThrownBy(() -> read(tls("cipher_suites: [TLS_RSA_WITH_AES_128_CBC_SHA]")))
        .hasMessageStartingWith(
            file()
                + ":1: tls_server_config.cipher_suites[0]: expected one of the cipher suites that"
                + " this Java has: ")
        .hasMessageContaining(" TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")
        .hasMessageEndingWith(", found \"TLS_RSA_WITH_AES_128_CBC_SHA\"");
  }

  @Test
  void settings_without_a_certificate_are_refused_rather_than_served_in_plain_text() {
    assertThatThrownBy(() -> read("tls_server_config: {min_version: TLS13}"))
        .hasMessage(
            file()
                + ":1: tls_server_config: lacks cert_file; expected cert_file and key_file, PEM"
                + " files");
  }

  @Test
  void a_certificate_that_is_not_there_is_named() {
    assertThatThrownBy(() -> read("tls_server_config: {cert_file: no.pem, key_file: k.pem}"))
        .hasMessage(
            file()
                + ":1: tls_server_config.cert_file: expected a PEM file that this user can read"
                + " (java.nio.file.NoSuchFileException: "
                + beside("no.pem")
                + "), found \"no.pem\"");
  }

  @Test
  void a_key_of_another_certificate_is_refused() {
    assertThatThrownBy(
            () -> read("tls_server_config: {cert_file: server.pem, key_file: rsa-key.pem}"))
        .hasMessage(
            file()
                + ":1: tls_server_config.key_file: is not the key of the certificate in cert_file");
  }

  @Test
  void a_key_in_the_file_that_cannot_be_read_is_not_repeated() {
    assertThatThrownBy(() -> read("tls_server_config: {cert_file: server.pem, key: hunter2}"))
        .hasMessageNotContaining("hunter2")
        .hasMessageStartingWith(
            file() + ":1: tls_server_config.key: there is no private key in it");
  }

  @Test
  void a_file_that_is_not_there_is_told_with_the_flag() {
    Path missing = directory.resolve("missing.yml");
    assertThatThrownBy(() -> new WebConfigFile(missing, PasswordChecks.withBcrypt()).read())
        .hasMessage(missing + ": there is no such file; -web.config.file must name one");
  }

  private static String tls(String keys) {
    return "tls_server_config: {cert_file: server.pem, key_file: server-key.pem, " + keys + "}";
  }

  private WebConfig read(String yaml) throws ConfigException, IOException {
    Files.writeString(file(), yaml);
    try (PasswordChecks checks = PasswordChecks.withBcrypt()) {
      return new WebConfigFile(file(), checks).read();
    }
  }

  private Path file() {
    return directory.resolve("web.yml");
  }

  private Path beside(String name) {
    return directory.resolve(name);
  }
}
