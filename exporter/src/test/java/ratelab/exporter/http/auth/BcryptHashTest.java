package ratelab.exporter.http.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BcryptHashTest {
  /** Made by the C library's crypt(3). */
  private static final String OF_WONDERLAND =
      "$2b$04$jJu5jGfCReV2oxg7atcVGete3/uLynAVepu.5E.erdYmVhGv9LqoG";

  @ParameterizedTest
  @ValueSource(strings = {"$2a$", "$2b$", "$2y$"})
  void knows_the_password_behind_every_usual_prefix(String prefix) {
    BcryptHash hash = BcryptHash.parse(prefix + OF_WONDERLAND.substring(4)).orElseThrow();
    assertThat(hash.isOf("wonderland".getBytes(UTF_8))).isTrue();
    assertThat(hash.isOf("Wonderland".getBytes(UTF_8))).isFalse();
    assertThat(hash.isOf(new byte[0])).isFalse();
    assertThat(hash.isOf("w".repeat(1000).getBytes(UTF_8))).isFalse();
  }

  @Test
  void tells_nothing_of_itself_but_its_cost() {
    assertThat(BcryptHash.parse(OF_WONDERLAND).orElseThrow()).hasToString("bcrypt hash of cost 4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "wonderland",
        "$2x$04$jJu5jGfCReV2oxg7atcVGete3/uLynAVepu.5E.erdYmVhGv9LqoG",
        "$2b$03$jJu5jGfCReV2oxg7atcVGete3/uLynAVepu.5E.erdYmVhGv9LqoG",
        "$2b$32$jJu5jGfCReV2oxg7atcVGete3/uLynAVepu.5E.erdYmVhGv9LqoG",
        "$2b$04$jJu5jGfCReV2oxg7atcVGete3/uLynAVepu.5E.erdYmVhGv9Lqo",
        "$2b$04$jJu5jGfCReV2oxg7atcVGete3/uLynAVepu.5E.erdYmVhGv9LqoGG",
        "$apr1$yLzUyhN5$0r0dBbGSAf4fFU3sU.SQi0"
      })
  void refuses_what_is_no_bcrypt_hash(String text) {
    assertThat(BcryptHash.parse(text)).isEmpty();
  }
}
