package ratelab.exporter.http.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ratelab.exporter.http.tls.TlsFixtures.text;

import java.security.PrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeysTest {
  @ParameterizedTest
  @CsvSource({
    "server, server-key.pem, EC",
    "server, server-sec1-key.pem, EC",
    "rsa, rsa-key.pem, RSA",
    "rsa, rsa-pkcs1-key.pem, RSA",
    "ed25519, ed25519-key.pem, EdDSA"
  })
  void reads_every_usual_form(String certificate, String key, String algorithm) throws Exception {
    PrivateKey privateKey = PrivateKeys.read(text(key));
    assertThat(privateKey.getAlgorithm()).isEqualTo(algorithm);
    assertThat(new Identity(Certificates.read(text(certificate + ".pem")), privateKey).keyMatches())
        .isTrue();
  }

  @Test
  void the_older_forms_hold_the_same_key_as_the_newer() throws Exception {
    assertThat(PrivateKeys.read(text("rsa-pkcs1-key.pem")))
        .isEqualTo(PrivateKeys.read(text("rsa-key.pem")));
  }

  @Test
  void notices_the_key_of_another_certificate() throws Exception {
    assertThat(identity("server.pem", "client-key.pem").keyMatches()).isFalse();
    assertThat(identity("server.pem", "rsa-key.pem").keyMatches()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa-pkcs1-encrypted-key.pem", "rsa-pkcs8-encrypted-key.pem"})
  void an_encrypted_key_is_refused_with_the_remedy(String key) {
    assertThatThrownBy(() -> PrivateKeys.read(text(key)))
        .isInstanceOf(TlsException.class)
        .hasMessage(
            "the key is encrypted; expected one without a passphrase, such as openssl pkcs8 -topk8"
                + " -nocrypt makes of it");
  }

  @Test
  void a_file_without_a_key_is_refused() {
    assertThatThrownBy(() -> PrivateKeys.read(text("server.pem")))
        .hasMessage(
            "there is no private key in it; expected a PEM block such as -----BEGIN PRIVATE"
                + " KEY-----");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"})
  void a_damaged_key_is_refused(String label) {
    for (String content : new String[] {"AAAA", "MIIEpAIBAAKCAQEA", "", "MIT/////AgEA"}) {
      String pem = "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, content, label);
      assertThatThrownBy(() -> PrivateKeys.read(pem))
          .isInstanceOf(TlsException.class)
          .hasMessageStartingWith("the key is damaged");
    }
  }

  private static Identity identity(String certificate, String key) throws TlsException {
    return new Identity(Certificates.read(text(certificate)), PrivateKeys.read(text(key)));
  }
}
